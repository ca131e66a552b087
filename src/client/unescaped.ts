const characters: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#34": '"',
  "#39": "'",
  "#x27": "'",
};

/** The text of markup that this site has written, which escapes only characters of HTML's syntax. */
export function unescaped(markup: string): string {
  return markup.replace(/&(#?\w+);/g, (whole, name: string) => characters[name] ?? whole);
}
