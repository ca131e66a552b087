import { type Document, Lexer, parseDocument } from "yaml";

/** How many maps and lists may be inside of each other. No file of an owner nests five deep. */
export const deepestYaml = 60;

/**
 * Parses a YAML text. Throws a RangeError if it nests too deeply. The library prints no warnings of its
 * own, because callers report whatever is wrong.
 */
export function parseShallow(
  text: string,
  options: Parameters<typeof parseDocument>[1],
): Document.Parsed {
  if (nestsTooDeeply(text)) throw new RangeError("The text nests too deeply.");
  return parseDocument(text, { logLevel: "error", ...options });
}

/**
 * Whether a YAML text nests more deeply than that. The library's time grows with the depth, beyond all
 * bounds where maps are keys of maps. Only its lexer runs here, which takes one step after the other.
 */
export function nestsTooDeeply(text: string): boolean {
  if (!mayNest(text)) return false;
  let flow = 0;
  // How many `- ` and `? ` follow each other on one line. Deeper blocks need more and more indentation.
  let inLine = 0;
  let indent = 0;
  for (const token of new Lexer().lex(text)) {
    switch (token.charAt(0)) {
      case "{":
      case "[":
        flow += 1;
        break;
      case "}":
      case "]":
        flow = Math.max(0, flow - 1);
        break;
      case "\n":
        inLine = 0;
        indent = 0;
        break;
      case " ":
        if (inLine === 0) indent = token.length;
        break;
      case "-":
      case "?":
      case ":":
        if (token.length === 1) inLine += 1;
    }
    if (flow + inLine > deepestYaml || indent > 40 * deepestYaml) return true;
  }
  return false;
}

/** A quick look, because the lexer takes its time: whether a text has enough signs to nest deeply. */
function mayNest(text: string): boolean {
  const brackets = text.match(/[[{]/g)?.length ?? 0;
  if (brackets > deepestYaml) return true;
  return text.split("\n").some((line) => {
    const signs = line.length > 2 * deepestYaml ? (line.match(/[-?:](?=[ \t])/g)?.length ?? 0) : 0;
    return signs > deepestYaml || line.length - line.trimStart().length > 40 * deepestYaml;
  });
}
