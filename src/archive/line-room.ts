/** About how many letters of facts fit in one line of a list that has a column beside it. */
const lineLength = 108;
/** What the point between two facts takes, and the margin for upvotes and links, in letters. */
const pointLength = 3;
const marginLength = 13;

/** How many further facts fit in one line after others, which are there in any case. */
export function furtherThatFit(
  facts: readonly (string | undefined)[],
  further: readonly string[],
  hasMargin = false,
): number {
  let length = hasMargin ? marginLength : 0;
  for (const fact of facts) if (fact) length += fact.length + pointLength;
  const fitting = further.findIndex((fact) => {
    length += fact.length + pointLength;
    return length - pointLength > lineLength;
  });
  return fitting === -1 ? further.length : fitting;
}
