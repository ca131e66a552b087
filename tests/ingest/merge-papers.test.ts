import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RawPaper } from "../../src/ingest/raw-paper.ts";
import { mergeRecords, record, words } from "../fixtures/papers.ts";

const bandits =
  "We study bandits whose rewards change with the number of times that an arm was played.";
const bridges =
  "Practitioners frequently aim to infer an unobserved population trajectory from snapshots.";

const from = (file: string, line: number): Pick<RawPaper, "source"> => ({
  source: { format: "daily-papers-text", file: `seeds/${file}`, line },
});
const source = (format: string, file: string): Pick<RawPaper, "source"> => ({
  source: { format, file: `seeds/${file}`, line: 1 },
});
const merge = (...records: Partial<RawPaper>[]) => mergeRecords(records.map(record));

describe("merging", () => {
  it("makes one paper of its records in two seeds, with the facts of both", () => {
    const { value, messages } = merge(
      {
        ...from("a.txt", 13),
        title: "Tallying Bandits",
        abstract: `${bandits} See https://a.org/x.`,
        published: "2025-10-01",
        listed: "2025-11-13",
        inferred: ["published.year"],
        comments: 1,
      },
      {
        ...from("b.txt", 3),
        title: "TALLYING  bandits.",
        abstract: `${bandits} See https://a.org/x and https://github.com/a/b.`,
        published: "2025-10-01",
        listed: "2025-10-02",
        authorsCount: 3,
        comments: 4,
        organization: { handle: "x", name: "X" },
      },
    );
    expect(messages).toEqual([]);
    expect(value).toMatchObject([
      {
        id: "tallying-bandits",
        titleText: "Tallying Bandits",
        published: "2025-10-01",
        listed: ["2025-10-02", "2025-11-13"],
        inferred: [],
        authorsCount: 3,
        comments: 4,
        organization: { handle: "x", name: "X" },
        links: [
          { kind: "other", url: "https://a.org/x" },
          { kind: "code", url: "https://github.com/a/b" },
        ],
        sources: [{ file: "seeds/a.txt" }, { file: "seeds/b.txt" }],
      },
    ]);
  });

  it("gives the same papers whatever the order of the seeds", () => {
    const records = [
      { ...from("a.txt", 1), title: "Bandits", abstract: bandits, comments: 1 },
      { ...from("b.txt", 1), title: "Bandits", abstract: bandits, comments: 2, authorsCount: 2 },
      { ...from("b.txt", 9), title: "Bandits", abstract: bridges },
      { ...from("c.txt", 5), title: "Bridges", abstract: bridges },
    ];
    const wanted = merge(...records).value;
    expect(wanted).toHaveLength(3);
    expect(merge(...records.toReversed()).value).toEqual(wanted);
  });

  it("does not depend on the order of records", () => {
    const some = fc.record({
      title: fc.constantFrom("Bandits", "BANDITS!", "Bridges"),
      abstract: fc.constantFrom(bandits, `${bandits} Indeed.`, bridges),
      ids: fc.constantFrom({}, { arxiv: "2510.01171" }, { arxiv: "2510.01172" }),
      published: fc.constantFrom("2024-01-01", "2025-01-01"),
    });
    const many = fc
      .array(some, { maxLength: 6 })
      .map((list) => list.map((one, line) => ({ ...one, ...from("a.txt", line + 1) })));
    const shuffled = many.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const { value } = merge(...list);
        expect(merge(...other).value).toEqual(value);
        expect(value.flatMap(({ sources }) => sources)).toHaveLength(list.length);
        expect(new Set(value.map(({ id }) => id)).size).toBe(value.length);
      }),
      { numRuns: 1000 },
    );
  });

  it("takes the longer abstract where another seed cut it off", () => {
    const { value } = merge(
      { ...from("a.txt", 1), abstract: bandits.slice(0, 40) },
      { ...from("b.txt", 1), abstract: bandits },
    );
    expect(value.map(({ abstract }) => words(abstract))).toEqual([bandits]);
  });

  it("keeps papers with one title but different abstracts apart, and reports it", () => {
    const { value, messages } = merge(
      { ...from("a.txt", 1), title: "Attention", abstract: bandits },
      { ...from("b.txt", 1), title: "Attention", abstract: bridges },
    );
    expect(value.map(({ id }) => id)).toEqual([
      expect.stringMatching(/^attention-[0-9a-f]{6}$/),
      expect.stringMatching(/^attention-[0-9a-f]{6}$/),
    ]);
    expect(new Set(value.map(({ id }) => id)).size).toBe(2);
    expect(messages).toMatchObject([
      { rule: "shared-slug", severity: "info", place: { file: "seeds/a.txt", line: 1 } },
      { rule: "shared-slug", severity: "info", place: { file: "seeds/b.txt", line: 1 } },
    ]);
  });

  it("adds a hash of the title to a slug that two papers share", () => {
    const words = "One Two Three Four Five Six Seven Eight";
    const { value, messages } = merge(
      { ...from("a.txt", 1), title: `${words} Nine`, abstract: bandits },
      { ...from("a.txt", 9), title: `${words} Ten`, abstract: bandits },
    );
    const slug = "one-two-three-four-five-six-seven-eight";
    expect(value.map(({ id }) => id.slice(0, slug.length))).toEqual([slug, slug]);
    expect(new Set(value.map(({ id }) => id)).size).toBe(2);
    expect(messages.map(({ rule }) => rule)).toEqual(["shared-slug", "shared-slug"]);
  });

  it("gives an id to a title without letters", () => {
    expect(merge({ title: "???" }).value[0]?.id).toMatch(/^paper-[0-9a-f]{6}$/);
  });

  it("reports what two sources have differently, and prefers a year that was read", () => {
    const { value, messages } = merge(
      {
        ...from("a.txt", 1),
        published: "2025-07-07",
        inferred: ["published.year"],
        authorsCount: 2,
      },
      { ...from("b.txt", 5), published: "2024-07-07", authorsCount: 3 },
    );
    expect(value).toMatchObject([{ published: "2024-07-07", inferred: [] }]);
    expect(
      messages.map(({ rule, reason, place }) => [rule, reason, place?.line]),
    ).toMatchInlineSnapshot(`
      [
        [
          "sources-differ",
          "Sources disagree on the publication date of "On Testing". Used: 2024-07-07 (seeds/b.txt). Ignored: 2025-07-07 (seeds/a.txt).",
          1,
        ],
        [
          "sources-differ",
          "Sources disagree on the number of authors of "On Testing". Used: 3 (seeds/b.txt). Ignored: 2 (seeds/a.txt).",
          1,
        ],
      ]
    `);
  });

  it("joins records by arXiv id whatever their titles, and keeps different ids apart", () => {
    const same = merge(
      { ...from("a.txt", 1), title: "Old Title", ids: { arxiv: "2510.01171" }, abstract: bandits },
      { ...from("b.txt", 1), title: "New Title", ids: { arxiv: "2510.01171" }, abstract: bridges },
    );
    expect(same.value.map(({ id, sources }) => [id, sources.length])).toEqual([["2510.01171", 2]]);
    const apart = merge(
      { ...from("a.txt", 1), ids: { arxiv: "2510.01171" } },
      { ...from("b.txt", 1), ids: { arxiv: "2510.01172" } },
    );
    expect(apart.value.map(({ id }) => id)).toEqual(["2510.01171", "2510.01172"]);
  });

  it("does not join two ids through a record without an id that matches both", () => {
    const { value } = merge(
      { ...from("a.txt", 1), abstract: bandits },
      { ...from("b.txt", 1), abstract: bandits, ids: { arxiv: "2510.01171" } },
      { ...from("c.txt", 1), abstract: bandits, ids: { arxiv: "2510.01172" } },
    );
    expect(value.map(({ id, sources }) => [id, sources.length])).toEqual([
      ["2510.01171", 2],
      ["2510.01172", 1],
    ]);
  });

  it("leaves out a paper whose title has no visible character, and reports where it is", () => {
    const { value, messages } = merge({ ...from("a.txt", 7), title: "\u0000\u200B" });
    expect(value).toEqual([]);
    expect(messages).toMatchObject([
      { rule: "blank-title", severity: "error", place: { file: "seeds/a.txt", line: 7 } },
    ]);
  });

  it("prefers facts of trusted sources, and keeps and reports the others", () => {
    const { value, messages } = merge(
      {
        ...source("daily-papers-text", "page.txt"),
        title: "Bandits with alpha rewards",
        abstract: bandits,
        authorsCount: 3,
        damaged: true,
        listed: "2025-11-13",
      },
      {
        ...source("daily-papers-api", "day.json"),
        ids: { arxiv: "2510.01171" },
        title: "Bandits with alpha Rewards",
        abstract: bandits,
        authors: [{ name: "Ada Byron" }, { name: "Emmy Noether" }],
        authorsCount: 2,
        published: "2025-10-02",
        damaged: true,
        links: [{ kind: "code", url: "https://a.org/x/" }],
        upvotes: 3,
      },
      {
        ...source("arxiv-atom", "a.xml"),
        ids: { arxiv: "2510.01171" },
        title: "Bandits with $\\alpha$ Rewards",
        abstract: `${bandits} And $x$.`,
        authors: [{ name: "A. Byron" }, { name: "E. Noether" }],
        authorsCount: 2,
        published: "2025-10-01",
        categories: ["cs.LG"],
        links: [{ kind: "other", url: "http://a.org/x" }],
      },
    );
    expect(value).toMatchObject([
      {
        id: "2510.01171",
        aliases: ["bandits-with-alpha-rewards"],
        titleText: "Bandits with α Rewards",
        published: "2025-10-01",
        listed: ["2025-11-13"],
        authors: [{ name: "A. Byron" }, { name: "E. Noether" }],
        authorsCount: 2,
        upvotes: 3,
        categories: ["cs.LG"],
        links: [{ kind: "code", url: "http://a.org/x" }],
        sources: [
          { format: "arxiv-atom" },
          { format: "daily-papers-api", differs: { published: "2025-10-02" } },
          { format: "daily-papers-text", differs: { authorsCount: "3" }, listed: "2025-11-13" },
        ],
      },
    ]);
    expect(value.map(({ abstract }) => words(abstract))).toEqual([`${bandits} And x.`]);
    expect(messages.map(({ rule, place }) => [rule, place?.file])).toEqual([
      ["sources-differ", "seeds/day.json"],
      ["sources-differ", "seeds/page.txt"],
    ]);
  });

  it("takes the latest version of an arXiv paper, even if it is shorter", () => {
    const version = (number: number, abstract: string) => ({
      ...source("arxiv-atom", `v${number}.xml`),
      ids: { arxiv: "2510.01171" },
      version: number,
      abstract,
    });
    const { value } = merge(version(1, `${bandits} ${bandits}`), version(3, bandits));
    expect(value.map(({ abstract }) => words(abstract))).toEqual([bandits]);
  });

  it("prefers a day to another source's year", () => {
    const year = { ...source("bibtex", "a.bib"), publishedIn: "2025" };
    const day = { ...source("daily-papers-api", "a.json"), published: "2025-10-02" };
    const { value, messages } = merge(year, day);
    expect(value).toMatchObject([{ published: "2025-10-02" }]);
    expect(value[0]).not.toHaveProperty("publishedIn");
    expect(messages).toEqual([]);
    expect(merge(year).value).toMatchObject([{ publishedIn: "2025" }]);
  });

  it("makes an alias of each former name of a paper, and never the same one for two papers", () => {
    const { value } = merge(
      { ...from("a.txt", 1), title: "Attention", abstract: bandits },
      {
        ...source("bibtex", "a.bib"),
        title: "Attention",
        abstract: bandits,
        ids: { doi: "10.1000/X(1)" },
      },
      {
        ...source("csl-json", "a.json"),
        title: "T",
        abstract: bandits,
        ids: { doi: "10.1000/x(1)", arxiv: "2510.01171" },
      },
      { ...from("a.txt", 5), title: "Attention", abstract: bridges },
      {
        ...source("bibtex", "b.bib"),
        title: "Attention",
        abstract: bridges,
        ids: { arxiv: "2510.01172" },
      },
    );
    expect(value.map(({ id }) => id)).toEqual(["2510.01171", "2510.01172"]);
    const aliases = value.flatMap((paper) => paper.aliases);
    expect(aliases).toContain("10.1000-x-1");
    expect(new Set(aliases).size).toBe(aliases.length);
  });

  it("makes an id of any DOI", () => {
    const doi = `10.1002/(SICI)1097-4571(1999)50:8<${"x".repeat(120)}>3.0.CO;2-#`;
    const [paper] = merge({ ids: { doi } }).value;
    expect(paper?.id).toMatch(/^10\.1002-sici-1097[a-z0-9-]{40,80}$/);
    expect(paper?.ids).toEqual({ doi });
  });

  it("makes no paper of an id alone, and says how to fetch it", () => {
    const alone = {
      ...source("id-list", "ids.txt"),
      title: "",
      abstract: "",
      ids: { arxiv: "2510.01171" },
    };
    expect(merge(alone).value).toEqual([]);
    expect(merge(alone).messages).toMatchObject([
      {
        rule: "not-fetched",
        severity: "warning",
        hint: expect.stringContaining("add -- 2510.01171"),
      },
    ]);
    const known = { ...source("bibtex", "a.bib"), ids: { arxiv: "2510.01171" } };
    expect(merge(alone, known)).toMatchObject({
      value: [
        { id: "2510.01171", aliases: [], sources: [{ format: "bibtex" }, { format: "id-list" }] },
      ],
      messages: [],
    });
  });

  it("matches papers with one title by their authors where abstracts are missing or differ", () => {
    const title = "A Long Enough Title to Tell Papers Apart";
    const by = (...names: string[]) => ({ authors: names.map((name) => ({ name })) });
    const count = (...records: Partial<RawPaper>[]) =>
      merge(...records.map((facts, line) => ({ title, ...from("a.txt", line + 1), ...facts })))
        .value.length;
    expect(
      count({ abstract: bandits, ...by("Ada Byron") }, { abstract: bridges, ...by("A. Byron") }),
    ).toBe(1);
    expect(
      count({ abstract: bandits, ...by("Ada Byron") }, { abstract: "", ...by("E. Noether") }),
    ).toBe(2);
    expect(count({ abstract: bandits, ...by("Ada Byron") }, { abstract: "" })).toBe(1);
  });
});
