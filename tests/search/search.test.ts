import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toMdx } from "../../src/ingest/to-mdx.ts";
import { MissingPartError, partFiles } from "../../src/search/engine/part-files.ts";
import { buildIndex } from "../../src/search/index/build-index.ts";
import {
  type ArchiveFile,
  dayNumber,
  dayOfNumber,
  readArchiveFile,
  writeArchiveFile,
} from "../../src/search/index/columns.ts";
import { readFacts, writeFacts } from "../../src/search/index/facts.ts";
import { paperText } from "../../src/search/index/paper-text.ts";
import { digestDigits } from "../../src/search/index/part-list.ts";
import { excerpt, highlight } from "../../src/search/text/excerpt.ts";
import { formulaEnd, formulaStart } from "../../src/search/text/normalise.ts";
import { parseEntry } from "../../src/workspace/entries.ts";
import { keysOf, madeSources, topicName } from "../fixtures/made-search.ts";
import { topicPaper } from "../fixtures/papers.ts";

describe("a paper in the index", () => {
  it("has a key for each thing that a reader may search for", () => {
    const sources = madeSources([
      {
        id: "a",
        title: "Determinantal Processes",
        published: "2025-10-01",
        authors: [{ name: "Ada Lovelace" }],
        organization: { handle: "stanfordnlp", name: "Stanford NLP" },
        topics: [{ id: "language-models", score: 1, evidence: [] }],
        abstract: "We sample on-policy.",
      },
    ]);
    const index = buildIndex(sources, topicName);
    const keys = keysOf(index, 0);
    const { titleEnd, bodyEnd } = index.columns;
    expect(keys.slice(0, titleEnd[0])).toEqual(["determinant", "process"]);
    // Stop words keep their position, so that phrases match.
    expect(keys.slice(titleEnd[0], bodyEnd[0])).toEqual(["-", "sampl", "-", "polici", "onpolici"]);
    expect(keys.slice(bodyEnd[0])).toEqual(
      expect.arrayContaining(["languag", "model", "stanford", "lovelac0ⴰe"]),
    );
  });

  it("has a formula once, and characters as a reader sees them", () => {
    const made = toMdx(
      topicPaper({ title: "On $L^2$", abstract: "In $L^2$, p<0.05 & {a} of x_1.\n\nimport it." }),
    );
    const { data, abstract } = parseEntry(made.path, made.text);
    const formula = `${formulaStart}L^2${formulaEnd}`;
    expect(paperText(data.title)).toBe(`On ${formula}`);
    expect(paperText(abstract)).toBe(`In ${formula}, p<0.05 & {a} of x_1.\n\nimport it.`);
  });

  it("has the same number whatever order the papers come in", () => {
    const facts = ["c", "a", "b"].map((id, at) => ({ id, published: `202${at}-01-01` }));
    const forth = madeSources(facts).map(({ paper }) => paper.id);
    const back = madeSources(facts.toReversed()).map(({ paper }) => paper.id);
    expect(forth).toEqual(["c", "a", "b"]);
    expect(back).toEqual(forth);
  });
});

describe("the archive's file", () => {
  const count = fc.integer({ min: 0, max: 40 });
  const column = (total: number, max: number) =>
    fc.array(fc.integer({ min: 0, max }), { minLength: total, maxLength: total });
  const lists = (total: number) =>
    fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 4 }), {
      minLength: total,
      maxLength: total,
    });
  const digest = fc
    .uint8Array({ minLength: digestDigits / 2, maxLength: digestDigits / 2 })
    .map((bytes) => Buffer.from(bytes).toString("hex"));
  const groups = fc.array(fc.tuple(digest, fc.nat({ max: 20 })));
  const file = count.chain((total) =>
    fc.record({
      total: fc.constant(total),
      parts: fc.record({
        chunks: groups,
        facts: groups,
        texts: groups,
        dictionary: groups,
        words: groups,
        names: groups,
        english: groups,
        lexicon: groups,
        vectors: groups,
        authors: groups,
        counts: groups,
      }),
      blocks: fc.array(fc.nat({ max: 9 })),
      chunks: fc.array(
        fc.oneof(fc.tuple(fc.string(), fc.string()), fc.tuple(fc.string(), fc.string(), digest)),
      ),
      chunkLists: fc.array(fc.string()),
      recentChunks: fc.array(fc.tuple(fc.string(), digest)),
      vocabularyParts: fc.array(fc.string()),
      nameParts: fc.array(fc.string()),
      recentNameParts: fc.array(fc.string()),
      englishParts: fc.array(fc.string()),
      lexiconParts: fc.array(fc.string()),
      groups: fc.nat(),
      topics: fc.array(fc.tuple(fc.string(), fc.string())),
      authors: fc.nat(),
      stopNames: fc.array(fc.string()),
      pairs: fc.array(fc.string()),
      frequent: fc.array(fc.string()),
      columns: fc.record({
        day: column(total, 80_000),
        flags: column(total, 15),
        titleEnd: column(total, 300),
        bodyEnd: column(total, 3000),
      }),
    }),
  );

  it("round-trips", () => {
    fc.assert(
      fc.property(file, (archive: ArchiveFile) => {
        expect(readArchiveFile(writeArchiveFile(archive))).toEqual(archive);
      }),
    );
  });

  it("has the facts by which papers are filtered in a file beside it", () => {
    const facts = count.chain((total) =>
      fc.record({
        organization: column(total, 3000),
        topics: lists(total),
        sources: lists(total),
        organizations: fc.array(fc.string()),
        formats: fc.array(fc.string()),
      }),
    );
    fc.assert(
      fc.property(facts, (some) => {
        expect(readFacts(writeFacts(some))).toEqual(some);
      }),
    );
  });

  it.each(["0800-12-25", "1859-11-24", "1900-01-01", "1999-12-31", "2024-02-29", "2025-10-01"])(
    "keeps the day %s",
    (day) => {
      expect(dayOfNumber(dayNumber(day))).toBe(day);
      expect(dayOfNumber(dayNumber(undefined))).toBeUndefined();
    },
  );
});

