import type { PhrasingContent } from "mdast";
import type { InlineMath } from "mdast-util-math";

/**
 * Joins adjacent texts, as a parser would have read them, and adjacent formulas: Markdown has no way
 * to write two without a character between them.
 */
export function joinAdjacent(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === "text" && last?.type === "text") {
      joined[joined.length - 1] = { ...last, value: last.value + node.value };
    } else if (node.type === "inlineMath" && last?.type === "inlineMath") {
      joined[joined.length - 1] = joinFormulas(last, node);
    } else joined.push(node);
  }
  return joined;
}

function joinFormulas(first: InlineMath, second: InlineMath): InlineMath {
  const sourceOf = ({ value, data }: InlineMath) => data?.source ?? `$${value}$`;
  return {
    type: "inlineMath",
    // The space keeps a command apart from a letter that follows.
    value: `${first.value} ${second.value}`,
    data: { source: sourceOf(first) + sourceOf(second) },
  };
}
