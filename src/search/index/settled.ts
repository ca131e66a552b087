/** A smaller archive has so few files that dividing them would only make more. */
const leastToDivide = 2000;

/**
 * How many of an archive's papers are settled: those with the first numbers. What is made of them alone stays as it is while
 * papers are added, and all that is made of the recent ones is in few files. The more papers, the larger the steps in which
 * recent ones become settled: a step changes most files, and so does each day those of the recent papers.
 */
export function settledPapers(total: number): number {
  if (total <= leastToDivide) return total;
  const halfDigits = Math.floor((31 - Math.clz32(total)) / 2);
  return total - (total % (8 * 2 ** halfDigits));
}
