import { note } from "../schemas/note.ts";
import { type SplitFile, splitFrontmatter } from "../text/frontmatter.ts";

/** A note cut into its frontmatter and its text. */
interface SplitNote extends SplitFile {
  /** The first line of settings that were found in the text. */
  strayLine?: number;
}

const setting = new RegExp(`^(?:${Object.keys(note.shape).join("|")})[ \\t]*:(?:[ \\t]|$)`);

/**
 * Cuts a note into frontmatter and text. When two machines made a note, or changed its beginning, git may put the
 * settings of the second after the text of the first, followed by their fence. They are part of the frontmatter
 * then, on their own lines, and empty lines are in their place in the text.
 */
export function splitNote(text: string): SplitNote {
  const split = splitFrontmatter(text);
  const { yaml, body, bodyLine } = split;
  if (yaml === undefined || !/^---[^\S\n]*$/m.test(body)) return split;
  const lines = body.split("\n");
  const moved: number[] = [];
  for (const [fence, line] of lines.entries()) {
    const found = /^---\s*$/.test(line) ? settingsAbove(lines, fence) : [];
    if (found.length > 0) moved.push(...found, fence);
  }
  const [first] = moved;
  if (first === undefined) return split;
  const isMoved = new Set(moved);
  const head = lines.map((line, at) => (isMoved.has(at) && !/^---\s*$/.test(line) ? line : ""));
  const rest = lines.map((line, at) => (isMoved.has(at) ? "" : line));
  // The closing fence has a line, too.
  return {
    yaml: `${yaml}\n${head.join("\n")}\n`,
    body: rest.join("\n"),
    bodyLine,
    strayLine: bodyLine + first,
  };
}

/** The lines of settings that end right above a fence. */
function settingsAbove(lines: readonly string[], fence: number): number[] {
  let first = fence;
  for (let at = fence - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? "";
    if (setting.test(line)) first = at;
    else if (!/^(?:[ \t]+|- )\S/.test(line)) break;
  }
  return Array.from({ length: fence - first }, (_, index) => first + index);
}
