import { parse as parseBibtex } from "@retorquere/bibtex-parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Citation, citationFormats } from "../../../src/archive/citations/index.ts";

/** What CSL 1.0.2 allows for the fields that are used here; strict, like its schema. */
const cslSchema = z.strictObject({
  id: z.string(),
  type: z.enum(["article", "article-journal", "document", "report", "manuscript"]),
  title: z.string().optional(),
  author: z
    .array(
      z.strictObject({
        family: z.string().optional(),
        given: z.string().optional(),
        "dropping-particle": z.string().optional(),
        "non-dropping-particle": z.string().optional(),
        suffix: z.string().optional(),
        literal: z.string().optional(),
      }),
    )
    .optional(),
  issued: z
    .strictObject({ "date-parts": z.array(z.array(z.number().int()).min(1).max(3)).min(1).max(2) })
    .optional(),
  genre: z.string().optional(),
  publisher: z.string().optional(),
  number: z.union([z.string(), z.number()]).optional(),
  DOI: z.string().optional(),
  URL: z.string().optional(),
  abstract: z.string().optional(),
  annote: z.string().optional(),
  custom: z.record(z.string(), z.string()).optional(),
});

describe("any paper", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."aB{}\\$%&#_^~@\"'=,;\n\r\t \u0000\u2028éß“–") }),
    fc.constantFrom("} @misc{evil, title={x", "ER  - \r\nTY  - JOUR", "and and and", "\ud800"),
  );
  const part = fc.oneof(
    text.map((words) => ({ text: words })),
    text.map((math) => ({ math })),
  );
  const optional = <K extends string, V>(key: K, value: fc.Arbitrary<V>) =>
    fc.oneof(
      fc.constant<Partial<Record<K, V>>>({}),
      value.map((given): Partial<Record<K, V>> => {
        const record: Partial<Record<K, V>> = {};
        record[key] = given;
        return record;
      }),
    );
  const citation: fc.Arbitrary<Citation> = fc
    .tuple(
      fc.record({
        id: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/),
        title: fc.array(part, { minLength: 1, maxLength: 4 }),
        titleText: text,
        authors: fc.array(text, { maxLength: 3 }),
        links: fc.array(fc.record({ kind: text, url: fc.webUrl() }), { maxLength: 2 }),
        aliases: fc.constant([]),
      }),
      optional("published", fc.constantFrom("2025-10-01", "1999-02", "2018")),
      optional("abstract", fc.array(fc.array(part, { maxLength: 3 }), { maxLength: 2 })),
      optional("organization", text),
      optional("doi", text),
      optional("address", fc.webUrl()),
    )
    .map((parts) => Object.assign({}, ...parts));
  const some = fc.uniqueArray(citation, { maxLength: 3, selector: ({ id }) => id });
  const written = (extension: string, citations: Citation[]) =>
    citationFormats.find((format) => format.extension === extension)?.write(citations) ?? "";

  it("is one entry of BibTeX under its own key, whatever its texts hold", () => {
    fc.assert(
      fc.property(some, (citations) => {
        const { entries } = parseBibtex(written("bib", citations), { sentenceCase: false });
        expect(entries.map(({ key }) => key)).toEqual(citations.map(({ id }) => id));
      }),
    );
  });

  it("has pairs of braces in BibTeX only, and no bare sign that LaTeX would act on", () => {
    fc.assert(
      fc.property(some, (citations) => {
        const file = written("bib", citations);
        expect(file.split("{").length).toBe(file.split("}").length);
        expect(file).not.toMatch(/^ {2}(?:title|author|abstract|annote) = .*(?<!\\)%/m);
      }),
    );
  });

  it("is one record of RIS, each line a tag, whatever its texts hold", () => {
    fc.assert(
      fc.property(some, (citations) => {
        const file = written("ris", citations);
        const lines = file.split("\r\n").filter((line) => line !== "");
        expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- [^\r\n]*$/.test(line))).toBe(true);
        expect(lines.filter((line) => line.startsWith("TY  - ")).length).toBe(citations.length);
        expect(lines.filter((line) => line === "ER  - ").length).toBe(citations.length);
      }),
    );
  });

  it("is a valid item of CSL-JSON, whatever its texts hold", () => {
    fc.assert(
      fc.property(some, (citations) => {
        const items = z.array(cslSchema).parse(JSON.parse(written("json", citations)));
        expect(items.map(({ id }) => id)).toEqual(citations.map(({ id }) => id));
      }),
    );
  });
});
