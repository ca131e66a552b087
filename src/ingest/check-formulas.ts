import type { PhrasingContent } from "mdast";
import { typeset } from "../math/typeset.ts";
import type { Message } from "../schemas/message.ts";
import type { Provenance } from "../schemas/paper.ts";
import type { TopicPaper } from "./paper.ts";

/** A message for each formula that KaTeX refuses; such a formula is shown as its source. */
export function checkFormulas(paper: TopicPaper): Message[] {
  // The owner's own texts are at fault where a note gave them.
  const given = ({ gave = [] }: Provenance) =>
    ["title", "abstract"].some((it) => gave.includes(it));
  const source = paper.sources.find(given) ?? paper.sources[0];
  const nodes = [...paper.title, ...paper.abstract.flatMap(({ children }) => children)];
  return formulas(nodes).flatMap((latex): Message[] => {
    const set = typeset(latex);
    if ("html" in set) return [];
    return [
      {
        rule: "formula-refused",
        severity: "warning",
        reason: `KaTeX cannot set $${latex}$ in "${paper.titleText}" (${set.refused}); its source is shown instead.`,
        ...(source ? { place: { file: source.file, line: source.line } } : {}),
        hint: "Correct the formula in content/notes/, or leave it as its source.",
      },
    ];
  });
}

function formulas(nodes: PhrasingContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === "inlineMath") return [node.value];
    return "children" in node ? formulas(node.children) : [];
  });
}
