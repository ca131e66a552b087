import { sizes, switches } from "./commands.ts";
import { isKnown } from "./known-commands.ts";
import type { TexNode } from "./parse-tex.ts";
import type { Formula, Reading, Surroundings } from "./reading.ts";
import { typed } from "./typed.ts";

/**
 * The text of a group that begins with a command, such as `{\em words}` or `{\"o}`; undefined if that
 * command is not known.
 */
export function readSwitch<F extends Formula>(
  reading: Reading<F>,
  children: readonly TexNode[],
  around: Surroundings,
): string | undefined {
  const [first, second] = children;
  if (first?.kind !== "command") return undefined;
  const type = switches.get(first.name);
  if (type === undefined && !sizes.has(first.name)) {
    return isKnown(first.name, reading.source, second) ? reading.read(children, around) : undefined;
  }
  const text = reading.read(withoutSpace(children.slice(1), reading.source), {
    ...around,
    before: "",
    after: "",
  });
  return typed(text, type ?? "plain", around);
}

/** A space after a command only ends its name. */
function withoutSpace(nodes: readonly TexNode[], source: string): TexNode[] {
  const [first, ...more] = nodes;
  if (first?.kind !== "text") return [...nodes];
  const text = source.slice(first.start, first.end);
  const start = first.end - text.trimStart().length;
  return start === first.end ? more : [{ ...first, start }, ...more];
}
