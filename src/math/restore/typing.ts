/**
 * What authors type who do not write LaTeX: `2.8 x 10^-5`, `10^43`, `<=`, `->`, `sqrt(n)`. LaTeX needs braces or a
 * command there, so a text with formulas of this kind has hardly any that lost its dollars.
 */
const typed =
  /\d ?x ?10\^|\^-\d|\^\d\d|<=|>=|!=|\+\/-|(?:^|[^-])->|sqrt\(|[A-Za-z)\]] \* [A-Za-z(]/g;
const most = 3;

/** The number of signs that the formulas of a text are typed without LaTeX, at most 3. */
export function typedSigns(text: string): number {
  let count = 0;
  typed.lastIndex = 0;
  while (count < most && typed.test(text)) count += 1;
  return count;
}
