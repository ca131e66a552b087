import type { NamePart } from "./name-parts.ts";

/**
 * How a name fits what a reader typed of it. `whole`: it is the name. `initial`: the reader typed
 * initials of given names. `turned`: it is the name with the surname first. `part`: the name has further
 * parts. `short`: the name has initials where the reader typed more. `loose`: it has further parts or
 * another order, and an initial may be that of a middle name.
 */
export type NameFit = "whole" | "initial" | "turned" | "part" | "short" | "loose";

/** The fits, the best first. */
export const nameFits: readonly NameFit[] = [
  "whole",
  "initial",
  "turned",
  "part",
  "short",
  "loose",
];

/** What is different between a name and what was typed; a name with a lower sum fits better. */
const costs = { initial: 1, short: 10, skipped: 100 } as const;

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
  const cost = align(wanted, parts, { isTurned: false }) ?? Number.POSITIVE_INFINITY;
  if (cost === 0) return "whole";
  if (cost < costs.short) return "initial";
  const turned = parts.slice(1).flatMap((_, at) => {
    const order = [...parts.slice(at + 1), ...parts.slice(0, at + 1)];
    return align(wanted, order, { isTurned: true }) ?? [];
  });
  if (turned.some((other) => other < costs.short)) return "turned";
  if (cost < costs.skipped) return "short";
  if (cost < Number.POSITIVE_INFINITY) {
    return isOfMiddleName(wanted[0], parts[0]) ? "loose" : "part";
  }
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
 * Matches all typed parts with parts of the name in the same order, and returns the costs of what is
 * different; undefined if they do not match. Parts may be written as one, as in "Seungwon" for
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
    if (!one) return hasWord ? (name.length - j) * costs.skipped : undefined;
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
    const initial = j === surname ? undefined : costOfInitial(one, part);
    if (initial !== undefined) ways.push(add(from(i + 1, j + 1, hasWord), initial));
    ways.push(add(from(i, j + 1, hasWord), costs.skipped));
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

/** The cost where one of two parts is the initial of the other; undefined where none is. */
function costOfInitial(typed: NamePart, part: NamePart): number | undefined {
  const [one = "", other = ""] = [typed.spellings[0], part.spellings[0]];
  if (one === other) return 0;
  if ([...one].length === 1 && other.startsWith(one)) return costs.initial;
  return [...other].length === 1 && one.startsWith(other) ? costs.short : undefined;
}

function add(sum: number | undefined, cost: number): number | undefined {
  return sum === undefined ? undefined : sum + cost;
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
