import { stopWords } from "../text/stop-words.ts";
import type { PaperWords } from "./record.ts";
import type { WordTable } from "./word-table.ts";

/** The words of an archive as they are written, with the number of papers that have each. */
export type Vocabulary = WordTable;

const most = 20_000;

/** Words against which a query's typing errors are corrected: the most frequent of a large archive. */
export function vocabularyOf(papers: Iterable<PaperWords>): Vocabulary {
  const counts = new Map<string, number>();
  for (const { title, abstract, authors } of papers) {
    const forms = new Set<string>();
    for (const text of [title, abstract, ...authors]) {
      for (const { form } of [...text.words, ...text.compounds]) {
        if (!stopWords.has(form) && form.length > 3 && /^\p{L}+$/u.test(form)) forms.add(form);
      }
    }
    for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, most)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
