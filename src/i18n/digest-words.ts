import { digestMail as german } from "./de/digest.ts";
import { digestMail as english } from "./en/digest.ts";
import { interfaceLanguage } from "./languages.ts";

/** The words of the mail with new papers. */
export type DigestWords = typeof english;

/** The words in the language of a site. Commands, unlike builds, know it only when they run. */
export function digestWords(tag: string): DigestWords {
  return interfaceLanguage(tag) === "de" ? german : english;
}
