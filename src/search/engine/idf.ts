/**
 * Inverse document frequency as in BM25: the information of a word that `papers` of `total` papers
 * have.
 */
export function idf(papers: number, total: number): number {
  return Math.log(1 + (total - papers + 0.5) / (papers + 0.5));
}
