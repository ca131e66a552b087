import type { PaperTexts } from "../terms/paper-texts.ts";
import type { TermVectors } from "../terms/term-vectors.ts";
import { relatedPapers } from "./related-papers.ts";
import { phrasesIn } from "./shared-phrases.ts";

/** A related paper, and the terms that both share, in the words of the paper it is related to. */
export interface RelatedPaper {
  id: string;
  phrases: string[];
}

/**
 * The related papers of every paper that has some, most similar first. Papers that share only common
 * academic phrases ("novel approach") are not related.
 */
export function relate(
  papers: readonly PaperTexts[],
  vectors: TermVectors,
): Record<string, RelatedPaper[]> {
  const texts = new Map(papers.map((paper) => [paper.id, paper]));
  return Object.fromEntries(
    [...relatedPapers(vectors)].flatMap(([id, related]) => {
      const paper = texts.get(id);
      if (!paper || related.length === 0) return [];
      const phrasesWith = phrasesIn(paper);
      const shown = related.map((other) => ({ id: other.id, phrases: phrasesWith(other.shared) }));
      const kept = shown.filter(({ phrases }) => phrases.length > 0);
      return kept.length > 0 ? [[id, kept]] : [];
    }),
  );
}
