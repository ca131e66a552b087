import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type CBORType, decodeCBOR, encodeCBOR } from "@levischuck/tiny-cbor";
import { beforeAll, describe, expect, it } from "vitest";
import { pagefindVersion, readIndexChunk } from "../../../src/search/pagefind/index-chunk.ts";
import { positionGap, toRecord } from "../../../src/search/pagefind/record.ts";
import { type ChunkFile, runPagefind } from "../../../src/workspace/run-pagefind.ts";

/**
 * Three small papers with keys of one or several papers, gaps, other scripts, and a large position.
 */
const canary = [
  { id: "one", keys: ["polici", positionGap, "gradient", "onpolici", "polici"] },
  { id: "two", keys: ["reward", "polici", "强化", "ⴰshen"] },
  { id: "three", keys: ["reward", ...Array<string>(30).fill(positionGap), "reward", "l2"] },
];

/** The chunk of the canary as Pagefind 1.6.0 writes it, decompressed, after the signature. */
const expected: [CBORType[]] = [
  [
    ["gradient", [[0, [-25, 2], []]], []],
    ["l2", [[2, [-25, 32], []]], []],
    ["onpolici", [[0, [-25, 3], []]], []],
    [
      "polici",
      [
        [0, [-25, 0, 4], []],
        [1, [-25, 1], []],
      ],
      [],
    ],
    [
      "reward",
      [
        [1, [-25, 0], []],
        [1, [-25, 0, 31], []],
      ],
      [],
    ],
    ["ⴰshen", [[1, [-25, 3], []]], []],
    ["强化", [[1, [-25, 2], []]], []],
  ],
];

const signature = "pagefind_dcd";

/** The meaning of each level of lists in a chunk. The items of a tuple have names. */
const levels = [
  ["words"],
  [],
  ["key", "pages", "variants"],
  [],
  ["delta", "positions", "metadata"],
  [],
];

/** Names the first difference between a chunk and the expected one; undefined where there is none. */
function firstDifference(chunk: Uint8Array): string | undefined {
  const start = new TextDecoder().decode(chunk.subarray(0, signature.length));
  if (start !== signature) return `the first bytes are “${start}”, and were “${signature}”`;
  const found = decodeCBOR(new Uint8Array(chunk.subarray(signature.length)));
  return differenceOf(found, expected, "", 0);
}

function differenceOf(
  found: CBORType | undefined,
  wanted: CBORType | undefined,
  path: string,
  level: number,
): string | undefined {
  if (!Array.isArray(found) || !Array.isArray(wanted)) {
    return Object.is(found, wanted)
      ? undefined
      : `${path} is ${JSON.stringify(found)}, and was ${JSON.stringify(wanted)}`;
  }
  for (const at of wanted.keys()) {
    const name = levels[level]?.[at];
    const next = name === undefined ? `${path}[${at}]` : path === "" ? name : `${path}.${name}`;
    const difference = differenceOf(found[at], wanted[at], next, level + 1);
    if (difference !== undefined) return difference;
  }
  return found.length === wanted.length
    ? undefined
    : `${path || "the index"} has ${found.length} items, and had ${wanted.length}`;
}

const help = `Pagefind writes another format than ${pagefindVersion}. Adapt src/search/pagefind/ and the expected canary in this file, then run npm run search:evaluate; or install pagefind@${pagefindVersion}.`;

describe("the format of Pagefind's index", () => {
  let chunks: ChunkFile[];
  let chunk: Uint8Array;

  beforeAll(async () => {
    chunks = await runPagefind(canary.map(toRecord));
    chunk = gunzipSync(chunks[0]?.bytes ?? new Uint8Array());
  });

  it("is the same in the installed version", () => {
    const manifest = join(import.meta.dirname, "../../../node_modules/pagefind/package.json");
    const { version }: { version: string } = JSON.parse(readFileSync(manifest, "utf8"));
    const difference = firstDifference(chunk);
    expect(difference && `Pagefind ${version}: ${difference}. ${help}`).toBeUndefined();
    expect(chunks.length).toBe(1);
    expect(version).toBe(pagefindVersion);
  });

  it("is read as the papers' keys and positions", () => {
    const words = readIndexChunk(chunk);
    expect(words.get("polici")).toEqual({ papers: [0, 1], positions: [[0, 4], [1]] });
    expect(words.get("reward")).toEqual({ papers: [1, 2], positions: [[0], [0, 31]] });
    expect(words.get("强化")).toEqual({ papers: [1], positions: [[2]] });
    expect([...words.keys()]).not.toContain(positionGap);
  });

  const changed = (change: (words: CBORType[]) => CBORType) => {
    const [words] = structuredClone(expected);
    return concatenated(signature, encodeCBOR(change(words)));
  };

  it.each<[string, Uint8Array, string, string | undefined]>([
    [
      "another signature",
      concatenated("pagefind_xyz", encodeCBOR(expected)),
      "the first bytes are “pagefind_xyz”, and were “pagefind_dcd”",
      "The first bytes should be “pagefind_dcd”, but is “pagefind_xyz”",
    ],
    [
      "a further list beside the words",
      changed((words) => [words, []]),
      "the index has 2 items, and had 1",
      "the index should be a list of 1, but is a list of 2",
    ],
    [
      "a further item of a word",
      changed((words) => [words.with(1, ["l2", [[2, [-25, 32], []]], [], 7])]),
      "words[1] has 4 items, and had 3",
      "words[1] should be a list of 3, but is a list of 4",
    ],
    [
      "positions as a number",
      changed((words) => [words.with(1, ["l2", [[2, 32, []]], []])]),
      "words[1].pages[0].positions is 32, and was [-25,32]",
      "words[1].pages[0].positions should be a list, but is “32”",
    ],
    [
      "absolute numbers of pages",
      changed((words) => [
        words.with(4, [
          "reward",
          [
            [1, [-25, 0], []],
            [2, [-25, 0, 31], []],
          ],
          [],
        ]),
      ]),
      "words[4].pages[1].delta is 2, and was 1",
      undefined,
    ],
  ])("names %s", (_, bytes, difference, message) => {
    expect(firstDifference(bytes)).toBe(difference);
    if (message !== undefined) expect(() => readIndexChunk(bytes)).toThrow(message);
  });
});

function concatenated(start: string, rest: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(start);
  const bytes = new Uint8Array(head.length + rest.length);
  bytes.set(head);
  bytes.set(rest, head.length);
  return bytes;
}
