import { describe, expect, it } from "vitest";
import { linearPoints } from "./entry-points.ts";
import { families } from "./families.ts";
import { growsTooFast } from "./measure.ts";

describe("every family of hostile texts takes a time that grows as its length", () => {
  it.each(Object.entries(linearPoints))("in: %s", (_, work) => {
    const slow = families.flatMap(({ name, text }) => {
      const found = growsTooFast(work, text);
      return found === undefined ? [] : [`${name}: ${found}`];
    });
    expect(slow).toEqual([]);
  });
});
