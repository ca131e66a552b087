import fc from "fast-check";
import { expect, it } from "vitest";
import { GrowingNumbers } from "../../src/search/index/growing-numbers.ts";
import { gap, invert, type KeyIndex, postingsAt } from "../../src/search/index/key-index.ts";
import { keyParts } from "../../src/search/index/key-parts.ts";
import { packKeys, readPackedKeys } from "../../src/search/index/packed-keys.ts";
import { TextTable } from "../../src/search/index/text-table.ts";

/** The index of papers by their keys; "-" is a position without a key. */
function indexOf(papers: readonly (readonly string[])[]): KeyIndex {
  const table = new TextTable();
  const [keys, ends] = [new GrowingNumbers(), new GrowingNumbers()];
  for (const paper of papers) {
    for (const key of paper) keys.push(key === "-" ? gap : table.numberOf(key));
    ends.push(keys.length);
  }
  return invert({ keys, ends }, table);
}

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("-", "polici", "policy", "强化", "𝔸", "𝔹x", "naïv") },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }) },
);

it("packs the postings of keys in any script, and reads them again", () => {
  const papers = fc.array(fc.array(word, { maxLength: 600 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(papers, fc.nat(400), (some, before) => {
      // Papers without words have numbers, too.
      const index = indexOf([...Array<string[]>(before).fill([]), ...some]);
      const expected = new Map(index.keys.map((key, at) => [key, postingsAt(index, at)]));
      expect(readPackedKeys(packKeys(index, 0, index.keys.length))).toEqual(expected);
    }),
  );
});

it("refuses a file that ends too early", () => {
  const file = packKeys(indexOf([["polici", "reward"]]), 0, 2);
  for (const length of file.keys()) {
    expect(() => readPackedKeys(file.subarray(0, length)), `${length}`).toThrow(RangeError);
  }
});

const many = Array.from({ length: 4000 }, (_, at) => [
  `rare${at}`,
  `some${at % 40}`,
  ...Array<string>(3).fill("often"),
]);

it("splits keys into parts that have each once, a frequent one alone, and that a new paper hardly moves", () => {
  const index = indexOf(many);
  const parts = keyParts(index, many.length);
  expect(parts.flatMap(({ first, end }) => index.keys.slice(first, end))).toEqual(index.keys);
  expect(parts.filter(({ isFrequent }) => isFrequent)).toEqual([
    { first: 0, end: 1, isFrequent: true },
  ]);
  expect(index.keys[0]).toBe("often");
  const textsOf = (from: KeyIndex) =>
    keyParts(from, many.length).map(({ first, end }) => from.keys.slice(first, end).join(" "));
  const before = new Set(textsOf(index));
  const others = textsOf(indexOf([...many, ["rare1500b", "some7"]])).filter(
    (part) => !before.has(part),
  );
  expect(before.size).toBeGreaterThan(5);
  expect(others.length).toBeLessThan(4);
});
