import type { PhrasingContent } from "mdast";
import { typeset } from "../math/typeset.ts";
import type { Message } from "../schemas/message.ts";
import { invalidFormula, report } from "../schemas/rules.ts";
import type { TextSource, TopicPaper } from "./paper.ts";

/** Reports each formula that KaTeX refuses; the site shows the source of such a formula. */
export function checkFormulas({ title, abstract, titleText, textSources }: TopicPaper): Message[] {
  const check = (nodes: PhrasingContent[], { source: { file, line } }: TextSource) =>
    formulas(nodes).flatMap((latex): Message[] => {
      const set = typeset(latex);
      if ("html" in set) return [];
      const params = { latex, where: `"${titleText}"`, reason: set.refused };
      return [report(invalidFormula, params, { file, line })];
    });
  return [
    ...check(title, textSources.title),
    ...check(
      abstract.flatMap(({ children }) => children),
      textSources.abstract,
    ),
  ];
}

function formulas(nodes: PhrasingContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === "inlineMath") return [node.value];
    return "children" in node ? formulas(node.children) : [];
  });
}
