import { defined } from "../../../schemas/defined.ts";
import type { Line } from "../../../text/decode.ts";

/**
 * What a line can be: the first or a later line of a title, or the first or a later line of an
 * abstract.
 */
export type Role = "title" | "titleMore" | "abstract" | "abstractMore";

/** A line with what is known from its neighbours. */
export interface SeenLine extends Line {
  previous?: Line;
  next?: Line;
  /** The paragraph from this line on: its length in characters, and whether it ends a sentence. */
  rest: { length: number; ends: boolean };
}

/** Adds to each line of a block what is known from its neighbours. */
export function seeLines(lines: Line[]): SeenLine[] {
  const seen: SeenLine[] = [];
  let below: SeenLine | undefined;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index];
    if (!line) continue;
    const previous = lines[index - 1];
    const next = lines[index + 1];
    const goesOn = below && !below.afterBlankLine;
    below = {
      ...line,
      ...defined({ previous, next }),
      rest: {
        length: line.text.length + (goesOn ? (below?.rest.length ?? 0) : 0),
        ends: goesOn ? (below?.rest.ends ?? false) : endsSentence(line.text),
      },
    };
    seen.push(below);
  }
  return seen.reverse();
}

/**
 * The cost of a line in a role: how unlikely it is there. Lengths and letter cases are those of
 * arXiv's listings.
 */
export function lineCost(role: Role, line: SeenLine): number {
  const { text, afterBlankLine, previous, rest } = line;
  const brief = rest.length < 120 ? 3 : rest.length < 200 ? 1.5 : rest.length < 300 ? 0.5 : 0;
  switch (role) {
    case "title":
      return asTitle(text) + (afterBlankLine ? 0 : previous && endsSentence(previous.text) ? 2 : 4);
    case "titleMore":
      return (
        asTitle(text) +
        (afterBlankLine ? 4 : 1.5) +
        (previous && endsSentence(previous.text) ? 1 : 0) +
        (opener.test(text) ? 3 : 0)
      );
    case "abstract":
      return (
        brief +
        stub(line) +
        (rest.ends ? 0 : 1) +
        (afterBlankLine ? 0 : 2) +
        (/^\p{Ll}/u.test(text) ? 1 : 0) +
        likeTitle(text) +
        (previous && dangling.test(previous.text.slice(-20)) ? 2 : 0)
      );
    case "abstractMore":
      if (!afterBlankLine) return stub(line) + 0.2;
      return stub(line) + 3 + brief + (rest.ends ? 0 : 2) + likeTitle(text);
  }
}

/** A paragraph's lines are about as long as each other: a short one before a long one is a title. */
function stub({ text, next }: SeenLine): number {
  return next && !next.afterBlankLine && text.length < 0.6 * next.text.length ? 6 : 0;
}

function likeTitle(text: string): number {
  return text.length < 200 && headline(text) > 0.6 ? 2 : 0;
}

function asTitle(text: string): number {
  return (
    (text.length > 150 ? 2 : 0) +
    (text.length > 220 ? 8 : 0) +
    (/[^.]\.$/.test(text.slice(-2)) ? 3 : 0) +
    (/\p{Ll}{2}[.] \p{Lu}/u.test(text) ? 3 : 0) +
    (/https?:\/\//.test(text) ? 4 : 0) +
    (headline(text) < 0.3 ? 1 : 0) +
    (/^\p{Ll}+[,.;]?\s/u.test(text) ? 2 : 0)
  );
}

// Words with which many abstracts start, and no title continues.
const opener = /^(?:We|This|These|Our|In this|In recent|Recent|Despite|While|Although)\s/;
// A line that ends like this continues in the next one.
const dangling = /(?:[-–—:,&(]|\s(?:an?|and|as|at|by|for|from|in|into|of|on|or|the|to|via|with))$/i;

/** Whether a line ends as sentences do, or with an address. */
export function endsSentence(text: string): boolean {
  const word = lastWord(text);
  return /[.?!…:"”')\]*]$/.test(word) || /^\W{0,3}https?:\/\//.test(word);
}

/** Whether a text certainly ends like an abstract: with a full stop or an address. */
export function endsAbstract(text: string): boolean {
  const word = lastWord(text);
  return /[.?!…。！？][)\]"”’'*]*$/.test(word) || /^\W{0,3}https?:\/\//.test(word);
}

// Only the last word matters. Regular expressions that may start anywhere take quadratic time on
// long lines.
function lastWord(text: string): string {
  return text.slice(Math.max(text.lastIndexOf(" ") + 1, text.length - 300));
}

/**
 * The share of longer words, without the first one, that start with a capital; 0.5 if there are too
 * few.
 */
function headline(text: string): number {
  const words = text.slice(0, 300).match(/\p{L}[\p{L}\p{N}-]{3,}/gu) ?? [];
  const telling = words.slice(1);
  if (telling.length < 3) return 0.5;
  return telling.filter((word) => /^\p{Lu}/u.test(word)).length / telling.length;
}
