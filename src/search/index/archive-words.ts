import { minOccurrences } from "./frequent-pairs.ts";
import { NumberSet } from "./number-set.ts";
import {
  compoundSize,
  formOf,
  isStop,
  type PackedTerms,
  type TextTerms,
  unpackTerms,
} from "./paper-terms.ts";
import type { TextTable } from "./text-table.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";

/** What the words of all papers say together. */
export interface ArchiveWords {
  /** The keys of the frequent words, in alphabetical order. */
  frequent: string[];
  /** The keys of the two-word compounds with a stop word, which is not indexed on its own. */
  pairs: string[];
  vocabulary: Vocabulary;
}

/** In an archive of more papers, a compound of one paper is mostly a missing space. */
const manyPapers = 1000;

/**
 * Counts the words of papers. Which words are frequent, and which pairs have a key in all papers that have them, is decided by the
 * first papers, of which there are `settled`.
 */
export function archiveWords(
  papers: readonly PackedTerms[],
  table: TextTable,
  settled = papers.length,
): ArchiveWords {
  const occurrences = new Counts();
  const papersOfPair = new Counts();
  const papersOfForm = new Counts();
  const [forms, pairs] = [new NumberSet(), new NumberSet()];
  const countText = ({ words, compounds }: TextTerms, isSettled: boolean) => {
    for (const word of words) forms.add(formOf(word)) && papersOfForm.add(formOf(word));
    for (let at = 0; at < compounds.length; at += compoundSize) {
      const form = compounds[at] ?? 0;
      if (forms.add(form)) papersOfForm.add(form);
      const first = compounds[at + 1] ?? 0;
      if (!isSettled || compounds[at + 2] !== 2) continue;
      if (!isStop(words[first]) && !isStop(words[first + 1])) continue;
      const key = table.stemOf(form);
      if (pairs.add(key)) papersOfPair.add(key);
    }
  };
  for (const [number, packed] of papers.entries()) {
    const { title, abstract, extras, authors } = unpackTerms(packed);
    const isSettled = number < settled;
    for (const { words } of isSettled ? [title, abstract, extras] : []) {
      for (const word of words) if (!isStop(word)) occurrences.add(table.stemOf(formOf(word)));
    }
    forms.clear();
    pairs.clear();
    countText(title, isSettled);
    countText(abstract, isSettled);
    for (const form of authors) if (forms.add(form)) papersOfForm.add(form);
  }
  const least = papers.length > manyPapers ? 2 : 1;
  return {
    frequent: occurrences
      .atLeast(minOccurrences)
      .map((key) => table.textOf(key))
      .sort(),
    pairs: papersOfPair
      .atLeast(least)
      .map((key) => table.textOf(key))
      .sort(),
    vocabulary: vocabularyOf(
      papersOfForm.atLeast(1).map((form) => [table.textOf(form), papersOfForm.of(form)]),
    ),
  };
}

/** How often numbers occur. */
class Counts {
  private readonly counts: number[] = [];

  add(number: number): void {
    while (this.counts.length <= number) this.counts.push(0);
    this.counts[number] = this.of(number) + 1;
  }

  of(number: number): number {
    return this.counts[number] ?? 0;
  }

  /** The numbers that occur so often. */
  atLeast(count: number): number[] {
    return [...this.counts.keys()].filter((number) => this.of(number) >= count);
  }
}
