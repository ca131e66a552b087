import type { Traits } from "./traits.ts";

/** What records of one paper may share: by each key, records are compared in pairs. */
type Key = (one: Traits) => string | undefined;

export const arxivKey: Key = ({ arxiv }) => arxiv;
export const doiKey: Key = ({ doi }) => doi;

// In letters. A title with an error in it is found by its beginning or end, or the beginnings of words.
const titleLetters = 16;

/** The strongest evidence first: a group of records is not joined to others against it. */
const keys: readonly Key[] = [
  arxivKey,
  doiKey,
  ({ keys: { title } }) => title || undefined,
  ({ keys: { first } }) => first,
  ({ keys: { last } }) => last,
  ({ keys: { main } }) => main || undefined,
  ({ keys: { title } }) => keyOfLetters(title.slice(0, titleLetters)),
  ({ keys: { title } }) => keyOfLetters(title.slice(-titleLetters)),
  ({ keys: { starts } }) => starts,
];

function keyOfLetters(letters: string): string | undefined {
  return letters.length < titleLetters ? undefined : letters;
}

/** Records with one key that are all compared with each other. More would take too long. */
export const fewRecords = 40;

/** Records that may be of one paper, in pairs. Of many with one key, only near ones are paired. */
export function* candidates(traits: readonly Traits[]): Generator<[Traits, Traits]> {
  for (const keyOf of keys) {
    for (const [key, sharing] of Map.groupBy(traits, keyOf)) {
      if (key === undefined) continue;
      const near =
        sharing.length <= fewRecords
          ? [sharing]
          : Map.groupBy(sharing, ({ people, year }) =>
              [year, ...people.lastNames].join(" "),
            ).values();
      for (const some of near) {
        for (const [index, first] of some.entries()) {
          for (const other of some.slice(index + 1, index + fewRecords)) yield [first, other];
        }
      }
    }
  }
}
