import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exportFormats } from "../../src/archive/export-archive.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { paperVersion } from "../../src/schemas/paper.ts";
import { parseEntry, readEntry } from "../../src/workspace/entries.ts";
import { emptyArchive } from "../fixtures/papers.ts";

const folder = new URL("../fixtures/exports/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
const fixture = (file: string) => readFileSync(new URL(file, folder), "utf8");
const jsonLines = exportFormats.find(({ key }) => key === "jsonl");

function ingested(text: string) {
  const seed = { path: "seeds/papers.jsonl", bytes: new TextEncoder().encode(text) };
  const { value, messages } = ingest([seed], emptyArchive);
  const papers = value.plan.create.map(({ path, text: mdx }) => parseEntry(path, mdx));
  const exported = jsonLines?.write(
    papers.map(({ data: entry, abstract }) => ({ entry, abstract })),
    { title: "", addressOf: () => undefined },
  );
  return { papers, messages, exported };
}

const linesOf = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line): Record<string, unknown> => JSON.parse(line));

describe("an export of an earlier version", () => {
  it.each(files)("%s is read with all its facts", (file) => {
    const text = fixture(file);
    const { papers, messages, exported = "" } = ingested(text);
    expect(messages.filter(({ severity }) => severity !== "info")).toEqual([]);
    const found = new Map(papers.map((paper) => [paper.data.id as string, paper]));
    const lines = linesOf(text);
    expect(papers).toHaveLength(lines.length);
    for (const { id, abstract, topics: _, schemaVersion: __, ...facts } of lines) {
      const paper = found.get(String(id));
      expect(paper?.data).toMatchObject(facts);
      expect(paper?.abstract).toBe(abstract);
      expect(paper?.data.schemaVersion).toBe(paperVersion);
    }
    expect(ingested(exported).exported).toBe(exported);
  });

  it("covers every version before this one", () => {
    const versions = files.map((file) => Number(file.split("-")[0]));
    expect(new Set(versions)).toEqual(
      new Set(Array.from({ length: paperVersion - 1 }, (_, index) => index + 1)),
    );
  });

  it.each([
    ["https://doi.org/10.1145/3292500", "10.1145/3292500"],
    ["doi:10.1145/3292500.", "10.1145/3292500"],
  ])("has its DOI read as that of any source: %s", (doi, read) => {
    const { papers, messages } = ingested(firstWith({ ids: { doi } }));
    expect(papers[0]?.data.ids).toEqual({ doi: read });
    expect(messages).toEqual([]);
  });

  it("loses a DOI that cannot be read, and says so", () => {
    const { papers, messages } = ingested(firstWith({ ids: { doi: "10.1145/" } }));
    expect(papers[0]?.data.ids).toEqual({});
    expect(messages).toMatchObject([{ rule: "invalid-field" }]);
  });
});

describe("an export of a later version", () => {
  it("is named with what to do, and nothing of it is read", () => {
    const later = linesOf(fixture(files[0] ?? "")).map((line) => ({
      id: line["id"],
      title: { parts: [line["title"]] },
      schemaVersion: paperVersion + 1,
    }));
    const { papers, messages } = ingested(later.map((line) => JSON.stringify(line)).join("\n"));
    expect(papers).toEqual([]);
    expect(
      messages.map(({ rule, reason, hint, place }) => ({ rule, reason, hint, place })),
    ).toMatchInlineSnapshot(`
      [
        {
          "hint": "Update Offprint, then run \`npm run ingest\` again.",
          "place": {
            "file": "seeds/papers.jsonl",
            "line": 1,
          },
          "reason": "5 papers in this file were exported by a later version of Offprint, so they were skipped: the schemaVersion is 3, and this version reads up to 2.",
          "rule": "later-export",
        },
      ]
    `);
  });

  it("does not keep the papers of this version in the same file from being read", () => {
    const { papers, messages } = ingested(
      firstWith({}) + firstWith({ id: "other", title: "Other", schemaVersion: paperVersion + 1 }),
    );
    expect(papers).toHaveLength(1);
    expect(messages).toMatchObject([{ rule: "later-export", place: { line: 2 } }]);
  });

  it.each([0, 1.5, "1", null])("is not meant by the version %j, which is an error", (version) => {
    const { papers, messages } = ingested(firstWith({}) + firstWith({ schemaVersion: version }));
    expect(papers).toHaveLength(1);
    expect(messages).toMatchObject([{ rule: "invalid-export", place: { line: 2 } }]);
    expect(messages[0]?.reason).toContain("schemaVersion");
  });
});

describe("an entry", () => {
  const entryOf = (version: number) => `---
# Made by \`npm run ingest\` from seeds/; correct it in content/notes/.
id: honey
title: Honey
titleText: Honey
ids:
  doi: https://doi.org/10.1145/3292500
sources:
  - format: bibtex
    file: seeds/a.bib
    line: 1
schemaVersion: ${version}
---
`;
  const read = (version: number) =>
    readEntry("content/papers", "undated/honey.mdx", entryOf(version));

  it("of an earlier version is shown", () => {
    expect(read(1).value?.data).toMatchObject({ schemaVersion: paperVersion, id: "honey" });
    expect(read(1).value?.data.ids.doi).toBe("10.1145/3292500");
  });

  it("of a later version is not, and the message says what to do", () => {
    expect(read(paperVersion + 1)).toMatchObject({
      value: undefined,
      messages: [{ rule: "later-entry", place: { file: "content/papers/undated/honey.mdx" } }],
    });
  });
});

/** The first line of an export of version 1 with some facts changed. */
function firstWith(facts: object): string {
  const [line] = linesOf(fixture(files[0] ?? ""));
  return `${JSON.stringify({ ...line, ...facts })}\n`;
}
