import { describe, expect, it } from "vitest";
import {
  dimensions,
  dot,
  joinVectors,
  packDirection,
  packVector,
  readNamed,
  readNumbered,
  splitVectors,
  toUnit,
  unitOf,
  unpackDirection,
  unpackVector,
  writeNamed,
  writeNumbered,
} from "../../../src/search/index/packed-vectors.ts";
import { groupPapers } from "../../../src/search/index/paper-vectors.ts";
import { VarintReader } from "../../../src/search/index/varint.ts";
import { stem } from "../../../src/search/text/stem.ts";
import { readWordVectors } from "../../../src/workspace/word-vectors.ts";
import { madeSearch } from "../../fixtures/made-search.ts";

/** Values of 1 and -1 by which each number has a direction of its own (Walsh). */
const signs = (number: number) =>
  Array.from({ length: dimensions }, (_, at) =>
    [...(number & at).toString(2)].filter((digit) => digit === "1").length % 2 === 0 ? 1 : -1,
  );

/** A vector with one direction of its own, and a part of a second one. */
const towards = (first: number, second = first, share = 0) => {
  const [one, other] = [signs(first), signs(second)];
  return packVector(one.map((sign, at) => 2 * sign + share * (other[at] ?? 0)));
};

describe("a search by what words mean", () => {
  const papers = [
    { id: "film", title: "Cinematic footage", abstract: "Directors at work." },
    { id: "song", title: "Melodies", abstract: "Choirs at work." },
    { id: "typed", title: "Weather forecasts", abstract: "Rain and movies." },
  ];
  const vectors = new Map([
    [stem("movies"), towards(1)],
    [stem("footage"), towards(1, 2, 0.4)],
    [stem("cinematic"), towards(1)],
    [stem("melodies"), towards(3)],
    [stem("tunes"), towards(3)],
    [stem("rain"), towards(5)],
    [stem("weather"), towards(5)],
  ]);
  const { ids, ask } = madeSearch(papers, {}, {}, vectors);

  it("finds the paper that is like the query, and has none of its words", async () => {
    expect((await ids("catchy tunes"))[0]).toBe("song");
    expect(await ids("movies about zebras")).toEqual(["typed", "film"]);
  });

  it("puts the words as typed first", async () => {
    expect((await ids("movies weather zebras"))[0]).toBe("typed");
  });

  it("is not made where a paper has all words, or an author is named", async () => {
    expect(await ids("movies")).toEqual(["typed"]);
    expect((await ask("footage directors")).papers).toHaveLength(1);
    const { ids: among } = madeSearch(
      [...papers, { id: "named", title: "Walks", authors: [{ name: "Ada Tunes" }] }],
      {},
      {},
      vectors,
    );
    expect(await among("Ada Tunes zebras")).toEqual(["named"]);
  });

  it("finds only papers that meet the conditions", async () => {
    expect(await ids("catchy tunes -melodies")).not.toContain("song");
    expect(await ids('catchy tunes "at work" zebras')).toEqual(["song", "film"]);
  });
});

describe("a packed vector", () => {
  it("keeps its direction in few bytes", () => {
    const vector = Array.from({ length: dimensions }, (_, at) => Math.sin(at * 7) * 3);
    const packed = packVector(vector);
    expect(packed).toHaveLength(1 + dimensions / 2);
    for (const [at, value] of unpackVector(packed).entries()) {
      expect(Math.abs(value - (vector[at] ?? 0))).toBeLessThan(0.3);
    }
    expect([...unpackVector(packVector([]))]).toEqual(Array(dimensions).fill(0));
  });

  it("keeps the direction of a paper beside that of its group", () => {
    const centre = unitOf(towards(3));
    for (const share of [-1, -0.2, 0, 0.5, 0.9, 1]) {
      const vector = Float32Array.from(
        signs(3),
        (sign, at) => sign * share + Math.sin(at * at) * (1 - Math.abs(share)),
      );
      toUnit(vector);
      const packed = packDirection(vector, centre);
      expect(packed).toHaveLength(1 + dimensions / 4);
      const direction = unpackDirection(packed, centre);
      expect(dot(direction, direction)).toBeCloseTo(1, 3);
      expect(dot(vector, direction)).toBeGreaterThan(0.9);
    }
  });

  it("is read from a file as it was written", () => {
    const direction = (to: number) => packDirection(unitOf(towards(to)), unitOf(towards(1)));
    const numbered = new Map([
      [3, direction(1)],
      [700, direction(2)],
    ]);
    expect(readNumbered(writeNumbered(numbered))).toEqual(numbered);
    expect(readNumbered(writeNumbered(new Map()))).toEqual(new Map());
    const vectors = [towards(4), towards(1, 2, 0.3)];
    expect(splitVectors(joinVectors(vectors))).toEqual(vectors);
    const named = new Map([
      ["größe", towards(4)],
      ["zebra", towards(5, 6, 1)],
    ]);
    expect(readNamed(new VarintReader(writeNamed(named)))).toEqual(named);
  });
});

describe("groups of papers", () => {
  it("have each paper that has a vector once, with those that it is like", () => {
    const vectors = Array.from({ length: 300 }, (_, at) =>
      at % 50 === 7 ? undefined : unpackVector(towards(at % 2, 10 + (at % 5), 0.3)),
    );
    for (const vector of vectors) if (vector) toUnit(vector);
    const groups = groupPapers(vectors);
    const papers = groups.flatMap((group) => [...group.papers.keys()]);
    expect(papers.sort((a, b) => a - b)).toEqual(
      [...vectors.keys()].filter((at) => vectors[at] !== undefined),
    );
    for (const group of groups) {
      expect(new Set([...group.papers.keys()].map((paper) => paper % 2)).size).toBe(1);
    }
    expect(groupPapers([])).toEqual([]);
  });
});

describe("the shipped vectors", () => {
  it("are those of thousands of keys of the index", () => {
    const words = [...readWordVectors().keys()];
    expect(words.length).toBeGreaterThan(5000);
    // Other keys would mean that the vectors are older than the rules by which words become keys.
    for (const word of ["chatbots", "hallucination", "diffusion", "pictures", "robots"]) {
      expect(words).toContain(stem(word));
    }
  });
});
