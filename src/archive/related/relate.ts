import type { PaperTexts } from "../terms/paper-texts.ts";
import type { TermVectors } from "../terms/term-vectors.ts";
import { textDigest } from "../terms/text-digest.ts";
import { type NearestPapers, nearestPapers } from "./nearest-papers.ts";
import { phrasesIn } from "./shared-phrases.ts";
import { relatedBy } from "./shared-terms.ts";
import { listOf } from "./top-lists.ts";

/** A related paper, and the terms that both share, in the words of the paper it is related to. */
export interface RelatedPaper {
  id: string;
  phrases: string[];
}

/** The related papers of an archive, and what the next ones can be made from. */
export interface Relations extends NearestPapers {
  /** A digest of each paper's texts and topics. */
  texts: readonly string[];
  related: Record<string, RelatedPaper[]>;
}

/**
 * The related papers of every paper that has some, most similar first, at most five. Papers that share only common
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
  const { ids, rows, lists, isKept } = nearestPapers(vectors, former);
  const relatedTo = relatedBy(vectors);
  const related: [string, RelatedPaper[]][] = [];
  const texts = ids.map((id, at) => {
    const paper = byId.get(id);
    const text = paper ? textDigest(paper) : "";
    const phrasesOf = () => {
      const nearest = paper ? relatedTo(at, listOf(lists, at)) : [];
      if (!paper || nearest.length === 0) return [];
      const phrasesWith = phrasesIn(paper);
      return nearest
        .map(({ paper: other, shared }) => ({
          id: ids[other] ?? "",
          phrases: phrasesWith(shared),
        }))
        .filter(({ phrases }) => phrases.length > 0);
    };
    const isFormer = isKept(at) && formerTexts.get(id) === text;
    const found = isFormer ? formerRelated.get(id) : phrasesOf();
    if (found && found.length > 0) related.push([id, found]);
    return text;
  });
  return { ids, rows, lists, texts, related: Object.fromEntries(related) };
}
