import type { PaperTexts } from "./paper-texts.ts";
import { plainWords } from "./plain-words.ts";
import { termKeys } from "./split-terms.ts";
import { TermRows } from "./term-rows.ts";
import { textDigest } from "./text-digest.ts";

/** The terms of papers, and how strongly they are present. Row `i` spans `starts[i]` to `starts[i + 1]`. */
export interface CountedTerms {
  /** In the order of code units. */
  ids: readonly string[];
  /** A digest of each paper's texts and topics. */
  texts: readonly string[];
  /** Every term of the archive, by number, and perhaps some that it had before. */
  keys: readonly string[];
  starts: Uint32Array;
  terms: Uint32Array;
  /** By its mentions, or a topic's score. */
  presence: Float32Array;
}

/** A mention in the title counts as many in the abstract. */
const titleMentions = 3;
/** Mentions saturate: the tenth adds little to the third. */
const saturation = 2;

const topicMark = "topic:";

/** The topic of a term that is not a word or a pair of words. */
export function topicOfKey(key: string): string | undefined {
  return key.startsWith(topicMark) ? key.slice(topicMark.length) : undefined;
}

/**
 * Counts the terms of papers. The order of the papers makes no difference. From former terms of mostly the same papers,
 * only those of papers with other texts are counted. Terms keep their numbers then, which are others in terms
 * that are counted anew; nothing else is.
 */
export function countTerms(papers: readonly PaperTexts[], former?: CountedTerms): CountedTerms {
  const sorted = papers.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const texts = sorted.map(textDigest);
  const before = former && rowsStillTrue(sorted, texts, former);
  const known = before && 2 * before.size > sorted.length ? before : undefined;
  const numberOf = numbering(known ? (former?.keys ?? []) : []);
  const rows = new TermRows(
    sorted.length,
    known ? (former?.terms.length ?? 0) : 128 * sorted.length,
  );
  const formerRows = former && { ...former, values: former.presence };
  for (const [at, paper] of sorted.entries()) {
    const row = known?.get(at);
    if (formerRows && row !== undefined) rows.copy(formerRows, row);
    else countPaper(paper, numberOf.number, rows.add);
    rows.end();
  }
  const { values: presence, ...made } = rows.finish();
  const ids = sorted.map(({ id }) => id);
  const all = { ids, texts, keys: numberOf.keys(), ...made, presence };
  // Terms that no paper has any more would take more and more room.
  return known && hasManyUnused(all) ? countTerms(papers) : all;
}

/** The terms of some of the papers, with the same numbers. */
export function countedRows(counted: CountedTerms, ids: ReadonlySet<string>): CountedTerms {
  const papers = counted.ids.flatMap((id, paper) => (ids.has(id) ? [paper] : []));
  const rows = new TermRows(papers.length, 128 * papers.length);
  const all = { ...counted, values: counted.presence };
  for (const paper of papers) {
    rows.copy(all, paper);
    rows.end();
  }
  const { values: presence, ...made } = rows.finish();
  const of = (texts: readonly string[]) => papers.map((paper) => texts[paper] ?? "");
  return { ids: of(counted.ids), texts: of(counted.texts), keys: counted.keys, ...made, presence };
}

function hasManyUnused({ keys, terms }: Pick<CountedTerms, "keys" | "terms">): boolean {
  const isUsed = new Uint8Array(keys.length);
  let used = 0;
  // By index, because an iterator takes many times as long.
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] ?? 0;
    if (isUsed[term] === 0) used += 1;
    isUsed[term] = 1;
  }
  return used < keys.length / 2;
}

/** The former rows of papers whose texts are what they were. */
function rowsStillTrue(
  papers: readonly PaperTexts[],
  texts: readonly string[],
  former: CountedTerms,
): Map<number, number> {
  const rowOf = new Map(former.ids.map((id, row) => [id, row]));
  return new Map(
    papers.flatMap(({ id }, at) => {
      const row = rowOf.get(id);
      return row !== undefined && former.texts[row] === texts[at] ? [[at, row] as const] : [];
    }),
  );
}

/** Numbers terms, after those that have numbers. */
function numbering(given: readonly string[]) {
  let numbers: Map<string, number> | undefined;
  let keys = given;
  let added: string[] = [];
  return {
    keys: () => {
      if (added.length > 0) keys = [...keys, ...added];
      added = [];
      return keys;
    },
    number: (key: string): number => {
      // Only now, because most often there is nothing to number.
      numbers ??= new Map(given.map((one, number) => [one, number]));
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = numbers.size;
      numbers.set(key, number);
      added.push(key);
      return number;
    },
  };
}

function countPaper(
  { title, abstract, topics }: PaperTexts,
  numberOf: (key: string) => number,
  add: (term: number, presence: number) => void,
): void {
  const mentions = new Map<number, number>();
  for (const [text, worth] of [
    [title, titleMentions],
    [abstract, 1],
  ] as const) {
    for (const key of termKeys(plainWords(text))) {
      const number = numberOf(key);
      mentions.set(number, (mentions.get(number) ?? 0) + worth);
    }
  }
  for (const [term, worth] of mentions)
    add(term, (worth * (1 + saturation)) / (worth + saturation));
  for (const { id, score } of topics) add(numberOf(topicMark + id), score);
}