describe("parts of the index", () => {
  it("that cannot be loaded are a MissingPartError, and are loaded again when next needed", async () => {
    let offline = true;
    const files = partFiles(async () => {
      if (offline) throw new TypeError("Failed to fetch");
      return gzipSync("text");
    });
    const failure = await files.get("a.bin").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MissingPartError);
    expect(failure).toMatchObject({ part: "a.bin" });
    offline = false;
    expect(new TextDecoder().decode(await files.get("a.bin"))).toBe("text");
  });

  it("that are not gzip files count as missing, such as a host's page for a missing file", async () => {
    const files = partFiles(async () => new TextEncoder().encode("<!doctype html>"));
    await expect(files.get("a.bin")).rejects.toBeInstanceOf(MissingPartError);
  });
});

describe("the text of a result", () => {
  const words = (text: string, keys: string[]) =>
    highlight(text, new Set(keys)).map(({ text: piece, matched }) =>
      matched ? `[${piece}]` : piece,
    );

  it("has matches marked in any form", () => {
    expect(words("Sampling policies, sampled.", ["sampl"]).join("")).toBe(
      "[Sampling] policies, [sampled].",
    );
    expect(words("An on-policy method", ["onpolici"]).join("")).toBe("An [on-policy] method");
    expect(words("Diffusion models, or diffusion-model", ["diffus", "model"]).join("")).toBe(
      "[Diffusion models], or [diffusion-model]",
    );
    expect(words("<b>a & b</b>", ["b"]).join("")).toBe("<[b]>a & [b]</[b]>");
  });

  it("has a formula whole and marked as a whole", () => {
    const text = `In ${formulaStart}L^2(\\mu)${formulaEnd} we`;
    expect(highlight(text, new Set(["l2"]))).toEqual([
      { text: "In ", formula: false, matched: false },
      { text: "L^2(\\mu)", formula: true, matched: true },
      { text: " we", formula: false, matched: false },
    ]);
  });

  it("is cut to the passage with the most matches", () => {
    const text = `${"Nothing here at all. ".repeat(40)}The regret of bandits is small. ${"More of it. ".repeat(40)}`;
    const pieces = excerpt(text, new Set(["regret", "bandit"]));
    expect(pieces.map(({ text: piece }) => piece).join("")).toMatch(
      /^….*The regret of bandits.*…$/s,
    );
  });

  const formula = fc
    .stringMatching(/^[a-z^_]{1,30}$/)
    .map((latex) => formulaStart + latex + formulaEnd);
  const piece = fc.oneof(fc.stringMatching(/^[a-z]{1,12}$/), formula);

  it("is a part of the text with whole formulas, whatever matches", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 80 }),
        fc.array(piece, { maxLength: 3 }),
        (all, found) => {
          const text = all.join(" ");
          const pieces = excerpt(text, new Set(found), 60).filter(
            ({ text: shown }) => shown !== "…",
          );
          const shown = pieces
            .map(({ text: inner, formula: is }) => (is ? formulaStart + inner + formulaEnd : inner))
            .join("");
          expect(text).toContain(shown);
        },
      ),
    );
  });
});
