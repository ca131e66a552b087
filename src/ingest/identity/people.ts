import { distance } from "fastest-levenshtein";
import { fold } from "./titles.ts";

/** What is compared of a record's authors, prepared once. */
export interface PeopleTraits {
  /** Last names in order, folded. */
  lastNames: readonly string[];
  /** All words of each name, in alphabetical order, so that swapped names are equal. */
  fullNames: ReadonlySet<string>;
  /** Whether the list may end before its last author. */
  isCut: boolean;
  /** Whether the authors are a group, whose members another record may name. */
  isGroup: boolean;
}

const suffix = /,?\s+(?:jr|sr|ii|iii|iv)\.?$/i;
const initials = /^(?:\p{Lu}\.?-?){1,3}$/u;
const groups =
  /(?<!\p{L})(?:collaborations?|consortium|groups?|team|committee|initiative|network|project|contributors|investigators|society|association|organi[sz]ation|institute|commission|editors|subgroup)(?!\p{L})/iu;

/** Prepares a list of authors for comparisons. */
export function peopleTraits(names: readonly string[], isCut: boolean): PeopleTraits {
  const persons = names
    .filter((name) => !groups.test(name))
    .map((name) => name.replace(suffix, ""));
  return {
    lastNames: persons.map(lastNameOf),
    fullNames: new Set(
      persons.map((name) =>
        name
          .split(/[\s,-]+/)
          .map(fold)
          .toSorted()
          .join(" "),
      ),
    ),
    isCut,
    isGroup: persons.length < names.length,
  };
}

// Of the longer list. A list of this length may lack an author or have one misspelled.
const nearlyAll = 0.75;
// A list that ends early names at least so many.
const leastOfCut = 3;

/** How two lists of authors compare. */
export function comparePeople(
  a: PeopleTraits,
  b: PeopleTraits,
): "same" | "shared" | "different" | "unknown" {
  const [short, long] = a.lastNames.length < b.lastNames.length ? [a, b] : [b, a];
  if (short.lastNames.length === 0) return a.isGroup && b.isGroup ? "shared" : "unknown";
  const [few, many] = [new Set(short.lastNames), new Set(long.lastNames)];
  const shared = few.intersection(many).size;
  const isWhole = shared === few.size;
  if (isWhole && (shared === many.size || (short.isCut && isBeginning(short, long)))) return "same";
  if (isWhole && shared >= leastOfCut && isBeginning(short, long)) return "same";
  if (shared >= leastOfCut && shared / many.size >= nearlyAll) return "same";
  const sharesFullName = a.fullNames.intersection(b.fullNames).size > 0;
  if (shared > 0 || sharesFullName || isMisspelled(short, long)) return "shared";
  return a.isGroup || b.isGroup ? "unknown" : "different";
}

function isBeginning(short: PeopleTraits, long: PeopleTraits): boolean {
  return short.lastNames.every((name, at) => long.lastNames[at] === name);
}

// In letters. Shorter names that differ in one letter are of two people, such as Li and Lu.
const longName = 6;

function isMisspelled({ lastNames: [first = ""] }: PeopleTraits, long: PeopleTraits): boolean {
  const [other = ""] = long.lastNames;
  return Math.min(first.length, other.length) >= longName && distance(first, other) === 1;
}

/** The last name of a name in reading order, or of "Last F" and "Last, F.". */
function lastNameOf(name: string): string {
  const [before = "", after] = name.split(/,\s*/);
  if (after !== undefined) return fold(before.split(/\s+/).at(-1) ?? before);
  const words = name.split(/\s+/);
  const isLastFirst = words.length > 1 && initials.test(words.at(-1) ?? "");
  return fold(isLastFirst ? longest(words) : (words.at(-1) ?? name));
}

function longest(words: readonly string[]): string {
  return words.toSorted((a, b) => b.length - a.length)[0] ?? "";
}
