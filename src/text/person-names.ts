import { withoutRaisedMarks } from "./raised-marks.ts";

/** The parts of a person's name, or of an organization's in `family` alone. */
export interface NameParts {
  family: string;
  given?: string | undefined;
  /** Particles before the family name, such as "van der". */
  prefix?: string | undefined;
  /** What follows the family name, such as "Jr." or "III". */
  suffix?: string | undefined;
}

/** A name as it is read, and the part of it that its source calls the family name. */
export interface DividedName {
  name: string;
  /** With its particles; all of a name that is not divided. */
  family: string;
}

// "Abbott, SA" and "Wang, Co" are persons.
const company = /^(?:(?:inc|ltd|llc|llp|gmbh|corp|plc|pty)\.?|co\.)$/i;
const suffix =
  /^(?:jr|sr|jnr|snr|junior|senior|i{1,3}|iv|vi{0,3}|2nd|3rd|4th|ph\.? ?d|m\.? ?d|esq)\.?$/i;

// What could as well be the initials of given names: "Kumar, V.", "Smith, M. D.".
const initial = /^(?:[iv]\.|m\. d\.?)$/i;
const initials = /^(?:i|ii|iv|v|vi|m\.? ?d)\.?$/i;

/** Whether a text is what may follow a name, such as "Jr." or "III". */
function isNameSuffix(text: string): boolean {
  return suffix.test(text.trim());
}

/**
 * Which of the texts after a comma follows a name, such as "Jr." or "III"; undefined if all are given names,
 * as in "Kumar, V.".
 */
export function suffixAfter(before: string, texts: readonly string[]): string | undefined {
  const [only = "", ...more] = texts;
  if (more.length > 0) {
    const found = texts.filter(isNameSuffix);
    return found.find((text) => !initials.test(text.trim())) ?? found.at(-1);
  }
  // After "Henry Ford", which is a whole name, it is no given name.
  const isGiven =
    initial.test(only) || (initials.test(only) && !/^\p{Lu}\S*\s/u.test(before.trim()));
  return isNameSuffix(only) && !isGiven ? only : undefined;
}

// Chinese, Japanese and Korean names have the family name first, and no space.
const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}々〆ヶ]+$/u;
const eastAsianWords =
  /^([\p{Script=Han}\p{Script=Hangul}々〆ヶ]{1,3})\s+([\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}々〆ヶ]{1,4})$/u;

/**
 * What follows the family name, where a field has it with another part: Zotero keeps "Jr." with the
 * given name, as in "Martin Luther, Jr.".
 */
function withOwnSuffix(parts: NameParts): NameParts {
  if ((parts.suffix ?? "") !== "") return parts;
  for (const part of ["given", "family"] as const) {
    const [before = "", after = "", ...more] = (parts[part] ?? "").split(/\s*,\s*!?\s*/);
    if (more.length === 0 && before !== "" && isNameSuffix(after)) {
      return { ...parts, [part]: before, suffix: after.trim() };
    }
  }
  return parts;
}

/**
 * The name of a record that gives its parts in fields. They may have spaces around them, quotation
 * marks that keep a program from taking them apart, and a suffix in another part.
 */
export function nameOfFields(fields: NameParts): DividedName {
  const clean = (text = "") =>
    withoutRaisedMarks(text)
      .trim()
      .replace(/^"([^"]*)"$/, "$1")
      .replace(/(?<!\s)\s+/g, " ")
      .replace(/(?<![\s,])[\s,]+$/, "");
  const { family, given, prefix, suffix: after } = withOwnSuffix(fields);
  return dividedName({
    family: clean(family),
    given: clean(given),
    prefix: clean(prefix),
    suffix: clean(after),
  });
}

/** A name in its order, with its family name. */
export function dividedName(parts: NameParts): DividedName {
  const { family, prefix = "" } = parts;
  return { name: nameInOrder(parts), family: prefix === "" ? family : `${prefix} ${family}` };
}

/** A name that a source writes in one text: `Byron, Ada`, `Ada Byron`, or a group's. */
export function nameInText(text: string): string {
  return partsInText(text).name;
}

/** The same with the family name, which only a comma shows. */
function partsInText(text: string): DividedName | { name: string } {
  const parts = text.split(",");
  // A comma after a whole name says that it is not divided into parts.
  const whole = text.trim().replace(/(?<![\s,])[\s,]+$/, "");
  const isWhole = parts.at(-1)?.trim() === "" && (isGroupName(text) || !whole.includes(","));
  if (isWhole) return { name: whole, family: whole };
  const { name, family } = dividedName(partsAtCommas(parts));
  const joined = name.replace(eastAsianWords, "$1$2");
  return parts.length > 1 && joined === name ? { name, family } : { name: joined };
}

/** A Chinese, Japanese or Korean name without the space that some sources write in it. */
export function withoutEastAsianSpace(name: string): string {
  return name.replace(eastAsianWords, "$1$2");
}

const group =
  /\b(?:team|group|collaboration|consortium|lab|labs|laboratory|project|community|foundation|institute|university|inc|research|contributors|initiative|network|alliance|department|dept|ministry|agency|bureau|committee|commission|council|society|association|organi[sz]ation|nations)\b|\d|&| and |^the /i;

/** Whether a name is that of a group, such as "The ATLAS Collaboration". */
export function isGroupName(text: string): boolean {
  return group.test(text);
}

const others =
  /^(?:\\?(?:emph|textit)?\s*)?\{*(?:and\s+)?(?:others|et\.?[\s~]al\.?|al\.,? et\.?|\.{3}|…|\\l?dots)\}*$/i;
