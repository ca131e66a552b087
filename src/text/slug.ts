import anyAscii from "any-ascii";
import { asciiSlug } from "./ascii-slug.ts";

/** The ASCII letters and digits of a text, transliterated and in lower case, for comparing titles. */
export function asciiFold(text: string): string {
  return anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "");
}

/** A title's plain form as a part of an address, in ASCII letters. */
export function slugOf(titleText: string): string {
  return asciiSlug(anyAscii(titleText));
}
