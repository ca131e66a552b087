import { z } from "zod/mini";
import { fnv1a } from "../../text/fnv1a.ts";

const text = z.string();

/** The file that says where the others are. Their folder has the version in its name. */
export const likenessRoot = z.object({
  version: text,
  /** How many files the papers are in. */
  parts: z.number(),
});
/** Where the files of a build are. */
export type LikenessRoot = z.infer<typeof likenessRoot>;

/** The dictionary that all papers share. Topics have the first numbers, and words the following ones. */
export const likenessTerms = z.object({
  topics: z.array(z.object({ name: text, weight: z.number() })),
  /** Words and pairs of words as texts write them, the most frequent first. */
  words: z.array(text),
  /** The weight of a paper's first word, of its second, and so on. */
  weights: z.array(z.number()),
});
/** The terms of all papers. */
export type LikenessTerms = z.infer<typeof likenessTerms>;

/** Some papers by `paperCode`: the numbers of their words, the heaviest first, and of their topics. */
export const likenessPart = z.object({
  papers: z.record(text, z.array(z.number())),
  /** The codes of papers that readers may have saved under a former id. */
  former: z.record(text, text),
});
/** A file of papers. */
export type LikenessPart = z.infer<typeof likenessPart>;

/** The path of the first file under the site's root. */
export const likenessRootPath = "data/likeness.json";

/** The path of the file with the dictionary, or of the papers of a part. */
export function likenessPath(version: string, part: number | "terms"): string {
  return `data/likeness/${version}/${part}.json`;
}

/** A short name for an id: ids that are titles would take most of the bytes. */
export function paperCode(id: string): string {
  return fnv1a(id).toString(36);
}

/** The number of the file with a paper. */
export function partOfCode(code: string, parts: number): number {
  return Number.parseInt(code, 36) % parts;
}