const othersAtEnd =
  /(?<![\s,~])[\s,~]+(?:\{?\\(?:emph|textit|it)\b\s*)?\{?(?:et\.?[\s~]+al\.?|and\s+others)\}*\.?$/i;

// After a collaboration, arXiv has a colon as an author or at the end of its name, and so has what Zotero and
// others take from it.
const colonAlone = /^\{*:\}*$/;
const colonAtEnd = /\s*:(\}*)$/;

/** Names, and whether others are left out. */
export interface NameList {
  names: string[];
  /** The list ends with "et al." or "and others", so it is incomplete. */
  cut: boolean;
}

/** The names of a list without "et al." and "and others", which say that it is incomplete. */
export function withoutOthers(written: readonly string[]): NameList {
  const all = written.map((name) => name.trim()).filter((name) => name !== "");
  const whole = all.filter((name) => !others.test(name));
  const names = whole
    .map((name) => name.replace(othersAtEnd, ""))
    .filter((name) => name !== "" && !colonAlone.test(name))
    .map((name) => name.replace(colonAtEnd, "$1"));
  return {
    names,
    cut: whole.length < all.length || whole.some((name) => othersAtEnd.test(name)),
  };
}

/** The names of a list with what the source says of their parts. */
export interface DividedNames extends NameList {
  /** Names whose family name the source says. */
  people: DividedName[];
}

/** A text with the commas and semicolons of Chinese and Japanese as those of other languages. */
export function withNarrowCommas(text: string): string {
  return text.replaceAll("，", ", ").replaceAll("；", "; ");
}

/** The names in fields of a format with one name a line: some programs write several in one. */
export function namesInFields(fields: readonly string[]): DividedNames {
  const divided = fields
    .map((field) => withNarrowCommas(withoutRaisedMarks(field)))
    .flatMap((field) => dividedAtSemicolons(field).flatMap(dividedAtAnd).flatMap(dividedAtCommas));
  const { names, cut } = withoutOthers(divided);
  const read = names.map(partsInText).filter(({ name }) => name !== "");
  return {
    names: read.map(({ name }) => name),
    cut,
    people: read.flatMap((one) => ("family" in one ? [one] : [])),
  };
}

/**
 * `Byron, Ada; Noether, Emmy`. A name may have a semicolon, too: a group's, which a comma at its end keeps
 * whole, or one that damage left in a word, as in "Garc&iacute;a, Ada".
 */
function dividedAtSemicolons(field: string): string[] {
  const text = field.trim();
  const parts = text.split(";");
  if (parts.length === 1 || text.indexOf(",") === text.length - 1) return [field];
  const isInWord = /[^\s;];[^\s;]/.test(text);
  const last = parts.at(-1)?.trim() === "" ? parts.slice(0, -1) : parts;
  const hasComma = last.map((part) => part.includes(","));
  return isInWord && hasComma.includes(true) && hasComma.includes(false) ? [field] : parts;
}

/** `Byron, Ada and Noether, Emmy`. A group may have "and" in its name. */
function dividedAtAnd(text: string): string[] {
  const parts = text.split(/(?<!\s)\s+(?:and|&)\s+/i).map((part) => part.trim());
  const arePersons = parts.every((part) => /^[^,]+,\s*[^,\s]/.test(part) && !isGroupName(part));
  return parts.length > 1 && (arePersons || others.test(parts.at(-1) ?? "")) ? parts : [text];
}

function dividedAtCommas(text: string): string[] {
  const parts = text.split(",").map((part) => part.trim());
  const given = parts.filter((part) => part !== "");
  const isGroup = parts.at(-1) === "" && isGroupName(text);
  return isGroup ? [text] : (namesAtCommas(given) ?? [text]);
}

/**
 * The names that commas divide, given as the texts between them; undefined if it is one name, which
 * has at most two commas.
 */
export function namesAtCommas(parts: readonly string[]): string[] | undefined {
  const hasSpace = (part: string) => /[\s~]/.test(part);
  const many = parts.length > 3 || (parts.length === 3 && parts.every(hasSpace));
  const isSuffix = (part: string) => isNameSuffix(part) && !initials.test(part.trim());
  if (!many || parts.slice(1).some(isSuffix)) return undefined;
  if (parts.length % 2 > 0 || parts.every(hasSpace)) return [...parts];
  return Array.from({ length: parts.length / 2 }, (_, at) =>
    parts.slice(2 * at, 2 * at + 2).join(", "),
  );
}

/** A name as it is read: "Jan van der Berg, Jr.", or "王伟". */
export function nameInOrder({ family, given = "", prefix = "", suffix: after = "" }: NameParts) {
  const name =
    prefix === "" && eastAsian.test(family) && eastAsian.test(given)
      ? family + given
      : [given, prefix, family].filter((part) => part !== "").join(" ");
  return after === "" ? name : `${name}, ${after}`;
}

/**
 * The parts of `Last, First`, `Last, Jr., First` or `Last, First, Jr.`, given as the texts between
 * its commas.
 */
export function partsAtCommas(texts: readonly string[]): NameParts {
  const [family = "", ...rest] = texts.map((text) => text.trim()).filter((text) => text !== "");
  const last = rest.at(-1);
  if (last === undefined) return { family };
  if (company.test(last)) return { family: [family, ...rest].join(", ") };
  const between = rest.slice(0, -1).join(", ");
  if (between === "")
    return suffixAfter(family, rest) === last ? { family, suffix: last } : { family, given: last };
  return suffixAfter(family, [between, last]) === last
    ? { family, given: between, suffix: last }
    : { family, given: last, suffix: between };
}
