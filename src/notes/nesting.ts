import type { Nodes, Root } from "mdast";
import { deepestMarkdown } from "../text/markdown-depth.ts";
import { firstDeeperThan } from "../text/tree-depth.ts";

/**
 * Compilers go down a text level by level and end without a message where it is too deep: Rolldown
 * crashes at several hundred levels of code, and a formula alone may have 200.
 */
const deepestCode = 100;

/** The line at which a text, or the code in it, nests too deeply to be compiled. */
export function tooDeepToCompile(tree: Root): number | undefined {
  const deepest = firstDeeperThan<Nodes>(tree, deepestMarkdown, (node) =>
    "children" in node ? node.children : [],
  );
  if (deepest) return deepest.position?.start.line ?? 1;
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (firstDeeperThan<object>(codeOf(node), deepestCode, objectsIn)) {
      return node.position?.start.line ?? 1;
    }
    if ("children" in node) open.push(...node.children);
  }
  return undefined;
}

/** The code of a node: its own, and that of its attributes. */
function codeOf(node: Nodes): object {
  return { own: node.data ?? {}, attributes: "attributes" in node ? node.attributes : [] };
}

/** What is directly inside of a node of code. Comments refer to what is around them. */
function objectsIn(node: object): object[] {
  return Object.entries(node)
    .filter(([name]) => name !== "position" && name !== "comments")
    .flatMap(([, value]) => value)
    .filter((value) => typeof value === "object" && value !== null);
}
