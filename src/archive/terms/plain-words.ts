// The order matters: an escaped dollar is a dollar sign and does not open a formula.
const marks =
  /\\([!-/:-@[-`{-~])|(\$\$?)(?:\\[\s\S]|[^$\\])*\2|\]\((?:[^()\\\s]|\\.)*\)|<(?:https?:[^>]*)>|https?:\/\/[^\s<>)]+|&#x([0-9A-Fa-f]{1,6});|[*_`[\]]/g;

/**
 * The words of a generated entry's Markdown, without formulas, addresses and markup. Works on
 * characters, because parsing ten thousand abstracts into trees would take longer than everything
 * that is done with their words.
 */
export function plainWords(markdown: string): string {
  return markdown.replace(marks, (_, escaped?: string, __?: string, code?: string) => {
    if (escaped !== undefined) return escaped;
    return code === undefined
      ? " "
      : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
  });
}
