import { formulaMark } from "../characters.ts";
import type { Wrapping } from "./commands.ts";
import { nextCharacter } from "./cursor.ts";
import type { TexNode } from "./parse-tex.ts";
import type { Formula, Place } from "./reading.ts";
import { writeScript } from "./scripts.ts";
import { typed } from "./typed.ts";

/** Writes the argument of a command as the command wants it. */
export function wrapped<F extends Formula>(
  { reading, cursor, output }: Place<F>,
  wrapping: Wrapping,
  { group, start }: { group: Extract<TexNode, { kind: "group" }>; start: number },
): void {
  const around = { before: output.tail(), after: nextCharacter(cursor) };
  const source = reading.source.slice(start, group.end);
  if (wrapping === "formula" && !source.includes(formulaMark)) {
    reading.written.push({ latex: source.slice(source.indexOf("{") + 1, -1).trim(), source });
    output.push(formulaMark);
    return;
  }
  const isScript = wrapping === "raised" || wrapping === "lowered";
  const isTyped = wrapping === "emphasis" || wrapping === "strong";
  const before = isScript || isTyped ? "" : around.before;
  const { length } = reading.written;
  const inside = reading.read(group.children, { ...around, before, inTex: true });
  if (isScript) {
    const formulas = reading.written.splice(length);
    const mark = wrapping === "raised" ? "^" : "_";
    writeScript({ mark, content: inside, formulas, source }, output, reading);
  } else output.push(written(inside, wrapping, around));
}

function written(
  text: string,
  wrapping: Exclude<Wrapping, "raised" | "lowered">,
  around: { before: string; after: string },
): string {
  switch (wrapping) {
    case "emphasis":
    case "strong":
      return typed(text, wrapping, around);
    case "quote":
      return quoted(text);
    case "parentheses":
      return `${/\S$/.test(around.before) ? " " : ""}(${text.trim()})`;
    case "brackets":
      return `[${text}]`;
    case "upper":
      return text.toUpperCase();
    case "lower":
      return text.toLowerCase();
    default:
      return text;
  }
}

/** Quotation marks, with single ones inside of them. */
function quoted(text: string): string {
  return `“${text.trim().replaceAll("“", "‘").replaceAll("”", "’")}”`;
}
