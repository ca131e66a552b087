import type { PaperTexts } from "../terms/paper-texts.ts";
import { plainWords } from "../terms/plain-words.ts";
import { pairKey, splitWords } from "../terms/split-terms.ts";

/** How a paper writes a term. */
export interface Spelling {
  key: string;
  surface: string;
  /** How often it is so within sentences. */
  within: number;
  /** How often in titles and at the beginning of sentences, where the first letter is made small. */
  heading: number;
}

/** How a paper writes the terms with these keys. */
export function spellingsIn(paper: PaperTexts, keys: ReadonlySet<string>): Iterable<Spelling> {
  const found = new Map<string, Spelling>();
  for (const [markdown, isTitle] of [
    [paper.title, true],
    [paper.abstract, false],
  ] as const) {
    for (const { key, surface, isFirst } of termsWritten(plainWords(markdown), keys)) {
      const isHead = isTitle || isFirst;
      const spelling = isHead ? surface.replace(capital, (one) => one.toLowerCase()) : surface;
      const name = `${key}\n${spelling}`;
      const known = found.get(name) ?? { key, surface: spelling, within: 0, heading: 0 };
      if (isHead) known.heading += 1;
      else known.within += 1;
      found.set(name, known);
    }
  }
  return found.values();
}

/** The first letter of a word that is otherwise in lower case. */
const capital = /(?<![\p{L}\p{N}])\p{Lu}(?=\p{Ll}+(?![\p{L}\p{N}]))/gu;
const sentenceStart = /(?:^|[.!?:]\s+)$/;

interface WrittenTerm {
  key: string;
  surface: string;
  /** Whether it begins a sentence. */
  isFirst: boolean;
}

function termsWritten(text: string, keys: ReadonlySet<string>): WrittenTerm[] {
  const written: WrittenTerm[] = [];
  const add = (key: string, start: number, end: number) => {
    if (!keys.has(key)) return;
    const surface = text
      .slice(start, end)
      .replace(/\s+/g, " ")
      .replace(/['’]s?$/, "");
    const isFirst = sentenceStart.test(text.slice(Math.max(0, start - 3), start));
    written.push({ key, surface, isFirst });
  };
  const words = splitWords(text);
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    add(word.key, word.start, word.end);
    if (word.follows && before) add(pairKey(before, word), before.start, word.end);
  }
  return written;
}
