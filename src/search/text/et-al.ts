/** Whether two words from an index are "et al." */
export function isEtAl(texts: readonly string[], at: number): boolean {
  return /^et$/i.test(texts[at] ?? "") && /^al\.?,?$/i.test(texts[at + 1] ?? "");
}
