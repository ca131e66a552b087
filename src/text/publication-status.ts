/** Brackets, quotation marks and TeX around such a text. */
const around = /^[\s{}()[\]"'.,;:]+|[\s{}()[\]"',;:]+$|\\(?:emph|textit|text|mbox)\b\s*|[{}]/g;

/** What a work that has not appeared is, in English, German, French, Spanish and the keys of biblatex. */
const status =
  /^(?:forth\s?coming|in\s?press|in\s?print|to appear(?: in\b.{1,100})?|(?:to be|not yet|never) published|unpublished|pre-?published|(?:accepted|submitted)(?: (?:for|to)\b.{1,100})?|(?:in|under)\s?(?:review|revision|preparation|submission)|early access|online first|(?:advance online|e-?pub)\b[^\d]{0,60}|ahead of print|im (?:druck|erscheinen)|erscheint(?: demnächst)?|in vorbereitung|eingereicht|(?:à|a) paraître|sous presse|en (?:prensa|presse|preparación))\.?$/iu;

/** What a text in the place of a date says of a work that has not appeared, such as "in press". */
export function statusIn(text: string): string | undefined {
  if (text.length > 200) return undefined;
  const plain = text.replaceAll("~", " ").replace(around, "").replace(/\s+/g, " ").trim();
  return status.test(plain) ? plain : undefined;
}
