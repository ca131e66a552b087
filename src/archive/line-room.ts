/** About how many letters of facts fit in one line of a list that has a column beside it. */
const lineLength = 108;
/** What the point between two facts takes, in letters. */
const pointLength = 3;

/** How many further facts fit in one line after others, which are there in any case. At least one. */
export function furtherThatFit(
  facts: readonly (string | undefined)[],
  further: readonly string[],
): number {
  let length = 0;
  for (const fact of facts) if (fact) length += fact.length + pointLength;
  const fitting = further.findIndex((fact) => {
    length += fact.length + pointLength;
    return length - pointLength > lineLength;
  });
  return fitting === -1 ? further.length : Math.max(1, fitting);
}
