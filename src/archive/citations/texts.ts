import { type TextPart, withinLine } from "./citation.ts";

const tags = { emphasis: "i", strong: "b" } as const;

/**
 * A text for RIS and CSL-JSON, as reference managers have it: formulas between dollars, italic and
 * bold type in HTML, code between backticks.
 */
export function textWithTags(parts: readonly TextPart[]): string {
  return written(parts, readsAsMath(parts)).replace(/\s+/gu, " ").trim();
}

function written(parts: readonly TextPart[], escaped: boolean): string {
  return parts
    .map((part) => {
      if ("text" in part) {
        const line = withoutTags(withinLine(part.text));
        return escaped ? line.replaceAll("$", "\\$") : line;
      }
      if ("math" in part) return formula(withinLine(part.math).trim());
      if (part.mark === "code") return `\`${withinLine(wordsOf(part.parts))}\``;
      const tag = tags[part.mark];
      return `<${tag}>${written(part.parts, escaped)}</${tag}>`;
    })
    .join("");
}

function formula(latex: string): string {
  return latex.includes("$") ? `\\(${latex}\\)` : `$${latex}$`;
}

/** The words of a text without its formulas. */
function wordsOf(parts: readonly TextPart[]): string {
  return parts
    .map((part) => ("text" in part ? part.text : "math" in part ? " " : wordsOf(part.parts)))
    .join("");
}

/** Whether dollars in words would be taken for those of a formula, by the rule of Pandoc. */
function readsAsMath(parts: readonly TextPart[]): boolean {
  const hasDollar = parts.some((part) => "math" in part && part.math.includes("$"));
  return hasDollar || /\$(?=\S)[^$]{0,300}(?<=\S)\$(?!\d)/.test(wordsOf(parts));
}

/** Words in which nothing looks like a tag or an entity of HTML. */
export function withoutTags(words: string): string {
  return words.replace(/&(?=#?\w{1,30};)/g, "&amp;").replace(/<(?=[A-Za-z/!?])/g, "&lt;");
}
