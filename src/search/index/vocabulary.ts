import { stopWords } from "../text/stop-words.ts";
import type { PaperWords } from "./record.ts";

/** The words of an archive as they are written, with the number of papers that have each. */
export type Vocabulary = [form: string, papers: number][];

const most = 30_000;

/**
 * Words against which a query's typing errors are corrected: those of the titles, and those of the
 * abstracts that come back, most frequent first where there are too many.
 */
export function vocabularyOf(papers: Iterable<PaperWords>): Vocabulary {
  const counts = new Map<string, number>();
  const inTitles = new Set<string>();
  for (const { title, abstract, authors } of papers) {
    const forms = new Set<string>();
    for (const text of [title, abstract, ...authors]) {
      for (const { form } of [...text.words, ...text.compounds]) {
        if (!stopWords.has(form) && form.length > 3 && /^\p{L}+$/u.test(form)) forms.add(form);
      }
    }
    for (const text of [title, ...authors]) for (const { form } of text.words) inTitles.add(form);
    for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts]
    .filter(([form, papers_]) => papers_ > 1 || inTitles.has(form))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, most)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
