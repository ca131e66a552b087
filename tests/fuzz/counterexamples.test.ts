import { describe, expect, it } from "vitest";
import { keptCounterexamples } from "./counterexamples.ts";
import { properties } from "./properties.ts";

describe("what `npm run fuzz` has found", () => {
  it.each(keptCounterexamples())("holds now: $name", ({ property, value }) => {
    const found = properties.find(({ name }) => name === property);
    expect(found).toBeDefined();
    found?.check(value);
  });
});
