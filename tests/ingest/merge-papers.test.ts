import { describe, expect, it } from "vitest";
import { words } from "../fixtures/papers.ts";
import { bandits, from, merge, source } from "../fixtures/records.ts";

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

  it("takes the longer abstract where another seed cut it off", () => {
    const { value } = merge(
      { ...from("a.txt", 1), abstract: bandits.slice(0, 40) },
      { ...from("b.txt", 1), abstract: bandits },
    );
    expect(value.map(({ abstract }) => words(abstract))).toEqual([bandits]);
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

  it("leaves out a paper whose title has no visible character, and reports where it is", () => {
    const { value, messages } = merge({ ...from("a.txt", 7), title: "\u0000\u200B" });
    expect(value).toEqual([]);
    expect(messages).toMatchObject([
      { rule: "blank-title", severity: "error", place: { file: "seeds/a.txt", line: 7 } },
    ]);
  });

  it("does not join two papers of one title through a record that has only the title", () => {
    const papers = [
      {
        ...from("a.txt", 1),
        title: "On Waiting",
        abstract: bandits,
        authors: [{ name: "A. Byron" }],
      },
      { ...from("b.txt", 1), title: "On Waiting", abstract: "", authors: [] },
      {
        ...from("c.txt", 1),
        title: "On Waiting",
        abstract: "Quite another text about bridges between numbats and quokkas.",
        authors: [{ name: "E. Noether" }],
      },
    ];
    for (const order of [papers, papers.toReversed()]) {
      const { value } = merge(...order);
      expect(value.map(({ authors }) => authors.map(({ name }) => name)).sort()).toEqual([
        ["A. Byron"],
        ["E. Noether"],
      ]);
    }
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
});
