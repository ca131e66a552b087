import { expect, it } from "vitest";
import { hasCards, paperFilesOf } from "../../src/archive/paper-files.ts";

it("papers have files beside their pages as the owner says, or else in a small archive", () => {
  expect([...paperFilesOf({}, 2_800)]).toEqual(["bib", "ris", "json", "md"]);
  expect([...paperFilesOf({}, 2_801)]).toEqual([]);
  expect([...paperFilesOf({ paperFiles: ["bib"] }, 50_000)]).toEqual(["bib"]);
  expect([...paperFilesOf({ paperFiles: [] }, 1)]).toEqual([]);
  expect([hasCards({}, 2_800), hasCards({}, 2_801), hasCards({ cards: true }, 50_000)]).toEqual([
    true,
    false,
    true,
  ]);
  expect(hasCards({ cards: false }, 1)).toBe(false);
});
