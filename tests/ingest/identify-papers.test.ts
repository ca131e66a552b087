import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RawPaper } from "../../src/ingest/raw-paper.ts";
import { bandits, bridges, from, merge, source } from "../fixtures/records.ts";

describe("identifying the papers of records", () => {
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
