import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readState, toggleFilter, writeState } from "../../../src/client/search/search-state.ts";
import { facetNames } from "../../../src/search/engine/facets.ts";

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

  it("gives back the search that was written", () => {
    fc.assert(
      fc.property(state, (original) => {
        const { selection, ...rest } = readState(writeState(original));
        const { selection: wanted, ...other } = original;
        expect(rest).toEqual(other);
        for (const name of facetNames) {
          expect(selection[name].toSorted()).toEqual(wanted[name].toSorted());
        }
      }),
    );
  });

  it("leaves out defaults and ignores unknown values", () => {
    expect(writeState(readState("?q=+L%5E2+&sort=nonsense&topic="))).toBe("?q=L%5E2");
  });

  it("returns to the same state when a filter is selected and removed again", () => {
    const before = readState("?q=x&year=2024");
    const selected = toggleFilter(before, "year", "2025");
    expect(selected.selection.year).toEqual(["2024", "2025"]);
    expect(toggleFilter(selected, "year", "2025")).toEqual(before);
  });
});
