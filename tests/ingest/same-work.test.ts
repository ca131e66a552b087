import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandsOf, nearDuplicates, similarity } from "../../src/ingest/identity/near-duplicates.ts";
import { sameWork } from "../../src/ingest/identity/same-work.ts";
import { wordPairsOf } from "../../src/ingest/identity/word-pairs.ts";
import type { RawPaper } from "../../src/ingest/raw-paper.ts";
import { ownersNotes } from "../../src/notes/owners-notes.ts";
import { parseNote } from "../../src/notes/parse-note.ts";
import { fnv1a } from "../../src/text/fnv1a.ts";
import { describeMessages } from "../../src/workspace/describe-messages.ts";
import { mergeRecords, record } from "../fixtures/papers.ts";

const first = `We study a bandit whose rewards change with the number of times that an arm was played.
The learner sees the loss of the arm it plays and of no other. We give an algorithm whose regret
against the best policy in hindsight grows with the square root of the horizon, show that no
algorithm does better, and try it on a hundred instances of a recommender that tires its users.`;
// What authors change between versions: a word here, a sentence there, a number.
const second = `We study a bandit problem in which rewards change with the number of times that an arm
was played. The learner observes the loss of the arm it plays and of no other. We give a new algorithm
whose regret against the best policy in hindsight grows with the square root of the horizon, prove that
no algorithm does better, and try it on two hundred instances of a recommender that tires its users.
Code is available.`;
const other = `Practitioners frequently aim to infer an unobserved population trajectory from snapshots
at a few points in time. Given such snapshots, we learn a bridge between each two of them whose
reference is learned from all of them in turn, and show on single cells that it errs less.`;

const at = (file: string, line: number): Pick<RawPaper, "source"> => ({
  source: { format: "daily-papers-text", file: `seeds/${file}`, line },
});
const papersOf = (...records: Partial<RawPaper>[]) => mergeRecords(records.map(record)).value;
const said = (...records: Partial<RawPaper>[]) => sameWork(papersOf(...records)).messages;

describe("one work under two titles", () => {
  const renamed = [
    { ...at("a.txt", 1), title: "Tallying Bandits", abstract: first },
    { ...at("b.txt", 9), title: "Bandits That Tire", abstract: second },
    { ...at("b.txt", 30), title: "Bridges", abstract: other },
  ];

  it("is reported with both places and what to do; both papers stay", () => {
    expect(papersOf(...renamed)).toHaveLength(3);
    expect(describeMessages(said(...renamed))).toMatchInlineSnapshot(`
      "seeds/b.txt:9  warning  "Bandits That Tire" (bandits-that-tire) and "Tallying Bandits" (tallying-bandits, seeds/a.txt:1) may be the same paper: their abstracts share 69 % of their word pairs. Both are kept.  [possible-duplicate]
          → In content/notes/tallying-bandits.mdx, write "sameAs: [bandits-that-tire]" to merge them, or "differentFrom: [bandits-that-tire]" to hide this message.
      1 warning"
    `);
  });

  it("is found whatever the order of the records", () => {
    expect(said(...renamed.toReversed())).toEqual(said(...renamed));
  });

  it.each([
    ["the same abstract", first],
    ["a second version of it", second],
    ["its first two thirds, cut off", first.slice(0, 300)],
    ["its words in capitals, with other punctuation", first.toUpperCase().replaceAll(",", ";")],
  ])("is found by %s", (_, abstract) => {
    const messages = said(
      { ...at("a.txt", 1), title: "Tallying Bandits", abstract: first },
      { ...at("b.txt", 9), title: "Bandits That Tire", abstract },
    );
    expect(messages).toMatchObject([{ rule: "possible-duplicate", severity: "warning" }]);
  });

  it.each([
    ["another abstract", { abstract: other }],
    ["no abstract", { abstract: "" }],
    [
      "the other half of its words",
      {
        abstract: first
          .split(" ")
          .filter((_, i) => i % 2)
          .join(" "),
      },
    ],
  ])("is not reported for %s", (_, facts) => {
    const one = { ...at("a.txt", 1), title: "Tallying Bandits", abstract: first };
    expect(said(one, { ...at("b.txt", 9), title: "Bandits That Tire", ...facts })).toEqual([]);
  });

  it.each([
    ["On Tiring Bandits, Part I", "On Tiring Bandits, Part II"],
    ["Tallying Bandits 1", "Tallying Bandits 2"],
  ])("is not reported for parts of a series: %s and %s", (one, two) => {
    const records = [
      { ...at("a.txt", 1), title: one, abstract: first },
      { ...at("a.txt", 9), title: two, abstract: second },
    ];
    expect(papersOf(...records)).toHaveLength(2);
    expect(said(...records)).toEqual([]);
  });

  it("is one paper without a message where the ids agree, or title and abstract", () => {
    const ids = { arxiv: "2510.01171" };
    for (const pair of [
      [
        { ...at("a.txt", 1), title: "Old", abstract: first, ids },
        { ...at("b.txt", 1), title: "New", abstract: second, ids },
      ],
      [
        { ...at("a.txt", 1), title: "Tallying Bandits", abstract: first },
        { ...at("b.txt", 1), title: "Tallying bandits.", abstract: second },
      ],
    ]) {
      expect(papersOf(...pair)).toHaveLength(1);
      expect(said(...pair)).toEqual([]);
    }
  });
});

