import fc from "fast-check";
import { describe, it } from "vitest";
import { properties } from "../fuzz/properties.ts";

describe("2,000 texts of every kind", () => {
  it.each(properties)("hold: $name", ({ values, check }) => {
    fc.assert(fc.property(values, check), { numRuns: 2000 });
  });
});
