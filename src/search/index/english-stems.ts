import { fold } from "../../text/fold.ts";
import { stem } from "../text/stem.ts";

/** The stems of English words, in order. Shorter words are never corrected, so they are left out. */
export function englishStems(words: Iterable<string>): string[] {
  const stems = new Set<string>();
  for (const word of words) {
    const form = fold(word.replace(/['’]s$/, ""));
    if (form.length > 3) stems.add(stem(form));
  }
  return [...stems].sort();
}

const stemsPerPart = 1000;

/** Splits stems into parts, one for each file, with the first stem of each. */
export function splitStems(stems: readonly string[]): { firstWords: string[]; parts: string[][] } {
  const parts = Array.from({ length: Math.ceil(stems.length / stemsPerPart) }, (_, part) =>
    stems.slice(part * stemsPerPart, (part + 1) * stemsPerPart),
  );
  return { firstWords: parts.map(([first = ""]) => first), parts };
}
