import type { PhrasingContent } from "mdast";
import { inlineParagraphs } from "../archive/inline-content.ts";
import { typeset } from "../math/typeset.ts";
import type { Message } from "../schemas/message.ts";
import type { Provenance } from "../schemas/paper.ts";
import { invalidFormula, report } from "../schemas/rules.ts";
import type { TopicPaper } from "./paper.ts";

/** Reports each formula that KaTeX refuses; the site shows the source of such a formula. */
export function checkFormulas(paper: TopicPaper): Message[] {
  const { title, abstract, annotation = "", titleText, textSources } = paper;
  const check = (nodes: PhrasingContent[], { file, line }: Provenance) =>
    formulas(nodes).flatMap((latex): Message[] => {
      const set = typeset(latex);
      if ("html" in set) return [];
      const params = { latex, where: `"${titleText}"`, reason: set.refused };
      return [report(invalidFormula, params, { file, line })];
    });
  return [
    ...check(title, textSources.title.source),
    ...check(
      abstract.flatMap(({ children }) => children),
      textSources.abstract.source,
    ),
    ...(textSources.annotation
      ? check(
          inlineParagraphs(annotation).flatMap(({ children }) => children),
          textSources.annotation,
        )
      : []),
  ];
}

function formulas(nodes: PhrasingContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === "inlineMath") return [node.value];
    return "children" in node ? formulas(node.children) : [];
  });
}
