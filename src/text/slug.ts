import anyAscii from "any-ascii";

const mostWords = 8;
const mostCharacters = 60;

/** The ASCII letters and digits of a text, transliterated and in lower case, for comparing titles. */
export function asciiFold(text: string): string {
  return anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "");
}

/**
 * A title's plain form as a part of an address: ASCII, lower case, at most eight words and sixty
 * characters, cut between words. Punctuation inside a word (`G^2RPO`, `Don't`) does not split it.
 * Empty where the title has no letter or digit.
 */
export function slugOf(titleText: string): string {
  const words = anyAscii(titleText)
    .toLowerCase()
    .replace(/['"`^_{}$\\]/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .slice(0, mostWords);
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, mostCharacters) : `${slug}-${word}`;
    if (longer.length > mostCharacters) break;
    slug = longer;
  }
  return slug;
}
