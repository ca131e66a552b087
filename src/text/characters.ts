import { soundText } from "../schemas/sound-texts.ts";

/** Replaces a formula while the words around it are cleaned. It never occurs in a source's text. */
export const formulaMark = "\uFFFC";

// C0 and C1 controls except tab and line feed, soft hyphen, zero-width space, word joiner, byte
// order mark, bidirectional overrides and isolates (they can make a text read as another one,
// Unicode TR36), and the character that marks formulas here. Joiners (U+200C, U+200D) stay: scripts
// need them.
const invisible = /[\p{Cc}\u00AD\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069\uFFFC]/gu;

/** Removes invisible characters, and composes characters (Unicode NFC). */
export function visibleCharacters(text: string): string {
  return soundText(
    text
      .replace(/\r\n?/g, "\n")
      .replace(invisible, (one) => (one === "\t" || one === "\n" ? one : "")),
  ).normalize("NFC");
}

/** Removes control characters only. Formulas do not contain any, and Markdown changes NUL. */
export function withoutControls(text: string): string {
  return soundText(text.replace(/\p{Cc}/gu, onlySpace));
}

/** A character if it is white space; otherwise nothing. A pattern that tells them apart would take longer. */
export function onlySpace(character: string): string {
  return character.trim() === "" ? character : "";
}

/** Replaces each run of white space with one space, and leaves none at the ends. */
export function singleSpaces(text: string): string {
  return joinSpaces(text).trim();
}

/** Replaces each run of white space with one space. A run that is one already, as nearly all are, is not written again. */
export function joinSpaces(text: string): string {
  return text.replace(/[^\S ]\s*| \s+/g, " ");
}
