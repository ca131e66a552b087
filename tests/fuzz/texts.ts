import fc from "fast-check";
import { tokens } from "./tokens.ts";

const words = "we show that On Testing of 2 x bandits Schrödinger L^2 $n$ 12.5% et al. (RL)".split(
  " ",
);

const token = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...tokens) },
  { weight: 2, arbitrary: fc.constantFrom(...words).map((word) => `${word} `) },
);

/** Texts as an author, a program or an attacker could write them. */
export const texts: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.array(token, { maxLength: 40 }).map((parts) => parts.join("")) },
  {
    weight: 1,
    // Long runs: what is nested, and what a pattern tries again and again.
    arbitrary: fc
      .tuple(token, fc.integer({ min: 2, max: 200 }), token)
      .map(([unit, count, end]) => unit.repeat(count) + end),
  },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);

const json = JSON.stringify;

/** What stands around a text in a file of each format. */
const frames: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `@article{a, title={On X}, abstract={${text}}}\n@article{b, title={On Y}}`,
  (text) => `TY  - JOUR\nTI  - On X\nAB  - ${text}\nER  - \n`,
  (text) => json([{ id: "a", type: "article-journal", title: text, abstract: text, DOI: text }]),
  (text) => `[{"paper":{"id":"2401.00001","title":"On X","summary":"${text}"}}]`,
  (text) => json([{ itemType: "journalArticle", title: text, abstractNote: text, extra: text }]),
  (text) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2401.00001v1</id><title>A</title><summary>${text}</summary></entry></feed>`,
  (text) => `Daily Papers\n\nNov 13\n\nOn X\n\n${text}\n\n  • 2 authors\n\n·\n\nNov 12, 2025\n\n`,
  (text) => `- title: ${text}\n- title: On Y\n`,
  (text) => `2401.00001\n${text}\n`,
];

/** Files of each format, whole and torn, with a text in them. */
export const framed: fc.Arbitrary<string> = fc
  .tuple(texts, fc.constantFrom(...frames), fc.nat({ max: 400 }), fc.integer({ min: 0, max: 3 }))
  .map(([text, frame, cut, torn]) => {
    const whole = frame(text);
    if (torn === 1) return whole.slice(0, -cut);
    return torn === 2 ? whole.slice(cut) : whole;
  });
