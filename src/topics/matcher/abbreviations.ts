import type { Token } from "./tokens.ts";
import { abbreviationKey } from "./tokens.ts";

/** Abbreviations that a text explains, by key, each with its words. */
export type Abbreviations = ReadonlyMap<string, readonly Token[]>;

/**
 * Finds the abbreviations that a text explains itself, "inverse reinforcement learning (IRL)" or
 * "IRL (inverse reinforcement learning)", by the letters that they share: each letter of the
 * abbreviation begins a word or is inside one, in order, and the first begins the first word.
 */
export function findAbbreviations(text: string, tokens: readonly Token[]): Abbreviations {
  const found = new Map<string, readonly Token[]>();
  tokens.forEach((token, at) => {
    if (!token.isAbbreviation || token.surface.length > 10) return;
    const key = abbreviationKey(token.surface);
    if (found.has(key)) return;
    const letters = key
      .slice(1)
      .replace(/[^\p{L}]/gu, "")
      .toLowerCase();
    if (letters.length < 2) return;
    const longest = letters.length + 3;
    const inBrackets = text[token.start - 1] === "(" && /^[),;]/.test(text.slice(token.end));
    const meaning = inBrackets
      ? wordsFor(letters, tokens.slice(Math.max(0, at - longest), at))
      : /^\s?\($/.test(text.slice(token.end, tokens[at + 1]?.start))
        ? bracketed(letters, text, tokens.slice(at + 1, at + 1 + longest))
        : undefined;
    if (meaning !== undefined) found.set(key, meaning);
  });
  return found;
}

/** The shortest run of words, ending with the last one, that the letters can stand for. */
function wordsFor(letters: string, words: readonly Token[]): readonly Token[] | undefined {
  for (let first = words.length - 1; first >= 0; first--) {
    const run = words.slice(first);
    if (run.length * 3 < letters.length) continue;
    if (spells(letters, run)) return run;
  }
  return undefined;
}

function bracketed(
  letters: string,
  text: string,
  words: readonly Token[],
): readonly Token[] | undefined {
  const end = words.findIndex((word) =>
    /^[^\p{L}\p{N}]*\)/u.test(text.slice(word.end, word.end + 3)),
  );
  const run = end < 0 ? [] : words.slice(0, end + 1);
  return spells(letters, run) ? run : undefined;
}

function spells(letters: string, run: readonly Token[]): boolean {
  const [first] = run;
  if (first === undefined || run.length < 2 || first.surface[0]?.toLowerCase() !== letters[0])
    return false;
  let word = 0;
  let within = 1;
  let initials = 1;
  for (const letter of letters.slice(1)) {
    // The start of a later word is likelier than a letter inside this one.
    const next = run.findIndex((w, i) => i > word && w.surface[0]?.toLowerCase() === letter);
    if (next > word && next - word <= 2) {
      word = next;
      within = 1;
      initials++;
      continue;
    }
    const inside = run[word]?.surface.toLowerCase().indexOf(letter, within) ?? -1;
    if (inside < 0) return false;
    within = inside + 1;
  }
  return word >= run.length - 2 && initials * 2 >= letters.length;
}
