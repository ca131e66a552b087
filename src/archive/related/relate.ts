import type { PaperTexts } from "../terms/paper-texts.ts";
import type { TermVectors } from "../terms/term-vectors.ts";
import { type CandidateLists, candidateLists } from "./candidate-lists.ts";
import { nearestOf, type Related } from "./related-papers.ts";
import { shortDigest } from "./row-digests.ts";
import { phrasesIn } from "./shared-phrases.ts";

/** A related paper, and the terms that both share, in the words of the paper it is related to. */
export interface RelatedPaper {
  id: string;
  phrases: string[];
}

/** The related papers of an archive, and what the next ones can be made from. */
export interface Relations extends CandidateLists {
  /** A digest of each paper's text. */
  texts: readonly string[];
  related: Record<string, RelatedPaper[]>;
}

/**
 * The related papers of every paper that has some, most similar first. Papers that share only common
 * academic phrases ("novel approach") are not related. Former relations of mostly the same papers save time, and
 * change nothing.
 */
export function relate(
  papers: readonly PaperTexts[],
  vectors: TermVectors,
  former?: Relations,
): Relations {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const formerTexts = new Map(former?.ids.map((id, at) => [id, former.texts[at]]));
  const formerRelated = new Map(Object.entries(former?.related ?? {}));
  const { ids, rows, lists, before } = candidateLists(vectors, former);
  const compare = nearestOf(vectors);
  const texts: string[] = [];
  const related: [string, RelatedPaper[]][] = [];
  for (const [at, id] of ids.entries()) {
    const paper = byId.get(id);
    const text = shortDigest(JSON.stringify([paper?.title, paper?.abstract]));
    texts.push(text);
    const list = lists[at] ?? new Uint32Array();
    const known = formerTexts.get(id) === text ? before[at] : undefined;
    const nearest = known === list ? undefined : compare(at, list);
    const isKept = known && (!nearest || isSame(nearest, compare(at, known)));
    const found = isKept ? formerRelated.get(id) : paper && withPhrases(paper, nearest ?? []);
    if (found && found.length > 0) related.push([id, found]);
  }
  return { ids, rows, lists, texts, related: Object.fromEntries(related) };
}

function isSame(nearest: readonly Related[], former: readonly Related[]): boolean {
  return nearest.length === former.length && nearest.every(({ id }, at) => id === former[at]?.id);
}

function withPhrases(paper: PaperTexts, related: readonly Related[]): RelatedPaper[] {
  if (related.length === 0) return [];
  const phrasesWith = phrasesIn(paper);
  const shown = related.map(({ id, shared }) => ({ id, phrases: phrasesWith(shared) }));
  return shown.filter(({ phrases }) => phrases.length > 0);
}
