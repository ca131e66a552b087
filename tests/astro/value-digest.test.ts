import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestOf } from "../../src/astro/value-digest.ts";

const plainValue = fc.jsonValue();

describe("a digest of a value", () => {
  it("is that of an equal value, and of no other", () => {
    fc.assert(
      fc.property(plainValue, plainValue, (one, other) => {
        expect(digestOf(structuredClone(one))).toBe(digestOf(one));
        // JSON has -0 and 0 alike.
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(digestOf(one) === digestOf(other)).toBe(isSame);
      }),
    );
  });

  it.each<[string, unknown, unknown]>([
    ["a text and a number", "1", 1],
    ["nothing and null", undefined, null],
    ["an empty list and an empty object", [], {}],
    ["a list and its items", [["a", "b"]], ["a", "b"]],
    ["a text that looks like two", ['a","b'], ["a", "b"]],
    ["a set and a list", new Set(["a"]), ["a"]],
    ["two maps", new Map([["a", 1]]), new Map([["a", 2]])],
    ["two dates", new Date(0), new Date(1)],
    ["long lists with another item", "x".repeat(300).split(""), `${"x".repeat(299)}y`.split("")],
    ["numbers that are none", Number.NaN, Number.POSITIVE_INFINITY],
  ])("tells %s apart", (_, one, other) => {
    expect(digestOf(one)).toBeDefined();
    expect(digestOf(one)).not.toBe(digestOf(other));
  });

  it.each<[string, unknown]>([
    ["a function", { address: () => "/" }],
    ["a symbol", [Symbol("a")]],
    ["an object of a class", new URL("https://example.org/")],
    ["a promise", [Promise.resolve(1)]],
  ])("does not exist for %s", (_, value) => {
    expect(digestOf(value)).toBeUndefined();
  });

  it("does not exist for an endless value", () => {
    const endless: unknown[] = [];
    endless.push([endless]);
    expect(digestOf(endless)).toBeUndefined();
  });
});
