import { decodeReferences } from "../../../text/html/entities.ts";
import {
  type DividedName,
  dividedName,
  isGroupName,
  namesAtCommas,
  partsAtCommas,
  withNarrowCommas,
  withoutEastAsianSpace,
  withoutOthers,
} from "../../../text/person-names.ts";
import { withoutRaisedMarks } from "../../../text/raised-marks.ts";
import { withoutCaseBraces } from "./texts.ts";

/** The persons and organizations of a field. */
export interface BibNames {
  /** Each in reading order. */
  names: string[];
  /** The list ends with "and others", so it is incomplete. */
  cut: boolean;
  /** Something else than "and" is between names, so where they divide is a guess. */
  unsure: boolean;
  /** Names whose family name the field says: by a comma, by braces around all, or in biblatex's form. */
  people: DividedName[];
}

/** The names in a field of BibTeX or BibLaTeX, divided by "and". */
export function namesIn(value: string): BibNames {
  const field = withNarrowCommas(withoutRaisedMarks(decodeReferences(value)))
    .trim()
    .replace(/^(?:and\s+)+|(?<!\s)\s+and$/gi, "");
  const divided = splitOutsideBraces(field, /(?<!\s)\s+(?:and\s+)+/gi).map(atSemicolons);
  const lists = divided.map((names) => names.map((name) => name.trim()).map(atCommas));
  const { names, cut } = withoutOthers(lists.flat(2));
  const read = names.map(plainName).filter(({ name }) => name !== "");
  return {
    names: read.map(({ name }) => name),
    cut,
    people: read.flatMap(({ name, family }) => (family === undefined ? [] : [{ name, family }])),
    unsure: lists.some((list) => list.length > 1 || list.some((names) => names.length > 1)),
  };
}

/** `Byron, Ada; Cheng, Bo`. */
function atSemicolons(text: string): string[] {
  return text.includes(";") ? splitOutsideBraces(text, /;/g) : [text];
}

/** More commas than one name can have divide names. */
function atCommas(text: string): string[] {
  if (!text.includes(",") || isExtended(text)) return [text];
  const parts = splitOutsideBraces(text, /,/g)
    .map((part) => part.trim().replace(/^\\?&\s+/, ""))
    .filter((part) => part !== "");
  const isCut = parts.length > 1 && withoutOthers(parts.slice(-1)).names.length === 0;
  if (!isCut) return namesAtCommas(parts) ?? [text];
  const named = parts.slice(0, -1);
  // Of two parts, one may be a family name; not so of "A. Byron, B. Cheng".
  const areWhole = named.length === 2 && named.every((part) => /^\p{Lu}\.[\s~]/u.test(part));
  const names = areWhole ? named : namesAtCommas(named);
  return names ? [...names, ...parts.slice(-1)] : [text];
}

const extended =
  /^["{]?\s*(?:family|given|prefix|suffix|useprefix|juniorcomma|id|hash|literal)(?:-i)?\s*=/i;

/** Whether a name is written as biblatex's `family=Oord, given=Ada`. */
function isExtended(text: string): boolean {
  return extended.test(text.trim());
}

function plainName(text: string): { name: string; family?: string | undefined } {
  const parts = splitOutsideBraces(text, /,/g);
  const { name, family } = isExtended(text)
    ? extendedName(text)
    : dividedName(partsAtCommas(parts.map(plain)));
  // A name in one text is divided by its words, unless braces keep them together.
  const isSaid = isExtended(text) || parts.length > 1 || isInBraces(text.trim());
  const isWhole = name === "" || !/[*†‡§¶\s]$/.test(name);
  return {
    name: isWhole
      ? withoutEastAsianSpace(name.trim())
      : name.replace(/(?<![*†‡§¶\s])[*†‡§¶\s]+$/, "").trim(),
    family: isSaid && isWhole ? family : undefined,
  };
}

function isInBraces(text: string): boolean {
  return /^\{[^\\{][^{}]*\}$/.test(text);
}

function extendedName(text: string): DividedName {
  const whole = text.trim().replace(/^"([\s\S]*)"$|^\{([\s\S]*)\}$/, "$1$2");
  const parts = new Map<string, string>();
  for (const part of splitOutsideBraces(whole, /,/g)) {
    const at = part.indexOf("=");
    if (at > 0) parts.set(part.slice(0, at).trim().toLowerCase(), unquoted(part.slice(at + 1)));
  }
  const part = (name: string) => parts.get(name) ?? "";
  const family = part("family") || part("literal") || part("given");
  if (part("family") === "" && part("literal") === "") return { name: family, family };
  return dividedName({
    family,
    given: part("given") || part("given-i"),
    prefix: part("prefix"),
    suffix: part("suffix"),
  });
}

function unquoted(text: string): string {
  return plain(text.trim().replace(/^"([\s\S]*)"$/, "$1"));
}

/**
 * A part of a name without what only guides BibTeX (braces, `\relax`, `\noopsort{…}`), marks of footnotes,
 * and the number by which DBLP tells persons of one name apart.
 */
function plain(text: string): string {
  const printed = text
    .replace(/\\(?:noopsort|sortkey|no_?op)\s*\{[^{}]{0,100}\}/gi, "")
    .replace(/\{\\relax\s+([^{}\\]{0,100})\}/g, "$1")
    .replace(/\\relax(?![A-Za-z])\s*/g, "");
  return withoutCaseBraces(printed.replace(raised, ""))
    .replace(/(?<=\p{L}\.?) 0\d{3}$/u, "")
    .replace(/(?<!\\(?:[A-Za-z]{1,30}|[^A-Za-z]))\{\}/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Marks of footnotes and affiliations that are printed above the line. */
const raised = /\\textsuperscript\s*\{[\s*†‡§¶\d,]{1,9}\}|\$\^\{?[*†‡§¶\d,]{1,9}\}?\$/g;

/** The collaborations of a field of INSPIRE and REVTeX, which are not among the authors. */
export function collaborationsIn(value: string, authors: readonly string[]): string[] {
  const named = splitOutsideBraces(value, /,|(?<!\s)\s+and\s+/gi).map(plain);
  return named
    .filter((name) => name !== "")
    .map((name) => (isGroupName(name) ? name : `${name} Collaboration`))
    .filter((name) => !authors.some((author) => author.toLowerCase().includes(name.toLowerCase())));
}

function splitOutsideBraces(value: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  let at = 0;
  for (const match of value.matchAll(separator)) {
    for (; at < match.index; at += 1) {
      if (value.charAt(at - 1) === "\\") continue;
      if (value.charAt(at) === "{") depth += 1;
      if (value.charAt(at) === "}") depth -= 1;
    }
    if (depth > 0) continue;
    parts.push(value.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...parts, value.slice(from)];
}
