import { z } from "zod/mini";
import { fnv1a } from "../../text/fnv1a.ts";
import { termCodes, termsOfCodes } from "./term-codes.ts";

const text = z.string();

/** The file that names the others, which are named by their content. */
export const likenessRoot = z.object({
  /** The numbers of words are below this one. */
  size: z.number(),
  /** The files of papers. */
  papers: z.array(text),
  /** The files of words. */
  words: z.array(text),
  topics: z.array(z.object({ name: text, weight: z.number() })),
  /** The weight of a paper's first word, of its second, and so on. */
  weights: z.array(z.number()),
});
/** What the first file says. */
export type LikenessRoot = z.infer<typeof likenessRoot>;

/** Some papers, each with its terms in the form of `paperTerms`. */
export const likenessPart = z.object({
  /** By `paperCode`. */
  papers: z.record(text, text),
  /** The codes of papers that readers may have saved under a former id. */
  former: z.record(text, text),
});
/** A file of papers. */
export type LikenessPart = z.infer<typeof likenessPart>;

/** Some words and pairs of words, as texts write them, by their characters. */
export const likenessWords = z.record(text, text);
/** A file of words. */
export type LikenessWords = z.infer<typeof likenessWords>;

/** The path of the first file under the site's root. */
export const likenessRootPath = "data/likeness.json";

/** The path of another file by its name. */
export function likenessPath(kind: "papers" | "words", name: string): string {
  return `data/likeness/${kind}/${name}.json`;
}

/** A short name for an id: ids that are titles would take most of the bytes. */
export function paperCode(id: string): string {
  return fnv1a(id).toString(36);
}

/** The number of the file with a paper. */
export function partOfCode(code: string, parts: number): number {
  return Number.parseInt(code, 36) % parts;
}

/** The number of the file with a word. Words with numbers near to each other are in one file. */
export function partOfWord(word: number, size: number, parts: number): number {
  return Math.floor((word / size) * parts);
}

type Sizes = Pick<LikenessRoot, "size"> & { topics: ArrayLike<unknown> };

/** A paper's terms in characters. */
export function paperTerms(
  words: readonly number[],
  topics: readonly number[],
  sizes: Sizes,
): string {
  return `${termCodes(words, sizes.size)}.${termCodes(topics, sizes.topics.length)}`;
}

/** A paper's words and topics by their numbers. */
export function termsOfPaper(text: string, sizes: Sizes): { words: number[]; topics: number[] } {
  const [words = "", topics = ""] = text.split(".");
  return {
    words: termsOfCodes(words, sizes.size),
    topics: termsOfCodes(topics, sizes.topics.length),
  };
}

/** What terms are called, and what they weigh. */
export interface LikenessTerms {
  topics: readonly { name: string; weight: number }[];
  /** As texts write them. Words of one paper alone are left out. */
  words: ReadonlyMap<number, string>;
  /** The weight of a paper's first word, of its second, and so on. */
  weights: readonly number[];
}

/** The terms of the first file and those of words. */
export function likenessTerms(
  { size, topics, weights }: LikenessRoot,
  files: readonly LikenessWords[],
): LikenessTerms {
  const words = files.flatMap((some) => Object.entries(some));
  return {
    topics,
    words: new Map(words.map(([code, word]) => [termsOfCodes(code, size)[0] ?? 0, word])),
    weights,
  };
}
