const mostWords = 8;
const mostCharacters = 60;

/**
 * A title in ASCII as a part of an address: lower case, at most eight words and sixty characters, cut
 * between words. Punctuation inside a word (`G^2RPO`, `Don't`) does not split it. Empty where the
 * title has no letter or digit.
 */
export function asciiSlug(title: string): string {
  const words = title
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
