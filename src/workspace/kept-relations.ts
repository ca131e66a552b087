import type { RelatedPaper, Relations } from "../archive/related/relate.ts";
import { type KeptArrays, wholeNumbers } from "./kept-arrays.ts";

/** Relations, and a digest of the code that made them. */
export interface KeptRelations extends Relations {
  version: string;
}

/** Relations as lists: related papers by their numbers, and each phrase once. */
export function relationsToLists({
  version,
  ids,
  rows,
  texts,
  lists,
  related,
}: KeptRelations): KeptArrays {
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  const phraseNumber = new Map<string, number>();
  const [starts, others, phraseStarts, phrases] = [[0], [] as number[], [0], [] as number[]];
  for (const id of ids) {
    for (const other of Object.hasOwn(related, id) ? (related[id] ?? []) : []) {
      others.push(numberOf.get(other.id) ?? 0);
      for (const phrase of other.phrases) {
        const known = phraseNumber.get(phrase) ?? phraseNumber.size;
        phraseNumber.set(phrase, known);
        phrases.push(known);
      }
      phraseStarts.push(phrases.length);
    }
    starts.push(others.length);
  }
  const packed = { starts, others, phraseStarts, phrases };
  const numbers = Object.entries(packed).map(([name, list]) => [name, Uint32Array.from(list)]);
  return {
    numbers: { rows, papers: lists.papers, scores: lists.scores, ...Object.fromEntries(numbers) },
    texts: { ids, texts, words: [...phraseNumber.keys()], version: [version] },
  };
}

/** The relations of lists. */
export function relationsFromLists(kept: KeptArrays): KeptRelations {
  const { ids = [], texts = [], words = [], version = [] } = kept.texts;
  const whole = (name: string) => wholeNumbers(kept, name);
  const [starts, others] = [whole("starts"), whole("others")];
  const [phraseStarts, phrases] = [whole("phraseStarts"), whole("phrases")];
  const related: [string, RelatedPaper[]][] = [];
  for (const [paper, id] of ids.entries()) {
    const found: RelatedPaper[] = [];
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      const some = phrases.subarray(phraseStarts[at], phraseStarts[at + 1]);
      const ofPaper = Array.from(some, (phrase) => words[phrase] ?? "");
      found.push({ id: ids[others[at] ?? 0] ?? "", phrases: ofPaper });
    }
    if (found.length > 0) related.push([id, found]);
  }
  return {
    version: version[0] ?? "",
    ids,
    texts,
    rows: whole("rows"),
    lists: { papers: whole("papers"), scores: whole("scores") },
    related: Object.fromEntries(related),
  };
}
