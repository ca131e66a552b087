import { plainText } from "../../math/tree-text.ts";
import type { Message, Staged } from "../../schemas/message.ts";
import type { Provenance } from "../../schemas/paper.ts";
import { possibleDuplicate, report } from "../../schemas/rules.ts";
import { asciiFold } from "../../text/slug.ts";
import { digestOf, digestOfBytes, type Memory, noMemory, recall } from "../memory.ts";
import { noteFile } from "../note-file.ts";
import type { Paper } from "../paper.ts";
import { keepComparisons, rememberedComparisons } from "./compared-texts.ts";
import { bandsOf, type NearDuplicate, nearDuplicates, similarity } from "./near-duplicates.ts";
import { type WordPairs, wordPairsOf } from "./word-pairs.ts";

type TextMemory = Pick<Memory, "bands" | "comparedTexts" | "nearDuplicates">;

/**
 * Reports papers that may be one work under two titles or from two sources, unless the owner's
 * notes say that they differ. It joins none of them: only ids, titles with abstracts, or the owner
 * can do that. The value has the ids of all papers whose abstract is nearly that of another one.
 */
export function sameWork(
  papers: readonly Paper[],
  memory: TextMemory = noMemory,
): Staged<string[]> {
  const isApart = toldApart(papers);
  const near = new Set<string>();
  const messages = nearAbstracts(papers, memory).flatMap(({ first, second, similarity }) => {
    const [a, b] = [papers[first], papers[second]];
    if (!a || !b) return [];
    near.add(a.id).add(b.id);
    if (isApart(a.id, b.id)) return [];
    if (isSeries(a.titleText, b.titleText) && similarity < almostAll) return [];
    return [duplicate(...inOrder(a, b), similarity)];
  });
  return { value: [...near], messages };
}

function nearAbstracts(papers: readonly Paper[], memory: TextMemory): readonly NearDuplicate[] {
  // One after the other, because the texts of all abstracts would fill the memory.
  const digests = papers.map((paper) => digestOfBytes(abstractWords(paper)));
  const key = digestOf(digests);
  const found = memory.nearDuplicates.get(key);
  if (found) {
    // For an ingest to which a text is added.
    for (const digest of digests) memory.bands.has(digest);
    keepComparisons(memory.comparedTexts);
    return found;
  }
  const known: WordPairs[] = [];
  const textOf = (paper: Paper | undefined) => (paper ? abstractWords(paper) : "");
  const pairsOf = (text: number) => (known[text] ??= wordPairsOf(textOf(papers[text])));
  const bands = digests.map((digest, text) =>
    recall(memory.bands, digest, () => bandsOf(pairsOf(text))),
  );
  const compared = rememberedComparisons(digests, memory.comparedTexts, (first, second) =>
    similarity(pairsOf(first), pairsOf(second)),
  );
  const made = nearDuplicates(bands, compared.similarityOf);
  compared.finish();
  memory.nearDuplicates.set(key, made);
  return made;
}

// Parts of a series share sentences. Above this similarity, two abstracts count as the same text.
const almostAll = 0.9;

/** Whether two titles differ only in a number: "Part I" and "Part II". */
function isSeries(a: string, b: string): boolean {
  const bare = (title: string) =>
    asciiFold(
      title.replace(
        /(?<![\p{L}\p{N}])(?:[IVX]+|[0-9]+|one|two|three|four|five)(?![\p{L}\p{N}])/giu,
        "#",
      ),
    );
  return asciiFold(a) !== asciiFold(b) && bare(a) === bare(b);
}

/** The text of an abstract, as abstracts are compared. */
export function abstractWords({ abstract }: Paper): string {
  return abstract.map(({ children }) => plainText(children)).join("\n");
}

/** Whether notes call two papers different. */
export function toldApart(
  papers: readonly Pick<Paper, "id" | "aliases" | "note">[],
): (id: string, other: string) => boolean {
  const told = papers.flatMap(({ id, note }) =>
    (note?.data.differentFrom ?? []).map((other) => [id, other] as const),
  );
  if (told.length === 0) return () => false;
  const idOf = new Map<string, string>(
    papers.flatMap(({ id, aliases }) => [id, ...aliases].map((name) => [name, id] as const)),
  );
  const apart = new Set(told.map(([id, other]) => pairOf(id, idOf.get(other) ?? other)));
  return (id, other) => apart.has(pairOf(id, other));
}

function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** The two papers in the order of their sources. The message points to the second. */
function inOrder(a: Paper, b: Paper): [Paper, Paper] {
  const [first, second] = [sourceOf(a), sourceOf(b)];
  const later = first.file === second.file ? first.line > second.line : first.file > second.file;
  return later ? [b, a] : [a, b];
}

function duplicate(a: Paper, b: Paper, similarity: number): Message {
  const [first, second] = [sourceOf(a), sourceOf(b)];
  const params = {
    id: b.id,
    title: b.titleText,
    otherId: a.id,
    otherTitle: a.titleText,
    note: noteFile(a),
    otherPlace: `${first.file}:${first.line}`,
    percent: Math.round(100 * similarity),
  };
  return report(possibleDuplicate, params, { file: second.file, line: second.line });
}

/** Where an abstract was read. The paper's `sources` may be those that an exported archive claims. */
function sourceOf({ textSources }: Paper): Provenance {
  return textSources.abstract.source;
}
