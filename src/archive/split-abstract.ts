import type { PhrasingContent, Root, RootContent } from "mdast";
import { firstSentenceEnd } from "../text/first-sentence.ts";
import { withoutLinks } from "./inline-content.ts";

/** An abstract in two parts. Together they have all of its words. */
export interface AbstractParts {
  /** The first sentence, without links. Empty where the abstract begins with no paragraph. */
  sentence: PhrasingContent[];
  /** All that follows it. */
  rest: RootContent[];
}

/** Cuts an abstract after its first sentence. A formula, a link or a word is never cut. */
export function splitAbstract({ children }: Root): AbstractParts {
  const [first, ...more] = children;
  if (first?.type !== "paragraph") return { sentence: [], rest: children };
  const end = firstSentenceEnd(first.children.map(textOf).join(""));
  const { before, after } = cut(first.children, { left: end });
  const remains = trimStart(after);
  return {
    sentence: before.flatMap(withoutLinks),
    rest: [...(remains.length > 0 ? [{ ...first, children: remains }] : []), ...more],
  };
}

/** A node as the segmenter sees it: points in formulas and code end no sentence. */
function textOf(node: PhrasingContent): string {
  if (node.type === "text") return node.value;
  if ("children" in node) return node.children.map(textOf).join("");
  return node.type === "break" ? " " : "Formula";
}

function cut(
  nodes: readonly PhrasingContent[],
  room: { left: number },
): { before: PhrasingContent[]; after: PhrasingContent[] } {
  const parts = nodes.map((node) => cutNode(node, room));
  return {
    before: parts.flatMap(({ before }) => before),
    after: parts.flatMap(({ after }) => after),
  };
}

function cutNode(
  node: PhrasingContent,
  room: { left: number },
): { before: PhrasingContent[]; after: PhrasingContent[] } {
  const { left } = room;
  const { length } = textOf(node);
  if (left >= length || left <= 0) {
    room.left -= length;
    return left > 0 ? { before: [node], after: [] } : { before: [], after: [node] };
  }
  if (node.type === "text") {
    room.left = 0;
    return {
      before: [{ ...node, value: node.value.slice(0, left) }],
      after: [{ ...node, value: node.value.slice(left) }],
    };
  }
  if (!("children" in node) || node.type === "link") {
    room.left = 0;
    return { before: [node], after: [] };
  }
  const { before, after } = cut(node.children, room);
  return { before: [{ ...node, children: before }], after: [{ ...node, children: after }] };
}

function trimStart(nodes: PhrasingContent[]): PhrasingContent[] {
  const [first, ...more] = nodes;
  if (first?.type === "break") return trimStart(more);
  if (first?.type !== "text") return nodes;
  const value = first.value.trimStart();
  return value === "" ? trimStart(more) : [{ ...first, value }, ...more];
}
