/** A part of a text in TeX, by its offsets. */
export type TexNode = { start: number; end: number } & (
  | { kind: "text" }
  /** `\name`, or a backslash and one other character. */
  | { kind: "command"; name: string }
  /** What is between two braces. */
  | { kind: "group"; children: TexNode[] }
);

/** Groups deeper than this are text. */
const deepest = 30;

const token = /\\[A-Za-z]+\*?|\\[\s\S]|[{}]|[^\\{}]+|\\/gu;

/** Divides a text into commands, groups and other text. A brace without its partner is text. */
export function parseTex(text: string): TexNode[] {
  const root: TexNode[] = [];
  const open: { start: number; children: TexNode[] }[] = [];
  let tooDeep = 0;
  const add = (node: TexNode): void => {
    (open.at(-1)?.children ?? root).push(node);
  };
  for (const { 0: piece, index: start } of text.matchAll(token)) {
    const end = start + piece.length;
    if (piece === "{" && open.length < deepest) open.push({ start, children: [] });
    else if (piece === "}" && tooDeep === 0 && open.length > 0) {
      const { start: from, children } = open.pop() ?? { start, children: [] };
      add({ kind: "group", start: from, end, children });
    } else {
      if (piece === "{") tooDeep += 1;
      if (piece === "}") tooDeep = Math.max(0, tooDeep - 1);
      const isCommand = piece.startsWith("\\") && piece.length > 1;
      add(
        isCommand
          ? { kind: "command", name: piece.slice(1), start, end }
          : { kind: "text", start, end },
      );
    }
  }
  while (open.length > 0) {
    const { start, children } = open.pop() ?? { start: 0, children: [] };
    add({ kind: "text", start, end: start + 1 });
    for (const child of children) add(child);
  }
  return root;
}
