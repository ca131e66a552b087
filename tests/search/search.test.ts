import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recentSearches, rememberSearch } from "../../src/client/search/recent.ts";
import { correctionsOf, statusOf } from "../../src/client/search/result-messages.ts";
import { readState, writeState } from "../../src/client/search/state.ts";
import { toMdx } from "../../src/ingest/to-mdx.ts";
import { facetNames } from "../../src/search/engine/facets.ts";
import { MissingPartError, partFiles } from "../../src/search/engine/part-files.ts";
import { buildIndex } from "../../src/search/index/build-index.ts";
import {
  type ArchiveFile,
  dayNumber,
  dayOfNumber,
  readArchiveFile,
  writeArchiveFile,
} from "../../src/search/index/columns.ts";
import { paperText } from "../../src/search/index/paper-text.ts";
import { authorPrefix } from "../../src/search/index/record.ts";
import { excerpt, highlight } from "../../src/search/text/excerpt.ts";
import { formulaEnd, formulaStart } from "../../src/search/text/normalise.ts";
import { parseEntry } from "../../src/workspace/entries.ts";
import { madeSources, topicName } from "../fixtures/made-search.ts";
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
    const [paper] = buildIndex(sources, topicName).papers;
    expect(paper?.id).toBe("a");
    expect(paper?.keys.slice(0, paper.titleEnd)).toEqual(["determinant", "process"]);
    // Stop words keep their position, so that phrases match.
    expect(paper?.keys.slice(paper.titleEnd, paper.bodyEnd)).toEqual([
      "-",
      "sampl",
      "-",
      "polici",
      "onpolici",
    ]);
    expect(paper?.keys.slice(paper.bodyEnd)).toEqual(
      expect.arrayContaining(["languag", "model", "stanford", "lovelac", `${authorPrefix}lovelac`]),
    );
  });

  it("holds a formula once, and signs as a reader sees them", () => {
    const made = toMdx(
      topicPaper({ title: "On $L^2$", abstract: "In $L^2$, p<0.05 & {a} of x_1.\n\nimport it." }),
    );
    const { data, abstract } = parseEntry(made.path, made.text);
    const formula = `${formulaStart}L^2${formulaEnd}`;
    expect(paperText(data.title)).toBe(`On ${formula}`);
    expect(paperText(abstract)).toBe(`In ${formula}, p<0.05 & {a} of x_1.\n\nimport it.`);
  });

  it("is found under the same number whatever order the papers come in", () => {
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
  const file = count.chain((total) =>
    fc.record({
      version: fc.string(),
      total: fc.constant(total),
      blockSize: fc.constant(4),
      chunks: fc.array(fc.tuple(fc.string(), fc.string())),
      vocabularyParts: fc.array(fc.string()),
      topics: fc.array(fc.tuple(fc.string(), fc.string())),
      organizations: fc.array(fc.string()),
      sources: fc.array(fc.string()),
      authors: fc.nat(),
      pairs: fc.array(fc.string()),
      frequent: fc.array(fc.string()),
      columns: fc.record({
        day: column(total, 80_000),
        comments: column(total, 5000),
        flags: column(total, 15),
        organization: column(total, 3000),
        titleEnd: column(total, 300),
        bodyEnd: column(total, 3000),
        topics: lists(total),
        sources: lists(total),
      }),
    }),
  );

  it("is read as it was written", () => {
    fc.assert(
      fc.property(file, (archive: ArchiveFile) => {
        expect(readArchiveFile(writeArchiveFile(archive))).toEqual(archive);
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
  it("that cannot be had are an error of their own, and are asked for again", async () => {
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

  it("that are no packed files count as missing: a host's page for what it does not have", async () => {
    const files = partFiles(async () => new TextEncoder().encode("<!doctype html>"));
    await expect(files.get("a.bin")).rejects.toBeInstanceOf(MissingPartError);
  });
});

describe("what is shown", () => {
  const words = (text: string, keys: string[]) =>
    highlight(text, new Set(keys)).map(({ text: piece, matched }) =>
      matched ? `[${piece}]` : piece,
    );

  it("marks what was found, in whatever form", () => {
    expect(words("Sampling policies, sampled.", ["sampl"]).join("")).toBe(
      "[Sampling] policies, [sampled].",
    );
    expect(words("An on-policy method", ["onpolici"]).join("")).toBe("An [on-policy] method");
    expect(words("<b>a & b</b>", ["b"]).join("")).toBe("<[b]>a & [b]</[b]>");
  });

  it("keeps a formula whole and marks it whole", () => {
    const text = `In ${formulaStart}L^2(\\mu)${formulaEnd} we`;
    expect(highlight(text, new Set(["l2"]))).toEqual([
      { text: "In ", formula: false, matched: false },
      { text: "L^2(\\mu)", formula: true, matched: true },
      { text: " we", formula: false, matched: false },
    ]);
  });

  it("cuts a long text to where most was found", () => {
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

  it("is a part of the text, formulas uncut, whatever was found", () => {
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

describe("a search's address", () => {
  const value = fc.string({ minLength: 1 });
  const state = fc.record({
    text: fc.string().map((text) => text.trim()),
    selection: fc.record({
      topic: fc.uniqueArray(value),
      year: fc.uniqueArray(value),
      month: fc.uniqueArray(value),
      org: fc.uniqueArray(value),
      author: fc.uniqueArray(value),
      source: fc.uniqueArray(value),
      has: fc.uniqueArray(value),
    }),
    sort: fc.constantFrom("relevance" as const, "newest" as const, "comments" as const),
    matchAny: fc.boolean(),
  });

  it("leads back to the search", () => {
    fc.assert(
      fc.property(state, (made) => {
        const { selection, ...rest } = readState(writeState(made));
        const { selection: wanted, ...other } = made;
        expect(rest).toEqual(other);
        for (const name of facetNames) {
          expect(selection[name].toSorted()).toEqual(wanted[name].toSorted());
        }
      }),
    );
  });

  it("says nothing of what is as always", () => {
    expect(writeState(readState("?q=+L%5E2+&sort=nonsense&topic="))).toBe("?q=L%5E2");
  });
});

describe("what the page says", () => {
  const found = {
    papers: [1, 2],
    mode: "all" as const,
    hasCriteria: true,
    withAllWords: 2,
    unknown: [],
  };
  const sort = "relevance" as const;
  const nothing = { topic: [], year: [], month: [], org: [], author: [], source: [], has: [] };

  it.each([
    [found, nothing, "2 papers for “x y”"],
    [{ ...found, papers: [1] }, nothing, "1 paper for “x y”"],
    [
      { ...found, mode: "some" as const, withAllWords: 0 },
      nothing,
      "No paper has all of these words. 2 papers with some of them, best first",
    ],
    [
      { ...found, mode: "some" as const, withAllWords: 1 },
      nothing,
      "1 of 2 papers has all of these words; the others have most of them",
    ],
    [{ ...found, papers: [] }, nothing, "No paper fits “x y”. Try fewer words, or other ones."],
    [
      { ...found, papers: [] },
      { ...nothing, year: ["2020"] },
      "No paper fits all of this: “x y”. Take a filter away.",
    ],
  ])("of %j", (answer, selection, sentence) => {
    expect(statusOf(answer, { text: "x y", selection, sort })).toBe(sentence);
  });

  const browsing = { ...found, mode: "browse" as const };
  it.each([
    [browsing, "-x", "2 papers for “-x”, newest first"],
    [browsing, "", "2 papers, newest first"],
    [
      { ...browsing, hasCriteria: false },
      "--",
      "Nothing in “--” can be searched for. All 2 papers, newest first",
    ],
    [{ ...browsing, papers: [] }, "year:1900", "No paper fits “year:1900”."],
    [
      { ...found, papers: [] },
      '"x y"',
      'No paper fits “"x y"”. Try it without the quotation marks.',
    ],
    [
      { ...found, papers: [] },
      'topic:"x y" z',
      'No paper fits “topic:"x y" z”. Try fewer words, or other ones.',
    ],
    [
      { ...found, papers: [], unknown: ["x"] },
      "x",
      "No paper has these words: “x”. Try others, or fewer.",
    ],
    [found, "x ".repeat(100), `2 papers for “${"x ".repeat(60)}…”`],
  ])("of %j for %j", (answer, text, sentence) => {
    expect(statusOf(answer, { text, selection: nothing, sort })).toBe(sentence);
  });

  it("tells of another order, which may be all that has changed", () => {
    const state = { text: "x", selection: nothing };
    expect(statusOf(found, { ...state, sort: "oldest" })).toBe("2 papers for “x”, oldest first");
    expect(
      statusOf({ ...found, mode: "some", withAllWords: 0 }, { ...state, sort: "comments" }),
    ).toBe("No paper has all of these words. 2 papers with some of them, most comments first");
  });

  it("of corrections and unknown words", () => {
    expect(
      correctionsOf({ corrections: [{ from: "lerning", to: "learning" }], unknown: ["zzy"] }),
    ).toEqual(["Searched for “learning”: no paper has “lerning”.", "No paper has “zzy”."]);
  });
});

describe("recent searches", () => {
  const memory = () => {
    let kept: string | undefined;
    return {
      getText: () => kept,
      setText: (_: string, text: string | undefined) => {
        kept = text;
      },
    };
  };

  it("are kept, the last first, each once, and a longer one replaces its beginning", () => {
    const device = memory();
    for (const text of ["bandits", "reward", "reward hacking", "bandits", "x"]) {
      rememberSearch(device, text);
    }
    expect(recentSearches(device)).toEqual(["bandits", "reward hacking"]);
  });

  it("are none where the device keeps nothing", () => {
    const blocked = { getText: () => undefined, setText: () => "blocked" };
    rememberSearch(blocked, "bandits");
    expect(recentSearches(blocked)).toEqual([]);
  });
});
