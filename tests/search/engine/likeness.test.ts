import { describe, expect, it } from "vitest";
import {
  dimensions,
  packVector,
  readNamed,
  readNumbered,
  unpackVector,
  writeNamed,
  writeNumbered,
} from "../../../src/search/index/packed-vectors.ts";
import { groupPapers } from "../../../src/search/index/paper-vectors.ts";
import { stem } from "../../../src/search/text/stem.ts";
import { readWordVectors } from "../../../src/workspace/word-vectors.ts";
import { madeSearch } from "../../fixtures/made-search.ts";

/** A vector with one direction of its own, and a part of a second one. */
const towards = (first: number, second = first, share = 0) =>
  packVector(
    Array.from({ length: dimensions }, (_, at) => (at === first ? 2 : at === second ? share : 0)),
  );

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

  it("is read from a file as it was written", () => {
    const numbered = new Map([
      [3, towards(1)],
      [700, towards(2, 9, -1)],
    ]);
    expect(readNumbered(writeNumbered(numbered))).toEqual(numbered);
    expect(readNumbered(writeNumbered(new Map()))).toEqual(new Map());
    const named = new Map([
      ["größe", towards(4)],
      ["zebra", towards(5, 6, 1)],
    ]);
    expect(readNamed(writeNamed(named))).toEqual(named);
  });
});

describe("groups of papers", () => {
  it("have each paper that has a vector once, with those that it is like", () => {
    const vectors = Array.from({ length: 300 }, (_, at) =>
      at % 50 === 7 ? undefined : unpackVector(towards(at % 2, 10 + (at % 5), 0.3)),
    );
    const unit = vectors.map((vector) => vector?.map((value) => value / 2.03));
    const groups = groupPapers(unit);
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
