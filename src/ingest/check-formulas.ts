import type { PhrasingContent } from "mdast";
import { typeset } from "../math/typeset.ts";
import type { Message } from "../schemas/message.ts";
import type { Provenance } from "../schemas/paper.ts";
import { invalidFormula, report } from "../schemas/rules.ts";
import type { TopicPaper } from "./paper.ts";

/** Reports each formula that KaTeX refuses; the site shows the source of such a formula. */
export function checkFormulas(paper: TopicPaper): Message[] {
  // If a note gave one of the texts, the message points to the note.
  const gaveText = ({ gave = [] }: Provenance) =>
    ["title", "abstract"].some((fact) => gave.includes(fact));
  const source = paper.sources.find(gaveText) ?? paper.sources[0];
  const nodes = [...paper.title, ...paper.abstract.flatMap(({ children }) => children)];
  const place = source && { file: source.file, line: source.line };
  return formulas(nodes).flatMap((latex): Message[] => {
    const set = typeset(latex);
    if ("html" in set) return [];
    const params = { latex, where: `"${paper.titleText}"`, reason: set.refused };
    return [report(invalidFormula, params, place)];
  });
}

function formulas(nodes: PhrasingContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === "inlineMath") return [node.value];
    return "children" in node ? formulas(node.children) : [];
  });
}
