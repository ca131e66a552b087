import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { buildIndex } from "../../../src/search/index/build-index.ts";
import { GrowingNumbers } from "../../../src/search/index/growing-numbers.ts";
import { gap, invert, type KeyIndex } from "../../../src/search/index/key-index.ts";
import { paperKey } from "../../../src/search/index/paper-key.ts";
import { TextTable } from "../../../src/search/index/text-table.ts";
import { positionGap, toRecord } from "../../../src/search/pagefind/record.ts";
import { writeChunks } from "../../../src/search/pagefind/write-chunks.ts";
import { fold } from "../../../src/text/fold.ts";
import { runPagefind } from "../../../src/workspace/run-pagefind.ts";
import { keysOf, madeSources, topicName } from "../../fixtures/made-search.ts";

/** The index of papers by their keys. */
function indexOf(papers: readonly (readonly string[])[]): KeyIndex {
  const table = new TextTable();
  const [keys, ends] = [new GrowingNumbers(), new GrowingNumbers()];
  for (const paper of papers) {
    for (const key of paper) keys.push(key === positionGap ? gap : table.numberOf(key));
    ends.push(keys.length);
  }
  return invert({ keys, ends }, table);
}

/** Expects of Pagefind the same chunks, by their names. */
async function expectSameAsPagefind(papers: readonly (readonly string[])[], index: KeyIndex) {
  const made = await runPagefind(papers.map((keys, at) => toRecord({ id: `paper-${at}`, keys })));
  const written = new Map([...writeChunks(index)].map(({ chunk, bytes }) => [chunk, bytes]));
  expect([...written.keys()].sort()).toEqual(made.map(({ chunk }) => chunk));
  for (const { chunk, bytes } of made) {
    expect(gunzipSync(bytes).equals(written.get(chunk) ?? new Uint8Array()), chunk).toBe(true);
  }
  return made.length;
}

const written =
  "policy Schrödinger 强化学习 이해하는 がくしゅう ελληνικά GPT4 𝔸 ﬁne Ⱂ naïve x0ⴰy ⴱ1a";
const keys = written.split(" ").map((word) => fold(word));

it("writes the chunks that Pagefind writes, in any script, with the same names", async () => {
  const word = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...keys, positionGap, "the", "rare") },
    fc.nat(5000).map((number) => `word${number}`),
    fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 5 })
      .map(fold)
      // Pagefind adds parts of words in Katakana.
      .filter((key) => key !== "" && !/\p{Script=Katakana}/u.test(key)),
  );
  const papers = fc.array(fc.array(word, { minLength: 1, maxLength: 300 }), {
    minLength: 1,
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(papers, async (some) => {
      // As in an archive, where the last key of a paper is its own. Pagefind gives no number to one without keys.
      const papers = some.map((keys, at) => [...keys, paperKey(`paper-${at}`)]);
      await expectSameAsPagefind(papers, indexOf(papers));
    }),
    { numRuns: 20 },
  );
});

it("writes numbers of all sizes as Pagefind does", async () => {
  const papers = Array.from({ length: 400 }, (_, at) => [`paper${at}`]);
  papers[0] = ["early", ...Array<string>(70_000).fill(positionGap), "late", "early"];
  papers[399] = ["early", "late"];
  await expectSameAsPagefind(papers, indexOf(papers));
});

it("writes an archive with many chunks and frequent words as Pagefind does", async () => {
  const sources = madeSources(
    Array.from({ length: 700 }, (_, at) => ({
      id: `paper-${at}`,
      title: `${written} ${at}`,
      abstract: `${"on-policy learning of a policy ".repeat(9)} word${at % 70} and $L^${at}$`,
      published: "2025-11-13",
      authors: [{ name: `Ada Łovelace ${at}` }],
    })),
  );
  const index = buildIndex(sources, topicName);
  expect(index.frequent).toEqual(["learn", "polici"]);
  const papers = sources.map((_, paper) => keysOf(index, paper));
  expect(await expectSameAsPagefind(papers, index.words)).toBeGreaterThan(20);
});
