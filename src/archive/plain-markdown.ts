import type { Paragraph, PhrasingContent, Root } from "mdast";
import type { InlineMath } from "mdast-util-math";

/** In a paragraph: a formula, an escaped character, or characters that mean nothing. */
const piece =
  /\$(?<formula>[^$\n\s](?:[^$\n]*[^$\n\s])?)\$(?!\$)|\\(?<escaped>[!-/:-@[-`{-~])|(?<text>(?:[^$\\`*_<>&[\]]|\\(?=[A-Za-z0-9 ]))+)/y;

/** Characters in whose place a parser may have others, wherever they are. */
const changedByParsers = /[\0\t\r\uFEFF]/;

/** A line that begins no heading, list, quote, block of code, table or formula. Spaces at its ends could be a break. */
const plainLine = /^(?:\p{L}|["'(“‘«{%…]|\\[!-/:-@[-`{-~]|\$(?!\$)|\d+(?![\d.)]))(?:.*[^\s\\])?$/u;

/**
 * The tree of a Markdown text that has nothing but paragraphs with words, escaped characters and formulas in lines, as
 * nearly all abstracts have. Undefined for any other text, which needs a parser. The tree is the parser's, without
 * positions, and takes a twentieth of the time.
 */
export function plainTree(markdown: string): Root | undefined {
  if (changedByParsers.test(markdown)) return undefined;
  const children: Paragraph[] = [];
  for (const paragraph of markdown.split(/\n{2,}/)) {
    if (!paragraph.split("\n").every((line) => plainLine.test(line))) return undefined;
    const content = contentOf(paragraph);
    if (!content) return undefined;
    children.push({ type: "paragraph", children: content });
  }
  return { type: "root", children };
}

function contentOf(paragraph: string): PhrasingContent[] | undefined {
  const content: PhrasingContent[] = [];
  let text = "";
  const closeText = () => {
    if (text !== "") content.push({ type: "text", value: text });
    text = "";
  };
  for (piece.lastIndex = 0; piece.lastIndex < paragraph.length; ) {
    const at = piece.lastIndex;
    const { formula, escaped, text: words } = piece.exec(paragraph)?.groups ?? {};
    if (formula !== undefined) {
      // A parser takes two dollar signs in a row together.
      if (paragraph[at - 1] === "$") return undefined;
      closeText();
      content.push(inlineMath(formula));
    } else if (escaped === undefined && words === undefined) return undefined;
    else text += escaped ?? words;
  }
  closeText();
  return content;
}

function inlineMath(value: string): InlineMath {
  return {
    type: "inlineMath",
    value,
    data: {
      hName: "code",
      hProperties: { className: ["language-math", "math-inline"] },
      hChildren: [{ type: "text", value }],
    },
  };
}
