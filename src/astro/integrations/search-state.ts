/** The search index of a preview: when it was made, if it was, and whether it is being made. */
export interface SearchState {
  time?: Date;
  isMaking: boolean;
}

const key = Symbol.for("offprint.search-state");

/** The search index of this preview; none in a build. */
export function searchState(): SearchState {
  // Pages and integrations are in different bundles, so they would not share a module's variable.
  return Reflect.get(globalThis, key) ?? { isMaking: false };
}

/** Says what has become of the index. The time of the last one stays. */
export function setSearchState(state: SearchState): void {
  Reflect.set(globalThis, key, { ...searchState(), ...state });
}
