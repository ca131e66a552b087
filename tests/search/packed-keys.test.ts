import fc from "fast-check";
import { expect, it } from "vitest";
import { GrowingNumbers } from "../../src/search/index/growing-numbers.ts";
import { gap, invert, type KeyIndex, postingsAt } from "../../src/search/index/key-index.ts";
import { keyParts } from "../../src/search/index/key-parts.ts";
import { packKeys, readPackedKeys } from "../../src/search/index/packed-keys.ts";
import { toSteady } from "../../src/search/index/steady-positions.ts";
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

/** Where the fields of papers end, each after the one before. */
const fieldEnds = fc
  .array(fc.tuple(fc.nat(150), fc.nat(400)), { maxLength: 450 })
  .map((lengths) => ({
    titleEnd: lengths.map(([title]) => title),
    bodyEnd: lengths.map(([title, abstract]) => title + abstract),
  }));
const noEnds = { titleEnd: [], bodyEnd: [] };

it("packs the postings of keys in any script, and reads them again", () => {
  const papers = fc.array(fc.array(word, { maxLength: 600 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(papers, fc.nat(400), fieldEnds, (some, before, ends) => {
      // Papers without words have numbers, too.
      const index = indexOf([...Array<string[]>(before).fill([]), ...some]);
      const expected = new Map(index.keys.map((key, at) => [key, postingsAt(index, at)]));
      const all = { first: 0, end: index.keys.length };
      expect(readPackedKeys(packKeys(toSteady(index, ends), all), ends)).toEqual(expected);
    }),
  );
});

it("refuses a file that ends too early", () => {
  const file = packKeys({ words: indexOf([["polici", "reward"]]) }, { first: 0, end: 2 });
  for (const length of file.keys()) {
    expect(() => readPackedKeys(file.subarray(0, length), noEnds), `${length}`).toThrow(RangeError);
  }
});

it("has the same words of an abstract after its title was corrected", () => {
  const abstract = Array.from({ length: 90 }, (_, at) => `word${at}`);
  const packed = (title: string[], key: string) => {
    const index = indexOf([[...title, ...abstract, "topic"]]);
    const ends = { titleEnd: [title.length], bodyEnd: [title.length + abstract.length] };
    const first = index.keys.indexOf(key);
    return packKeys(toSteady(index, ends), { first, end: first + 1 });
  };
  for (const key of ["word0", "word89", "topic"]) {
    expect(packed(["a", "title"], key)).toEqual(packed(["the", "right", "title"], key));
  }
  expect(packed(["a", "title"], "title")).not.toEqual(packed(["the", "right", "title"], "title"));
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
