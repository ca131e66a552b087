/** A node, and how many others are around it. */
interface Place<N> {
  node: N;
  depth: number;
}

/**
 * The first node of a tree that has more than `most` nodes around it. Not recursive, so that no tree
 * is too deep for it.
 */
export function firstDeeperThan<N>(
  root: N,
  most: number,
  childrenOf: (node: N) => readonly N[],
): N | undefined {
  const open: Place<N>[] = [{ node: root, depth: 0 }];
  for (let place = open.pop(); place; place = open.pop()) {
    const { node, depth } = place;
    if (depth > most) return node;
    for (const child of childrenOf(node).toReversed()) open.push({ node: child, depth: depth + 1 });
  }
  return undefined;
}
