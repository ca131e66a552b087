import { describe, expect, it } from "vitest";
import { correctionsOf, statusOf } from "../../../src/client/search/result-messages.ts";

const found = {
  papers: [1, 2],
  mode: "all" as const,
  hasCriteria: true,
  withAllWords: 2,
  unknown: [],
};
const some = { ...found, mode: "some" as const };
const none = { ...found, papers: [] };
const browsing = { ...found, mode: "browse" as const };
const noFilters = { topic: [], year: [], month: [], org: [], author: [], source: [], has: [] };
const filters = { ...noFilters, year: ["2020"] };
const sort = "relevance" as const;

describe("the status of a search", () => {
  it.each([
    [found, noFilters, "2 papers for “x y”"],
    [{ ...found, papers: [1] }, noFilters, "1 paper for “x y”"],
    [
      { ...some, withAllWords: 0 },
      noFilters,
      "No paper contains all of these words. 2 papers contain some of them or say the same in other words, best match first",
    ],
    [
      { ...some, withAllWords: 1 },
      noFilters,
      "1 of 2 papers contains all of these words; the others contain most of them",
    ],
    [none, noFilters, "No papers match “x y”. Try fewer or different words."],
    [none, filters, "No papers match “x y” and the filters. Remove a filter."],
    [
      { ...browsing, hasCriteria: false },
      filters,
      "“x y” contains nothing to search for. 2 papers match the filters, newest first",
    ],
  ])("for %j", (answer, selection, message) => {
    expect(statusOf(answer, { text: "x y", selection, sort })).toBe(message);
  });

  it.each([
    [browsing, "-x", "2 papers for “-x”, newest first"],
    [browsing, "", "2 papers, newest first"],
    [
      { ...browsing, hasCriteria: false },
      "--",
      "“--” contains nothing to search for. Showing all 2 papers, newest first",
    ],
    [{ ...browsing, papers: [] }, "year:1900", "No papers match “year:1900”."],
    [none, '"x y"', 'No papers match “"x y"”. Try again without the quotation marks.'],
    [none, 'topic:"x y" z', 'No papers match “topic:"x y" z”. Try fewer or different words.'],
    [
      { ...none, unknown: ["x"] },
      "x",
      "No paper contains these words: “x”. Try fewer or different words.",
    ],
    [
      { ...some, withAllWords: 0 },
      "x",
      "No paper contains this word. 2 papers say something like it in other words, best match first",
    ],
    [found, "x ".repeat(100), `2 papers for “${"x ".repeat(60)}…”`],
  ])("for %j and the query %j", (answer, text, message) => {
    expect(statusOf(answer, { text, selection: noFilters, sort })).toBe(message);
  });

  it("asks to remove a filter if filters alone match nothing", () => {
    expect(statusOf(none, { text: "", selection: filters, sort })).toBe(
      "No papers match all of these filters. Remove a filter.",
    );
  });

  it("names the order of the results", () => {
    const search = { text: "x y", selection: noFilters };
    expect(statusOf(found, { ...search, sort: "oldest" })).toBe("2 papers for “x y”, oldest first");
    expect(statusOf({ ...some, withAllWords: 0 }, { ...search, sort: "comments" })).toBe(
      "No paper contains all of these words. 2 papers contain some of them or say the same in other words, most comments first",
    );
  });
});

describe("the messages about corrected words", () => {
  const corrected = {
    corrections: [{ from: "lerning", to: "learning" }],
    unknown: ["zzy"],
    alsoSearched: ["reinforcement learning", "RL"],
  };

  it("name what was searched for instead or too, and what no paper contains", () => {
    expect(correctionsOf(corrected)).toEqual([
      "Showing results for “learning”, because no paper contains “lerning”.",
      "No paper contains “zzy”.",
      "Also searched for what papers may call it: “reinforcement learning”, “RL”.",
    ]);
  });

  it("do not repeat what the status of a one-word query says", () => {
    expect(correctionsOf({ corrections: [], unknown: ["zzy"], alsoSearched: [] }, "zzy")).toEqual(
      [],
    );
  });
});
