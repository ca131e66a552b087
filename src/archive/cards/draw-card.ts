import { type Card, cardSize } from "./card.ts";

/** A typeface. Widths are parts of the size of the type. */
export interface Typeface {
  /** The width of a character, and its outline as SVG draws it with the y axis pointing up; undefined without a glyph. */
  glyph: (character: string) => { width: number; outline: string } | undefined;
  /** Units of an outline for the size of the type. */
  unitsPerEm: number;
}

const colours = {
  paper: "#fbf8f1",
  ink: "#221d18",
  soft: "#5f564b",
  line: "#ddd4c2",
  accent: "#8b1e1e",
};
const margin = 80;
const widest = cardSize.width - 2 * margin;
const sizes = [68, 60, 52, 46, 40];
const lineHeight = 1.16;
/** The room for the title. */
const titleHeight = 290;

/**
 * A card as SVG, in the first typeface that has a character. It has outlines and no text, so it looks the same
 * wherever it is drawn.
 */
export function drawCard(card: Card, faces: readonly Typeface[]): string {
  const { title, authors, date, archive } = card;
  const { size, words } = titleLines(title, faces);
  const place = { faces, x: margin };
  const parts = [
    line(fitted(archive, faces, 30), {
      ...place,
      size: 30,
      y: 96,
      colour: colours.accent,
      bold: true,
    }),
    ...words.map((text, index) => {
      const y = 204 + size * (index * lineHeight + 0.1);
      return line(text, { ...place, size, y, colour: colours.ink, bold: true });
    }),
    line(fitted(authors, faces, 32), {
      ...place,
      size: 32,
      y: date === "" ? 566 : 522,
      colour: colours.ink,
    }),
    line(date, { ...place, size: 28, y: 570, colour: colours.soft }),
  ];
  const { width, height } = cardSize;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colours.paper}"/><rect width="18" height="100%" fill="${colours.accent}"/><path d="M${margin} 128H${margin + widest}" stroke="${colours.line}" stroke-width="2"/>${parts.join("")}</svg>`;
}

/** The title in the largest size in which it has room, at most four lines; its end is cut if it never has. */
function titleLines(title: string, faces: readonly Typeface[]): { size: number; words: string[] } {
  for (const size of sizes) {
    const words = wrapped(title, faces, size);
    if (words.length * size * lineHeight <= titleHeight) return { size, words };
  }
  const size = sizes.at(-1) ?? 40;
  const most = Math.floor(titleHeight / (size * lineHeight));
  const words = wrapped(title, faces, size);
  const rest = words.slice(most - 1).join(" ");
  return { size, words: [...words.slice(0, most - 1), fitted(rest, faces, size)] };
}

function wrapped(text: string, faces: readonly Typeface[], size: number): string[] {
  const lines: string[] = [];
  // A word without glyphs, such as a picture of a bee, would leave two spaces.
  const words = text.split(/\s+/).filter((word) => glyphsOf(word, faces).length > 0);
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer, faces) * size <= widest)
      lines[lines.length - 1] = longer;
    else lines.push(...broken(word, faces, size));
  }
  return lines;
}

/** A word in pieces that have room in a line. */
function broken(word: string, faces: readonly Typeface[], size: number): string[] {
  const pieces = [""];
  for (const character of word) {
    const longer = `${pieces.at(-1)}${character}`;
    if (widthOf(longer, faces) * size <= widest) pieces[pieces.length - 1] = longer;
    else pieces.push(character);
  }
  return pieces;
}

/** A text that has room in a line; what has none is cut at a space. */
function fitted(text: string, faces: readonly Typeface[], size: number): string {
  if (widthOf(text, faces) * size <= widest) return text;
  let cut = [...text];
  while (cut.length > 0 && widthOf(`${cut.join("")}…`, faces) * size > widest)
    cut = cut.slice(0, -1);
  const whole = cut.join("").replace(/[\s,]+\S*$/u, "");
  return `${whole === "" ? cut.join("") : whole}…`;
}

function widthOf(text: string, faces: readonly Typeface[]): number {
  return glyphsOf(text, faces).reduce((sum, { width }) => sum + width, 0);
}

interface Placed {
  width: number;
  outline: string;
  unitsPerEm: number;
  /** Of a raised or lowered sign: its size, and how far it is above the line, as parts of the size of the type. */
  size?: number;
  rise?: number;
}

/** The glyphs of a text, each from the first typeface that has it. Characters that none has are left out. */
function glyphsOf(text: string, faces: readonly Typeface[]): Placed[] {
  return [...text.normalize("NFC")].flatMap((character) => {
    const direct = glyphOf(character, faces);
    if (direct) return [direct];
    // The typeface has few of these signs, but all letters and digits that they are made of.
    const place = superscripts.test(character) ? 0.35 : subscripts.test(character) ? -0.16 : 0;
    const parts = (form: "NFKC" | "NFKD") =>
      [...character.normalize(form)].flatMap((part) => glyphOf(part, faces) ?? []);
    const composed = parts("NFKC");
    // At least the letter without its marks.
    const base = composed.length > 0 ? composed : parts("NFKD");
    if (place === 0) return base;
    return base.map((found) => ({ ...found, width: found.width * 0.62, size: 0.62, rise: place }));
  });
}

const superscripts = /[\u02b0-\u02b8\u02e1-\u02e4\u1d2c-\u1d61\u1d9b-\u1dbf\u2070-\u207f]/;
const subscripts = /[\u1d62-\u1d6a\u2080-\u209c\u2c7c]/;

function glyphOf(character: string, faces: readonly Typeface[]): Placed | undefined {
  for (const { glyph, unitsPerEm } of faces) {
    const found = glyph(character);
    if (found) return { ...found, unitsPerEm };
  }
  return undefined;
}

interface Line {
  faces: readonly Typeface[];
  size: number;
  x: number;
  y: number;
  colour: string;
  /** The outlines are drawn with a stroke, since the typefaces have one weight. */
  bold?: boolean;
}

function line(text: string, { faces, size, x, y, colour, bold = false }: Line): string {
  let at = x;
  const paths = glyphsOf(text, faces).map(
    ({ width, outline, unitsPerEm, size: part = 1, rise = 0 }) => {
      const scale = (size * part) / unitsPerEm;
      const matrix = [scale, 0, 0, -scale, at, y - rise * size].map(rounded).join(" ");
      const stroke = bold ? ` stroke-width="${rounded(unitsPerEm * 0.026)}"` : "";
      at += width * size;
      return outline === "" ? "" : `<path transform="matrix(${matrix})"${stroke} d="${outline}"/>`;
    },
  );
  return `<g fill="${colour}"${bold ? ` stroke="${colour}"` : ""}>${paths.join("")}</g>`;
}

function rounded(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
