import { readFileSync } from "node:fs";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { z } from "zod";
import { paper } from "../../src/schemas/paper.ts";
import type { SearchSource } from "../../src/search/index/record.ts";
import { formulaEnd, formulaStart } from "../../src/search/text/normalise.ts";

/** A paper of `tests/fixtures/search/texts.jsonl.br`. */
const plainPaper = z.object({
  id: z.string(),
  title: z.string(),
  abstract: z.string(),
  /** A day, or a month. */
  published: z.string().optional(),
  authors: z.array(z.string()).default([]),
});
type PlainPaper = z.infer<typeof plainPaper>;

/** A day of the API of Daily Papers. */
const day = z.object({
  papers: z.array(
    z.object({
      title: z.string(),
      paper: z.object({
        id: z.string(),
        summary: z.string().default(""),
        publishedAt: z.string().optional(),
        authors: z.array(z.object({ name: z.string() })).default([]),
      }),
    }),
  ),
});

/**
 * Reads papers from a file with a JSON object a line, each a paper or a day of the API of Daily Papers;
 * the file may be compressed (`.br`, `.gz`).
 */
export function evaluationPapers(file: string): SearchSource[] {
  const bytes = readFileSync(file);
  const text = file.endsWith(".br")
    ? brotliDecompressSync(bytes)
    : file.endsWith(".gz")
      ? gunzipSync(bytes)
      : bytes;
  return text.toString("utf8").trim().split("\n").flatMap(papersOfLine).map(toSource);
}

function papersOfLine(line: string): PlainPaper[] {
  const value: unknown = JSON.parse(line);
  const asDay = day.safeParse(value);
  if (!asDay.success) return [plainPaper.parse(value)];
  return asDay.data.papers.map(({ title, paper: { id, summary, publishedAt, authors } }) => ({
    id,
    title: title.replace(/\s+/g, " "),
    abstract: summary.replace(/\s+/g, " "),
    authors: authors.map(({ name }) => name).filter((name) => name.trim() !== ""),
    ...(publishedAt === undefined ? {} : { published: publishedAt.slice(0, 10) }),
  }));
}

function toSource({ id, title, abstract, published, authors }: PlainPaper): SearchSource {
  return {
    paper: paper.parse({
      id,
      title,
      titleText: title,
      ...(published === undefined
        ? {}
        : published.length === 10
          ? { published }
          : { publishedIn: published }),
      authors: authors.map((name) => ({ name })),
      sources: [{ format: "fixture", file: "texts.jsonl", line: 1 }],
      schemaVersion: 1,
    }),
    title: withFormulas(title),
    abstract: withFormulas(abstract),
    notes: "",
  };
}

/** The texts are as arXiv has them: formulas are between dollar signs. */
function withFormulas(text: string): string {
  return text.replace(/\$([^$]+)\$/g, `${formulaStart}$1${formulaEnd}`);
}
