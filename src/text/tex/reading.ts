import { formulaMark } from "../characters.ts";
import type { Cursor } from "./cursor.ts";
import type { Output } from "./output.ts";
import type { TexNode } from "./parse-tex.ts";

/** A formula: its LaTeX, and how its source prints it. */
export interface Formula {
  latex: string;
  source: string;
}

/** What is shared by all parts of a text that are read. */
export interface Reading<F extends Formula> {
  source: string;
  /** The formulas of the source's marks, in order, and how many of them were met. */
  given: readonly F[];
  met: number;
  /** The formulas of the marks written so far. */
  written: (F | Formula)[];
  /** Reads a list of parts into a text. */
  read: (nodes: readonly TexNode[], around: Surroundings) => string;
}

/** What is around a list of parts. */
export interface Surroundings {
  /** The text before it. */
  before: string;
  /** The character after it in the source. */
  after: string;
  /** Whether it is the argument of a command, or a group that begins with a command. */
  inTex: boolean;
}

/** A command in its place. */
export interface Place<F extends Formula> {
  reading: Reading<F>;
  cursor: Cursor;
  output: Output;
  /** Whether it is the first part of a group or an argument. */
  first: boolean;
}

/** A part of the source as it is, with its formulas. */
export function takeSource<F extends Formula>(
  reading: Reading<F>,
  start: number,
  end: number,
): string {
  const text = reading.source.slice(start, end);
  const count = text.split(formulaMark).length - 1;
  reading.written.push(...reading.given.slice(reading.met, reading.met + count));
  reading.met += count;
  return text;
}
