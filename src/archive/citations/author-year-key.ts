import { asciiFold } from "../../text/slug.ts";
import { stopWords } from "../../text/stop-words.ts";
import type { Citation } from "./citation.ts";
import { readNames } from "./names.ts";

/**
 * A key as people write it: the first author's family name, the year and the first telling word of the
 * title, `devlin2019bert`. Undefined without an author or a year. Unlike an id, it may be another
 * paper's too.
 */
export function authorYearKey({
  authors,
  work,
  published,
  titleText,
}: Pick<Citation, "authors" | "work" | "published" | "titleText">): string | undefined {
  const [first] = readNames(authors.slice(0, 1), work?.families);
  if (first === undefined || published === undefined) return undefined;
  const family = asciiFold("literal" in first ? first.literal : first.family);
  if (family === "") return undefined;
  const words = titleText.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u);
  const telling = words.map((word) => (stopWords.has(word) ? "" : asciiFold(word))).find(Boolean);
  return `${family}${published.slice(0, 4)}${telling ?? ""}`;
}
