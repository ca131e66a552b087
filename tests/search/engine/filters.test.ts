import { describe, expect, it } from "vitest";
import { nothingSelected } from "../../../src/search/engine/facets.ts";
import { madeSearch } from "../../fixtures/made-search.ts";
import { ask, ids, papers } from "../../fixtures/search-papers.ts";

describe("filters, facets and sorting", () => {
  it("treats a year or month of publication as the whole of it", async () => {
    const { ids: found, ask: asking } = madeSearch([
      { id: "year", publishedIn: "2015" },
      { id: "month", publishedIn: "2015-03" },
      { id: "day", published: "2015-03-09" },
      { id: "long-ago", publishedIn: "1859" },
      { id: "undated" },
    ]);
    const { ids: short } = madeSearch([{ id: "short", publishedIn: "2024-02" }]);
    expect(await short("date:2024-02-01..2024-02-29")).toEqual(["short"]);
    expect(await short("date:2024-02-01..2024-02-28")).toEqual([]);
    expect(await short("month:..2024-02")).toEqual(["short"]);
    const sorted = async (text: string) => (await found(text)).sort();
    expect(await sorted("year:2015")).toEqual(["day", "month", "year"]);
    expect(await sorted("month:2015-03")).toEqual(["day", "month"]);
    expect(await sorted("date:2015-03-09")).toEqual(["day"]);
    expect(await sorted("month:2015-01..2015-12")).toEqual(["day", "month", "year"]);
    expect(await sorted("month:2015-02..2015-12")).toEqual(["day", "month"]);
    expect(await sorted("month:..2015-06")).toEqual(["day", "long-ago", "month"]);
    expect(await sorted("year:..1900")).toEqual(["long-ago"]);
    expect(await found("", { sort: "oldest" })).toEqual([
      "long-ago",
      "year",
      "month",
      "day",
      "undated",
    ]);
    const { facets } = await asking("");
    const counted = (facet: "year" | "month") =>
      facets[facet].map(({ value, count }) => [value, count]);
    // Undated papers come last.
    expect(counted("year")).toEqual([
      ["2015", 3],
      ["1859", 1],
      ["undated", 1],
    ]);
    expect(counted("month")).toEqual([["2015-03", 2]]);
  });

  it("shows sources by the names that readers know", async () => {
    const of = (format: string) => [{ format, file: "a", line: 1 }];
    const { ask: asking, ids: found } = madeSearch([
      { id: "page", sources: of("daily-papers-text") },
      { id: "api", sources: of("arxiv-atom") },
      { id: "other", sources: of("x-unknown") },
    ]);
    const { facets } = await asking("");
    expect(facets.source.map(({ value, name }) => [value, name])).toEqual([
      ["daily-papers-text", "Daily Papers (page)"],
      ["arxiv-atom", "arXiv"],
      ["x-unknown", "x-unknown"],
    ]);
    expect(await found("source:arxiv")).toEqual(["api"]);
    expect(await found('source:"Daily Papers"')).toEqual(["page"]);
    expect(await found("source:daily-papers-text")).toEqual(["page"]);
  });

  it("finds a paper of a reader's list by its former id", async () => {
    const renamed = { id: "2510.00001", title: "Renamed", aliases: ["a-former-slug"] };
    const lists = { saved: ["a-former-slug"], read: ["a-former-slug"] };
    const { ids: found } = madeSearch([...papers, renamed], lists);
    expect(await found("is:saved")).toEqual(["2510.00001"]);
    expect(await found("is:unread title:renamed")).toEqual([]);
  });

  it("sorts by upvotes, the newer of two with as many first", async () => {
    const { ids: sorted } = madeSearch([
      { id: "few", upvotes: 2, published: "2025-03-01" },
      { id: "none", published: "2025-02-01" },
      { id: "many", upvotes: 40, published: "2025-01-01" },
      { id: "later", upvotes: 2, published: "2025-04-01" },
    ]);
    expect(await sorted("year:2025", { sort: "upvotes" })).toEqual([
      "many",
      "later",
      "few",
      "none",
    ]);
  });

  it("sorts by date and comments, undated papers last", async () => {
    const all = {
      selection: { topic: [], year: [], month: [], org: [], author: [], source: [], has: [] },
    };
    expect((await ids("year:2025", { sort: "oldest" }))[0]).toBe("hacking");
    expect((await ids("year:2025", { sort: "newest" }))[0]).toBe("majority");
    expect((await ids("", { ...all, sort: "comments" })).slice(0, 2)).toEqual([
      "granular",
      "bridges",
    ]);
  });

  it("filters by author and month, and counts authors only on request", async () => {
    const pick = (picked: object) => ({ selection: { ...nothingSelected, ...picked } });
    expect((await ask("policy")).facets.author).toEqual([]);
    const { facets } = await ask("", { authors: true });
    expect(facets.author.map(({ name, count }) => [name, count])).toEqual([
      ["Renato Berlinghieri", 1],
      ["Renato Shen", 1],
      ["Yünyi Shen", 1],
    ]);
    expect(await ids("policy", pick({ author: ["Renato Shen"] }))).toEqual(["onpolicy"]);
    const both = await ids("", pick({ author: ["Renato Shen", "Yünyi Shen"] }));
    expect(both.sort()).toEqual(["bridges", "onpolicy"]);
    expect((await ids("", pick({ month: ["2025-10"] }))).sort()).toEqual(["granular", "majority"]);
    expect(await ids("", pick({ month: ["2025-10"], author: ["Renato Shen"] }))).toEqual([]);
    const { facets: left } = await ask("", pick({ year: ["2025"] }));
    expect(left.month.map(({ value, count }) => [value, count])).toEqual([
      ["2025-10", 2],
      ["2025-01", 1],
    ]);
  });

  it("counts the values of facets that are combined", async () => {
    const selection = {
      topic: [],
      year: ["2025"],
      month: [],
      org: [],
      author: [],
      source: [],
      has: [],
    };
    const { facets, papers: found } = await ask("policy", { selection });
    expect(found.length).toBe(1);
    // The selection in a facet does not reduce its own values: the other years can still be
    // selected.
    expect(facets.year.map(({ value, count, selected }) => [value, count, selected])).toEqual([
      ["2025", 1, true],
      ["2024", 1, false],
      ["2021", 1, false],
      ["2020", 1, false],
    ]);
    expect(facets.topic).toEqual([]);
    const without = await ask("policy");
    expect(without.facets.topic).toEqual([
      {
        value: "reinforcement-learning",
        name: "reinforcement learning",
        count: 1,
        selected: false,
      },
    ]);
    const both = await ask("policy", {
      selection: { ...selection, year: ["2020", "2021"], topic: ["reinforcement-learning"] },
    });
    expect(both.papers.length).toBe(1);
    expect(both.facets.year.map(({ value, count }) => [value, count])).toEqual([
      ["2021", 0],
      ["2020", 1],
    ]);
  });
});
