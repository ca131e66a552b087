import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { clean } from "../../src/ingest/clean.ts";
import type { CleanPaper } from "../../src/ingest/clean-paper.ts";
import { type RawPaper, rawPaper } from "../../src/ingest/raw-paper.ts";
import { readSeed } from "../../src/ingest/read-seed.ts";
import { restoreMath } from "../../src/ingest/restore-math.ts";

/** A record as a reader returns it, with less ceremony. */
const facts = z.strictObject({
  format: z.string(),
  title: z.string(),
  abstract: z.string().default(""),
  authors: z.array(z.string()).default([]),
  authorsCount: z.number().optional(),
  published: z.string().optional(),
  arxiv: z.string().optional(),
  doi: z.string().optional(),
  damaged: z.boolean().default(false),
});
type Facts = z.infer<typeof facts>;

/** One entry of a file, which its reader reads. The name says the format, such as `a.bib`. */
const entry = z.strictObject({ file: z.string(), text: z.string() });

/** Records of which we know which are of one paper. */
const labelledCase = z.strictObject({
  id: z.string(),
  kind: z.string(),
  /** Where the records are from, as the README of the fixtures says. */
  source: z.string().optional(),
  /** Whether the records' ids or their texts told the reader which paper they are of. */
  by: z.enum(["ids", "reading"]),
  /** Whether its result may only be counted, and not looked at while the rule is changed. */
  held: z.boolean(),
  records: z.array(z.union([entry, facts])),
  /** For each record, the number of its paper. */
  papers: z.array(z.number()),
  /** Records whose ids the rule does not get. */
  withoutIds: z.array(z.number()).default([]),
});
type LabelledCase = z.infer<typeof labelledCase>;

/** A case whose records are ready to be grouped. */
export interface ReadCase extends Omit<LabelledCase, "records"> {
  records: CleanPaper[];
}

const fixtures = join(import.meta.dirname, "../../tests/fixtures/identity");

/** Reads all labelled cases. */
export function labelledCases(): ReadCase[] {
  return ["corpus.jsonl.gz", "references.jsonl"].flatMap((file) => readCases(join(fixtures, file)));
}

function readCases(path: string): ReadCase[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const one = labelledCase.parse(JSON.parse(line));
      const records = one.records.map((record, index) => {
        const raw = "text" in record ? readEntry(record) : fromFacts(record);
        const ids = one.withoutIds.includes(index) ? {} : raw.ids;
        const file = `seeds/${one.id}-${index}`;
        return clean(
          restoreMath(
            { ...raw, ids, source: { ...raw.source, file, line: 1 } },
            { formulaConfidence: 0.5 },
          ),
        );
      });
      return { ...one, records };
    });
}

function readEntry({ file, text }: z.infer<typeof entry>): RawPaper {
  const seed = { path: `seeds/${file}`, bytes: new TextEncoder().encode(text) };
  const { value, messages } = readSeed(seed, { seedYears: {} });
  const [record] = value;
  if (!record || value.length > 1) {
    const why = messages.map(({ reason }) => reason).join(" ");
    throw new Error(
      `Each text must have one record, but this one has ${value.length}: ${text}\n${why}`,
    );
  }
  return record;
}

function fromFacts({
  format,
  authors,
  arxiv,
  doi,
  published,
  authorsCount,
  ...texts
}: Facts): RawPaper {
  return rawPaper({
    ...texts,
    authors: authors.map((name) => ({ name })),
    ids: {
      ...(arxiv === undefined ? {} : { arxiv }),
      ...(doi === undefined ? {} : { doi }),
    },
    ...(published === undefined ? {} : { published }),
    ...(authorsCount === undefined ? {} : { authorsCount }),
    source: { format, file: "seeds/case", line: 1 },
  });
}
