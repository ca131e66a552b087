/** What the library uses of the browser's `localStorage`. */
export type KeyValueStorage = Pick<
  Storage,
  "length" | "key" | "getItem" | "setItem" | "removeItem"
>;

/**
 * The result of storing something. `full`: no space is left. `blocked`: the browser allows no
 * storage. `newer`: the existing data was written by a later version of the site, so it was not
 * changed.
 */
export type StoreResult = "stored" | "full" | "blocked" | "newer";

/**
 * Texts by name, stored under `offprint:<base>:<name>`, so that two archives on one host never meet.
 * No method throws.
 */
export interface TextStore {
  /** Whether a key of the storage belongs to this archive. `null` means all keys, as in storage events. */
  owns: (key: string | null) => boolean;
  getText: (name: string) => string | undefined;
  /** Stores a text, or removes it. */
  setText: (name: string, text: string | undefined) => StoreResult;
}

/** The path of the site on its server, `/` or as `/papers/`. */
export const base: string = import.meta.env.BASE_URL;

/**
 * Opens the store, of this archive unless another base path is given. `storage` is called each time, because a browser may
 * throw on mere access.
 */
export function openTextStore(storage: () => KeyValueStorage, place = base): TextStore {
  const prefix = prefixOf(place);
  return {
    owns: (key) => key === null || key.startsWith(prefix),
    getText: (name) => {
      try {
        return storage().getItem(prefix + name) ?? undefined;
      } catch {
        return undefined;
      }
    },
    setText: (name, text) => {
      try {
        if (text === undefined) storage().removeItem(prefix + name);
        else storage().setItem(prefix + name, text);
        return "stored";
      } catch (error) {
        // Browsers name the error of a full storage differently.
        return /quota/i.test(String(error)) ? "full" : "blocked";
      }
    },
  };
}

/** All names of such a store in alphabetical order. Undefined where storage is blocked. */
export function namesInStore(storage: () => KeyValueStorage, place = base): string[] | undefined {
  const prefix = prefixOf(place);
  try {
    const store = storage();
    return Array.from({ length: store.length }, (_, index) => store.key(index) ?? "")
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
      .sort();
  } catch {
    return undefined;
  }
}

function prefixOf(place: string): string {
  return `offprint:${place}:`;
}
