import type { TexNode } from "./parse-tex.ts";

/** A part in braces. */
export type Group = Extract<TexNode, { kind: "group" }>;

/** A place in a list of parts. */
export interface Cursor {
  readonly source: string;
  readonly nodes: TexNode[];
  at: number;
  /** What follows the list in the source. */
  readonly after: string;
}

/** The next part; undefined at the end. */
export function nextNode({ nodes, at }: Cursor): TexNode | undefined {
  return nodes[at];
}

/** The character that follows in the source. */
export function nextCharacter(cursor: Cursor): string {
  const next = nextNode(cursor);
  return next === undefined ? cursor.after : cursor.source.charAt(next.start);
}

/** Takes characters that match from the text that follows; an empty text if none do. */
export function takeText(cursor: Cursor, pattern: RegExp): string {
  const next = nextNode(cursor);
  if (next?.kind !== "text") return "";
  // Long enough for what commands look for, so that a long text is not copied for each.
  const text = cursor.source.slice(next.start, Math.min(next.end, next.start + 300));
  const found = pattern.exec(text)?.[0] ?? "";
  if (found === "") return "";
  const start = next.start + found.length;
  if (start === next.end) cursor.at += 1;
  else cursor.nodes[cursor.at] = { ...next, start };
  return found;
}

/** Takes the argument that follows in braces, with a space before it or without. */
export function takeGroup(cursor: Cursor): Group | undefined {
  const [next, second] = cursor.nodes.slice(cursor.at, cursor.at + 2);
  if (next?.kind === "group") {
    cursor.at += 1;
    return next;
  }
  if (next?.kind !== "text" || second?.kind !== "group") return undefined;
  if (next.end - next.start > 10 || cursor.source.slice(next.start, next.end).trim() !== "") {
    return undefined;
  }
  cursor.at += 2;
  return second;
}

/** Takes the empty group that ends the name of a command. */
export function takeEmptyGroup(cursor: Cursor): boolean {
  const next = nextNode(cursor);
  if (next?.kind !== "group" || next.end - next.start > 2) return false;
  cursor.at += 1;
  return true;
}

/** Takes the arguments in braces or brackets that follow without a space. */
export function skipArguments(cursor: Cursor): number | undefined {
  let end: number | undefined;
  for (;;) {
    const from = nextNode(cursor)?.start ?? 0;
    const optional = takeText(cursor, /^\[[^[\]\n]{0,100}\](?=$)/);
    const next = nextNode(cursor);
    if (next?.kind === "group") {
      end = next.end;
      cursor.at += 1;
    } else {
      if (optional !== "") end = from + optional.length;
      return end;
    }
  }
}
