/** How many quotes, list items, brackets and emphases may be inside of each other. */
export const deepestMarkdown = 50;

/** The line at which a text nests too deeply for a parser of Markdown; its time grows with the depth. */
export function tooDeepToParse(text: string): number | undefined {
  const lines = text.split("\n");
  // Indentations of the list items around a line, and what is open in its paragraph.
  let items: number[] = [];
  let open = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") {
      open = 0;
      continue;
    }
    const { indent, containers, isItem } = startOf(line);
    items = items.filter((outer) => outer < indent);
    if (isItem) items.push(indent);
    open = openedBy(line, open);
    if (items.length + containers > deepestMarkdown || open > deepestMarkdown) return index + 1;
  }
  return undefined;
}

/** What a line starts with: its quotes and list items, each inside of the one before. */
function startOf(line: string): { indent: number; containers: number; isItem: boolean } {
  const indent = line.length - line.trimStart().length;
  // A thematic break consists of the same characters.
  if (/^[\s*_-]+$/.test(line)) return { indent, containers: 0, isItem: false };
  const marker = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/y;
  let containers = 0;
  while (marker.test(line)) containers += 1;
  return { indent, containers, isItem: containers > 0 };
}

/** How many brackets and emphases are open after a line of a paragraph. */
function openedBy(line: string, before: number): number {
  let open = before;
  for (const [delimiter, at] of delimitersIn(line)) {
    const [left, right] = [line[at - 1] ?? " ", line[at + delimiter.length] ?? " "];
    const opens =
      delimiter === "[" || (delimiter !== "]" && /\S/.test(right) && !/[\p{L}\p{N}]/u.test(left));
    open = Math.max(0, open + (opens ? 1 : -1));
    if (open > deepestMarkdown) return open;
  }
  return open;
}

function delimitersIn(line: string): [delimiter: string, at: number][] {
  return [...line.matchAll(/\\.|\[|\]|\*+|_+/g)].flatMap(({ 0: delimiter, index }) =>
    delimiter.startsWith("\\") ? [] : [[delimiter, index]],
  );
}
