import { describe, expect, it } from "vitest";
import { comeFirst, nameQueries } from "../../scripts/search/name-queries.ts";
import { madeSources } from "../fixtures/made-search.ts";

const sources = madeSources([
  { id: "a", published: "2023-05-02", authors: [{ name: "Seung-won Hwang" }] },
  { id: "b", published: "2024-01-01", authors: [{ name: "Ada Müller" }, { name: "Yu" }] },
  { id: "c", published: "2024-02-01", authors: [{ name: "Seung-Won Hwang" }] },
]);

describe("the queries of names", () => {
  it("are each name in the ways in which readers write it, with the papers of all its spellings", () => {
    const queries = nameQueries(sources).map(({ kind, query, papers }) => [
      kind,
      query,
      [...papers].join(" "),
    ]);
    expect(queries).toEqual([
      ["hyphenated names", "Seung-won Hwang", "0 2"],
      ["full names", "Seung-won Hwang", "0 2"],
      ["author: and full name", 'author:"Seung-won Hwang"', "0 2"],
      ["surname first", "Hwang Seung-won", "0 2"],
      ["initials", "S. Hwang", "0 2"],
      ["full names", "Ada Müller", "1"],
      ["author: and full name", 'author:"Ada Müller"', "1"],
      ["surname first", "Müller Ada", "1"],
      ["initials", "A. Müller", "1"],
      ["without diacritics", "Ada Muller", "1"],
      ["surname and year", "Müller 2024", "1"],
      ["surname and month", "Müller January 2024", "1"],
      ["surname and year", "Yu 2024", "1"],
      ["surname and month", "Yu January 2024", "1"],
    ]);
  });

  it("are answered if the author's papers come before all others", () => {
    const [query] = nameQueries(sources);
    if (!query) throw new Error("There are no queries.");
    expect(comeFirst(query, [2, 0, 1])).toBe(true);
    expect(comeFirst(query, [2, 1, 0])).toBe(false);
    expect(comeFirst(query, [2])).toBe(false);
  });
});
