import { emphasis, lowered, raised, strong } from "../marks.ts";
import { decodeReferences } from "./entities.ts";
import { latexOfMathml } from "./mathml.ts";
import { attributeOf, type Piece, partnersOf, piecesOf, type Role, roleOfTag } from "./tags.ts";
import { inTexSource, writtenTags } from "./tex-source.ts";

/** An element whose end was not reached yet. */
interface Open {
  role: Role;
  at: number;
  text: string;
  /** Whether there is nothing in it but white space. */
  isEmpty: boolean;
  /** Whether its last words are a heading. */
  endsInHeading: boolean;
  /** The formulas of a `formula`, of which one notation is shown. */
  tex: string;
  mathml: string;
}

/** Headings that say what the whole text is. */
const label = /^(?:abstract|summary|zusammenfassung|résumé|resumen|resumo|riassunto)[.:]?$/i;

/**
 * A text in which the elements of HTML, JATS and MathML are marks of types, formulas between `\(` and
 * `\)`, and empty lines between paragraphs. A tag without its partner, and one that is not known, stays
 * as it is. Linear in the length of the text.
 */
export function readHtml(text: string): string {
  if (!/[<&]|textless/.test(text)) return text;
  const decoded = decodeReferences(writtenTags(decodeReferences(text)));
  if (!decoded.includes("<")) return decoded;
  const pieces = piecesOf(decoded);
  const partners = partnersOf(pieces);
  const root = opened("inline", -1);
  const open = [root];
  const top = () => open.at(-1) ?? root;
  let at = 0;
  for (let piece = pieces[at]; piece !== undefined; piece = pieces[at]) {
    const role = piece.tag && roleOfTag(piece.tag);
    const partner = partners.get(at);
    if (role === "math" && partner !== undefined && partner > at) {
      addFormula(top(), "mathml", latexOfMathml(pieces.slice(at, partner + 1)));
      at = partner;
    } else if (role === "tex" && partner !== undefined && partner > at) {
      const source = pieces.slice(at + 1, partner);
      addFormula(top(), "tex", inTexSource(source.map((one) => one.source).join("")));
      at = partner;
    } else if (piece.tag && partner !== undefined && role !== undefined) {
      if (partner > at) open.push(opened(role, at));
      else end(open, pieces);
    } else add(top(), alone(piece, role));
    at += 1;
  }
  return root.text;
}

/** A tag without a partner. */
function alone({ source, tag }: Piece, role: Role | undefined): string {
  if (tag?.name === "br" || tag?.name === "break") return "\n";
  const isEmpty = tag?.empty && role !== undefined && tag.attributes === "";
  if (role === "nothing" || isEmpty) return "";
  return tag?.name === "p" ? "\n\n" : source;
}

function opened(role: Role, at: number): Open {
  return { role, at, text: "", isEmpty: true, endsInHeading: false, tex: "", mathml: "" };
}

function add(into: Open, text: string): void {
  into.text += text;
  if (!/\S/.test(text)) return;
  into.isEmpty = false;
  into.endsInHeading = false;
}

function end(open: Open[], pieces: readonly Piece[]): void {
  const done = open.pop();
  const outer = open.at(-1);
  if (!done || !outer) return;
  if (done.role !== "formula") {
    join(outer, written(done, pieces), done.role);
    // A paragraph in a formula's caption, and the like.
    outer.tex += done.tex;
    outer.mathml += done.mathml;
  } else if (outer.role === "formula") {
    add(outer, done.text);
    outer.tex += done.tex;
    outer.mathml += done.mathml;
  } else {
    const formula = done.tex === "" ? done.mathml : done.tex;
    add(outer, done.isEmpty ? formula : done.text + formula);
  }
}

/** A formula, inside of an element that may have it in other notations too. */
function addFormula(into: Open, notation: "tex" | "mathml", latex: string): void {
  if (latex === "") return;
  if (into.role === "formula") {
    if (into[notation] === "") into[notation] = latex;
  } else add(into, latex);
}

/** Adds the text of an element. Headings and paragraphs begin after an empty line. */
function join(into: Open, text: string, role: Role): void {
  const words = text.trim();
  if (role !== "heading" && role !== "block") add(into, text);
  else if (words === "" || (role === "heading" && into.isEmpty && label.test(words))) return;
  else if (role === "heading") {
    add(into, `\n\n${within(strong, words)} `);
    into.endsInHeading = true;
  } else {
    // What follows a heading goes on in its paragraph.
    const gap = into.isEmpty || into.endsInHeading ? "" : "\n\n";
    add(into, `${gap}${words}\n\n`);
  }
}

function written({ role, at, text }: Open, pieces: readonly Piece[]): string {
  switch (role) {
    case "emphasis":
      return within(emphasis, text);
    case "strong":
      return within(strong, text);
    case "lowered":
      return within(lowered, text);
    case "raised":
      return within(raised, text);
    case "link": {
      const tag = pieces[at]?.tag;
      const address = (tag && attributeOf(tag, "href")) ?? "";
      const isWeb = /^https?:\/\/[^\s()<>]+$/.test(address) && !text.includes(address);
      if (!isWeb || text.trim() === "") return text;
      return /[[\]\n]/.test(text) ? `${text} (${address})` : `[${text}](${address})`;
    }
    default:
      return text;
  }
}

function within({ open, close }: typeof emphasis, text: string): string {
  return text.trim() === "" ? text : open + text + close;
}