describe("near-duplicates of texts", () => {
  const vocabulary = Array.from({ length: 400 }, (_, index) => `word${index}`);
  const text = fc.array(fc.constantFrom(...vocabulary), { minLength: 60, maxLength: 120 });

  const nearAmong = (texts: readonly string[]) => {
    const pairs = texts.map(wordPairsOf);
    const none = new Uint32Array();
    return nearDuplicates(pairs.map(bandsOf), (first, second) =>
      similarity(pairs[first] ?? none, pairs[second] ?? none),
    );
  };

  it("are found anywhere among the texts when one or two words differ", () => {
    const place = fc.nat({ max: 59 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), place, place, (texts, a, b) => {
        const copy = (texts[0] ?? []).map((word, index) =>
          index === a || index === b ? "new" : word,
        );
        const found = nearAmong([...texts, copy].map((words) => words.join(" ")));
        expect(found).toContainEqual(expect.objectContaining({ first: 0, second: texts.length }));
      }),
      { numRuns: 200 },
    );
  });

  it("connect many copies in a chain, not each with each other", () => {
    const found = nearAmong(Array.from({ length: 500 }, () => first));
    expect(found.length).toBeGreaterThanOrEqual(499);
    expect(found.length).toBeLessThan(1000);
  });
});

describe("word pairs", () => {
  const pairsByDefinition = (text: string) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const hashes = words.map((word) => fnv1a(word));
    const pairs = hashes
      .slice(1)
      .map((hash, at) => (Math.imul(hashes[at] ?? 0, 0x9e3779b1) ^ hash) >>> 0);
    return [...new Set(pairs)].sort((a, b) => a - b);
  };
  const piece = fc.oneof(
    fc.constantFrom(
      "a",
      "Z",
      "9",
      " ",
      "-",
      "é",
      "Σ",
      "İ",
      "中",
      "𝐱",
      "😀",
      "\ud835",
      "\n",
      "the ",
    ),
    fc.string({ unit: "binary", maxLength: 3 }),
  );

  it("are those of adjacent words of letters and digits in any script, each once", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        expect([...wordPairsOf(text)]).toEqual(pairsByDefinition(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe("the owner's word on two papers", () => {
  const records = [
    record({ ...at("a.txt", 1), title: "Tallying Bandits", abstract: first, comments: 3 }),
    record({ ...at("b.txt", 9), title: "Bandits That Tire", abstract: second, authorsCount: 2 }),
    record({ ...at("b.txt", 30), title: "Bridges", abstract: other, ids: { arxiv: "2510.01171" } }),
  ];
  const withNote = (name: string, yaml: string) => {
    const note = parseNote({
      path: `content/notes/${name}.mdx`,
      text: `---\n${yaml}\n---\nMine.\n`,
    });
    expect(note.messages).toEqual([]);
    const notes = note.value ? [note.value] : [];
    const { value: papers, messages } = mergeRecords(records, ownersNotes(notes));
    return { papers, messages: [...messages, ...sameWork(papers).messages] };
  };

  it("joins them by sameAs, with the facts of both and the other id as an alias", () => {
    const { papers, messages } = withNote("tallying-bandits", "sameAs: [bandits-that-tire]");
    expect(messages.map(({ rule }) => rule)).toEqual(["sources-differ"]);
    expect(papers).toMatchObject([
      { id: "2510.01171" },
      {
        id: "tallying-bandits",
        aliases: ["bandits-that-tire"],
        comments: 3,
        authorsCount: 2,
        sources: [{ file: "seeds/a.txt" }, { file: "seeds/b.txt" }],
      },
    ]);
  });

  it("joins one to a paper with an arXiv id, which stays the id", () => {
    const { papers, messages } = withNote("tallying-bandits", 'sameAs: ["2510.01171"]');
    expect(papers.map(({ id, aliases }) => [id, aliases])).toEqual([
      ["2510.01171", ["tallying-bandits"]],
      ["bandits-that-tire", []],
    ]);
    expect(messages.map(({ rule }) => rule)).not.toContain("unknown-paper");
  });

  it("keeps them apart by differentFrom, without a message", () => {
    expect(withNote("tallying-bandits", "rating: 3").messages).toMatchObject([
      { rule: "possible-duplicate" },
    ]);
    for (const [name, id] of [
      ["tallying-bandits", "bandits-that-tire"],
      ["bandits-that-tire", "tallying-bandits"],
    ] as const) {
      const { papers, messages } = withNote(name, `differentFrom: [${id}]`);
      expect(papers).toHaveLength(3);
      expect(messages).toEqual([]);
    }
  });

  it("is reported where it matches no paper", () => {
    expect(
      describeMessages(
        withNote("bridges-of-mine", "title: Mine\nsameAs: [tallying-bandits]").messages.filter(
          ({ rule }) => rule === "same-as-alone",
        ),
      ),
    ).toMatchInlineSnapshot(`
      "content/notes/bridges-of-mine.mdx:3  error  This note makes a paper of its own, so sameAs: [tallying-bandits] was ignored.  [same-as-alone]
          → To write about that paper, rename the file to tallying-bandits.mdx.
      1 error"
    `);
    expect(
      describeMessages(
        withNote("tallying-bandits", "rating: 2\nsameAs:\n  - bandits-that-tyre").messages.filter(
          ({ rule }) => rule === "unknown-paper",
        ),
      ),
    ).toMatchInlineSnapshot(`
      "content/notes/tallying-bandits.mdx:4  error  No paper has the id "bandits-that-tyre", so it was ignored in sameAs.  [unknown-paper]
          → Use the last part of the paper's address. Similar ids: bandits-that-tire.
      1 error"
    `);
  });
});
