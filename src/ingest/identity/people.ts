import { distance } from "fastest-levenshtein";
import { fold } from "./titles.ts";

/** What is compared of a record's authors, prepared once. */
export interface PeopleTraits {
  people: readonly Person[];
  /** Last names in order, folded. */
  lastNames: readonly string[];
  /** Whether the list may end before its last author. */
  isCut: boolean;
  /** Whether the authors are a group, whose members another record may name. */
  isGroup: boolean;
}

interface Person {
  last: string;
  /** All words of the name, folded. */
  words: readonly string[];
}

const suffix = /,?\s+(?:jr|sr|ii|iii|iv)\.?$|\s\d{4}$/i;
const initials = /^(?:\p{Lu}\.?-?){1,3}$/u;
const groups =
  /(?<!\p{L})(?:collaborations?|consortium|groups?|team|committee|initiative|network|project|contributors|investigators|society|association|organi[sz]ation|institute|commission|editors|subgroup)(?!\p{L})/iu;

/** Prepares a list of authors for comparisons. */
export function peopleTraits(names: readonly string[], isCut: boolean): PeopleTraits {
  const people = names.filter((name) => !groups.test(name)).map(personOf);
  const lastNames = people.map(({ last }) => last);
  return { people, lastNames, isCut, isGroup: people.length < names.length };
}

function personOf(given: string): Person {
  const name = given.replace(suffix, "");
  return {
    last: lastNameOf(name),
    words: name.split(/[\s,.-]+/).flatMap((word) => fold(word) || []),
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
  const [short, long] = a.people.length < b.people.length ? [a, b] : [b, a];
  if (short.people.length === 0) return a.isGroup && b.isGroup ? "shared" : "unknown";
  const shared = countShared(short.people, long.people);
  const isBeginning = short.people.every((one, at) => isOnePerson(one, long.people[at]));
  if (shared === long.people.length) return "same";
  if (isBeginning && (short.isCut || shared >= leastOfCut)) return "same";
  if (shared >= leastOfCut && shared / long.people.length >= nearlyAll) return "same";
  if (shared > 0 || isMisspelled(short, long)) return "shared";
  return a.isGroup || b.isGroup ? "unknown" : "different";
}

// A name of a longer list is only looked for under its last name.
const longList = 40;

function countShared(few: readonly Person[], many: readonly Person[]): number {
  const byLast = Map.groupBy(many, ({ last }) => last);
  const others = many.length > longList ? [] : many;
  const taken = new Set<Person>();
  for (const one of few) {
    const isIt = (person: Person) => !taken.has(person) && isOnePerson(one, person);
    const found = byLast.get(one.last)?.find(isIt) ?? others.find(isIt);
    if (found) taken.add(found);
  }
  return taken.size;
}

/** Whether two names can be of one person: "Hinton GE", "Geoffrey Hinton", "G. E. Hinton". */
function isOnePerson(a: Person, b: Person | undefined): boolean {
  if (b === undefined) return false;
  if (a.words.join("") === b.words.join("") || isSwapped(a, b) || isSwapped(b, a)) return true;
  const isLast = b.words.includes(a.last) || a.words.includes(b.last);
  if (!isLast) return a.words.join("").endsWith(b.last) || b.words.join("").endsWith(a.last);
  const [own, others] = [a.words, b.words].map((words) =>
    words.filter((one) => one !== a.last && one !== b.last),
  );
  if (!own || !others || own.length === 0 || others.length === 0) return true;
  return own.some((word) => others.some((other) => word.charAt(0) === other.charAt(0)));
}

/** Whether a name without spaces, as of Chinese, has the same letters in the other order. */
function isSwapped(a: Person, { words }: Person): boolean {
  const [first = "", ...others] = words;
  return a.words.length === 1 && a.last === [...others, first].join("");
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
  if (after !== undefined) return fold(before.split(/[\s-]+/).at(-1) ?? before);
  const words = name.split(/[\s-]+/);
  const isLastFirst = words.length > 1 && initials.test(words.at(-1) ?? "");
  return fold(isLastFirst ? longest(words) : (words.at(-1) ?? name));
}

function longest(words: readonly string[]): string {
  return words.toSorted((a, b) => b.length - a.length)[0] ?? "";
}
