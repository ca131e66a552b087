import { findWholeMath } from "../../math/restore/whole-math.ts";
import { singleSpaces } from "../../text/characters.ts";
import { withPlainLines } from "../../text/line-emphasis.ts";
import { type TextPart, withinLine } from "./citation.ts";
import { delimited } from "./delimiters.ts";

const tags = { emphasis: "i", strong: "b" } as const;

/**
 * A text for RIS and CSL-JSON, as reference managers have it: formulas between dollars, italic and
 * bold type in HTML, code between backticks.
 */
export function textWithTags(parts: readonly TextPart[]): string {
  const plain = written(parts, false);
  const formulas = findWholeMath(plain).map(({ latex }) => latex);
  const isClear = formulas.join("\n") === formulasOf(parts).join("\n");
  return singleSpaces(isClear ? plain : written(parts, true));
}

/** The text; dollars in words are escaped if they would be taken for those of formulas. */
function written(parts: readonly TextPart[], escaped: boolean): string {
  return parts
    .map((part, index) => {
      if ("text" in part) {
        const line = withPlainLines(withoutTags(withinLine(part.text)));
        return escaped ? line.replaceAll("$", "\\$") : line;
      }
      if ("math" in part) return delimited(withinLine(part.math).trim(), parts[index + 1]);
      if (part.mark === "code") return `\`${written(part.parts, false)}\``;
      const tag = tags[part.mark];
      return `<${tag}>${written(part.parts, escaped)}</${tag}>`;
    })
    .join("");
}

function formulasOf(parts: readonly TextPart[]): string[] {
  return parts.flatMap((part) => {
    if ("math" in part) return [withinLine(part.math).trim()];
    return "parts" in part ? formulasOf(part.parts) : [];
  });
}

/** Words in which nothing looks like a tag or an entity of HTML. */
export function withoutTags(words: string): string {
  return words.replace(/&(?=#?\w{1,30};)/g, "&amp;").replace(/<(?=[A-Za-z/!?])/g, "&lt;");
}
