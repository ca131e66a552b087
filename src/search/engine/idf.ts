/** Inverse document frequency as in BM25: how much a word that `papers` of `total` papers have tells. */
export function idf(papers: number, total: number): number {
  return Math.log(1 + (total - papers + 0.5) / (papers + 0.5));
}
