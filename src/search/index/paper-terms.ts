/**
 * A paper's words as numbers of the forms in a table. Objects for the words of all papers of a large
 * archive would take gigabytes.
 *
 *     lengths of the seven lists, then the lists:
 *     title: words, compounds; abstract: words, compounds; extras: words, compounds; authors
 *     word:     twice its form, and 1 more if it is a stop word
 *     compound: form, first, count
 */
export type PackedTerms = Int32Array;

/** A text of a paper. Its keys are the stems of its forms. */
export interface TextTerms {
  /** Twice the number of each word's form, and 1 more if it is a stop word. */
  words: Int32Array;
  /** The form, the first word and the count of words of each compound. */
  compounds: Int32Array;
}

/** What `PackedTerms` have. */
export interface PaperTerms {
  title: TextTerms;
  abstract: TextTerms;
  extras: TextTerms;
  /** The forms of the words of the authors' names. */
  authors: Int32Array;
}

/** How many lists there are. */
export const lists = 7;
/** How many numbers a compound has. */
export const compoundSize = 3;

/** The lists in packed terms, without a copy of them. */
export function unpackTerms(packed: PackedTerms): PaperTerms {
  let at = lists;
  let list = 0;
  const next = () => {
    const end = at + (packed[list] ?? 0);
    const values = packed.subarray(at, end);
    at = end;
    list += 1;
    return values;
  };
  return {
    title: { words: next(), compounds: next() },
    abstract: { words: next(), compounds: next() },
    extras: { words: next(), compounds: next() },
    authors: next(),
  };
}

/** The form of a word. */
export function formOf(word: number | undefined): number {
  return (word ?? 0) >> 1;
}

/** Whether a word is a stop word. */
export function isStop(word: number | undefined): boolean {
  return ((word ?? 0) & 1) === 1;
}

/** Replaces the numbers of forms in packed terms. */
export function renumber(packed: PackedTerms, numberOf: (form: number) => number): void {
  const { title, abstract, extras, authors } = unpackTerms(packed);
  for (const { words, compounds } of [title, abstract, extras]) {
    for (const [at, word] of words.entries()) {
      words[at] = numberOf(formOf(word)) * 2 + (isStop(word) ? 1 : 0);
    }
    for (let at = 0; at < compounds.length; at += compoundSize) {
      compounds[at] = numberOf(compounds[at] ?? 0);
    }
  }
  for (const [at, form] of authors.entries()) authors[at] = numberOf(form);
}
