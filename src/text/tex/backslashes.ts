import { nextCharacter, nextNode } from "./cursor.ts";
import type { Formula, Place } from "./reading.ts";

/** Whether a backslash has a space on each side, so that it is no space of TeX: `A \ B`. */
export function isLoneBackslash<F extends Formula>(
  { cursor, output }: Place<F>,
  { name, start }: { name: string; start: number },
): boolean {
  if (name !== " " && name !== "\n") return false;
  if (start === 0 || output.tail().endsWith("\\ ")) return true;
  const before = cursor.nodes[cursor.at - 2];
  return before?.kind === "text" && /\s/.test(cursor.source.charAt(before.end - 1));
}

/**
 * A backslash that is printed. After a word, it would be a space of TeX when the text is read again,
 * unless it is apart; after a full stop it is one, which a program has escaped: `e.g.{\textbackslash} `.
 */
export function printedBackslash<F extends Formula>({ cursor, output }: Place<F>): string {
  const next = nextNode(cursor);
  const isBeforeSpace =
    next?.kind === "command" ? /^\s/.test(next.name) : /\s/.test(nextCharacter(cursor));
  return isBeforeSpace && /[^\s.]$/.test(output.tail()) ? " \\" : "\\";
}
