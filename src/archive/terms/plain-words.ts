// In this order: an escaped character stands for itself, so an escaped dollar opens no formula.
const marks =
  /\\([!-/:-@[-`{-~])|(\$\$?)(?:\\[\s\S]|[^$\\])*\2|\]\((?:[^()\\\s]|\\.)*\)|<(?:https?:[^>]*)>|https?:\/\/[^\s<>)]+|&#x([0-9A-Fa-f]{1,6});|[*_`[\]]/g;

/**
 * The words of a made entry's Markdown: formulas, addresses and marks are taken out. It looks at the
 * signs alone, since parsing ten thousand abstracts into trees takes longer than all that is done
 * with their words.
 */
export function plainWords(markdown: string): string {
  return markdown.replace(marks, (_, escaped?: string, __?: string, code?: string) => {
    if (escaped !== undefined) return escaped;
    return code === undefined
      ? " "
      : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
  });
}
