import { expect, it } from "vitest";
import { hostileFormats } from "./formats.ts";
import { hostileTexts } from "./texts.ts";
import { describeFigures, faultsOf, none, tryAll } from "./try-all.ts";

// Every text in several fields, and texts of every family in every field. tests/stress has all of them.
const share = 30;

it("no hostile text of a source gets further than its words", () => {
  expect(hostileTexts.length).toBeGreaterThanOrEqual(300);
  const figures = tryAll(hostileFormats, (text, field) => (text + field) % share === 0);
  console.log(describeFigures(figures));
  expect(faultsOf(figures)).toEqual(none);
});
