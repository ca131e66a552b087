import type { NamePart } from "./name-parts.ts";

/**
 * How a name fits what a reader typed of it. `whole`: it is the name, where initials stand for given
 * names. `turned`: it is, with the surname first. `part`: the name has further parts. `loose`: it has
 * further parts or another order, and an initial may be that of a middle name.
 */
export type NameFit = "whole" | "turned" | "part" | "loose";

/** The fits, the best first. */
export const nameFits: readonly NameFit[] = ["whole", "turned", "part", "loose"];

/** Suffixes that are not surnames. */
const suffixes: ReadonlySet<string> = new Set(["jr", "sr", "ii", "iii", "iv"]);

/** How a name fits the parts that a reader typed, in any order; undefined if it does not. */
export function nameFit(
  typed: readonly NamePart[],
  name: readonly NamePart[],
): NameFit | undefined {
  if (typed.length === 0) return undefined;
  const wanted = withoutSuffix(typed);
  const parts = withoutSuffix(name);
  const skipped = align(wanted, parts, { isTurned: false });
  if (skipped === 0) return "whole";
  const turned = parts.slice(1).flatMap((_, at) => {
    const order = [...parts.slice(at + 1), ...parts.slice(0, at + 1)];
    return align(wanted, order, { isTurned: true }) ?? [];
  });
  if (turned.includes(0)) return "turned";
  if (skipped !== undefined) return isOfMiddleName(wanted[0], parts[0]) ? "loose" : "part";
  return turned.length > 0 || isShuffled(wanted, parts) ? "loose" : undefined;
}

/** Whether a name ends with what was typed: as a surname is cited. */
export function endsWith(typed: readonly NamePart[], name: readonly NamePart[]): boolean {
  const parts = withoutSuffix(name);
  return [typed.length, 1, 2].some(
    (count) => align(typed, parts.slice(-count), { isTurned: false }) === 0,
  );
}

function withoutSuffix(parts: readonly NamePart[]): readonly NamePart[] {
  const [last] = parts.at(-1)?.spellings ?? [];
  return parts.length > 2 && last !== undefined && suffixes.has(last) ? parts.slice(0, -1) : parts;
}

/**
 * Matches all typed parts with parts of the name in the same order, and returns how many of the name
 * were skipped; undefined if they do not match. Parts may be written as one, as in "Seungwon" for
 * "Seung-won". An initial matches a given name only, and one part must match as a word.
 */
function align(
  typed: readonly NamePart[],
  name: readonly NamePart[],
  { isTurned }: { isTurned: boolean },
): number | undefined {
  const surname = isTurned ? 0 : name.length - 1;
  const from = (i: number, j: number, hasWord: boolean): number | undefined => {
    const [one, part] = [typed[i], name[j]];
    if (!one) return hasWord ? name.length - j : undefined;
    if (!part) return undefined;
    const ways: (number | undefined)[] = [];
    for (let count = 1; count <= mostJoined; count += 1) {
      const ofName = name.slice(j, j + count);
      const ofTyped = typed.slice(i, i + count);
      if (ofName.length === count && isSame([one], ofName)) ways.push(from(i + 1, j + count, true));
      if (count > 1 && ofTyped.length === count && isSame(ofTyped, [part])) {
        ways.push(from(i + count, j + 1, true));
      }
    }
    if (j !== surname && isInitial(one, part)) ways.push(from(i + 1, j + 1, hasWord));
    const skipped = from(i, j + 1, hasWord);
    if (skipped !== undefined) ways.push(skipped + 1);
    return ways.filter((way) => way !== undefined).sort((a, b) => a - b)[0];
  };
  return from(0, 0, false);
}

/** How many parts of a name are written as one. */
const mostJoined = 4;

function isSame(ones: readonly NamePart[], others: readonly NamePart[]): boolean {
  const forms = joinedSpellings(ones);
  return joinedSpellings(others).some((form) => form.length > 1 && forms.includes(form));
}

/** Several parts written as one word, in each spelling. */
export function joinedSpellings(parts: readonly NamePart[]): string[] {
  return parts.reduce<string[]>(
    (forms, { spellings }) => forms.flatMap((form) => spellings.map((other) => form + other)),
    [""],
  );
}

/** Whether the first typed part is an initial, but not that of the first given name. */
function isOfMiddleName(one: NamePart | undefined, given: NamePart | undefined): boolean {
  const [initial = ""] = one?.spellings ?? [];
  return [...initial].length === 1 && !given?.spellings.some((form) => form.startsWith(initial));
}

/** Whether one of two parts is the initial of the other. */
function isInitial(one: NamePart, other: NamePart): boolean {
  const [first = "", second = ""] = [one.spellings[0], other.spellings[0]];
  if (Math.min([...first].length, [...second].length) > 1) return false;
  return first.startsWith(second) || second.startsWith(first);
}

/** Whether a name has each typed part, of more than one letter, in any order. */
function isShuffled(typed: readonly NamePart[], name: readonly NamePart[]): boolean {
  const left = [...name];
  return typed.every((part) => {
    const at = left.findIndex((other) => isSame([part], [other]));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
