import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nothingSelected } from "../../src/search/engine/facets.ts";
import { type OpenSearch, openSearch } from "../../src/search/engine/open-search.ts";
import { MissingPartError } from "../../src/search/engine/part-files.ts";
import { search } from "../../src/search/engine/search.ts";
import {
  readTermFrequencies,
  type TermFrequencies,
  termFrequenciesOf,
  writeTermFrequencies,
} from "../../src/search/engine/term-frequencies.ts";
import { buildIndex } from "../../src/search/index/build-index.ts";
import { readEnglishStems } from "../../src/workspace/english-words.ts";
import { compressText } from "../../src/workspace/text-dictionary.ts";
import { readWordVectors } from "../../src/workspace/word-vectors.ts";
import { writeSearch } from "../../src/workspace/write-search.ts";
import { madeSources, topicName, wordsOf } from "../fixtures/made-search.ts";

const words =
  "policy reward Schrödinger ε-greedy GPT-4o 强化学习 on-policy naïve C++ L² the of".split(" ");
const pick = (at: number) => words[at % words.length] ?? "";
const sources = madeSources(
  Array.from({ length: 60 }, (_, at) => ({
    id: `paper-${at}`,
    title: `${pick(at)} and ${pick(at * 7 + 3)}`,
    abstract: `We study ${pick(at * 3)} ${pick(at + 1)} with $x_{${at}}^2$ in ${pick(at * 5)}; ${"policy ".repeat(at % 4)}`,
    published: `20${10 + (at % 15)}-0${1 + (at % 9)}-11`,
    authors: [{ name: `Ada ${pick(at)}` }],
  })),
);

/** The numbers whose differences an author's name has. */
function numbersOf(deltas: readonly number[] = []): number[] {
  let number = 0;
  return deltas.map((delta) => (number += delta));
}

let folder: string;
let site: OpenSearch;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "offprint-test-"));
  await writeSearch(folder, sources, topicName);
  site = await openSearch(async (path) => readFileSync(join(folder, path)));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("the files of the index", () => {
  it("have every key of every paper at its positions, and no other", async () => {
    const expected = wordsOf(buildIndex(sources, topicName));
    expect(expected.size).toBeGreaterThan(100);
    for (const [word, postings] of expected) {
      expect(await site.words.postings(word), word).toEqual(postings);
    }
    expect(await site.words.postings("zzyzxqq")).toBeUndefined();
  });

  it("have every key in a large archive, too, without Pagefind", async () => {
    const many = madeSources(
      Array.from({ length: 2001 }, (_, at) => ({
        id: `paper-${at}`,
        title: `${pick(at)} ${at % 90}`,
        abstract: "reward ".repeat(5),
        authors: [{ name: `Ada ${pick(at)}` }],
      })),
    );
    const place = mkdtempSync(join(tmpdir(), "offprint-test-"));
    await writeSearch(place, many, topicName);
    const large = await openSearch(async (path) => readFileSync(join(place, path)));
    const index = buildIndex(many, topicName, readWordVectors());
    for (const [word, postings] of wordsOf(index)) {
      expect(await large.words.postings(word), word).toEqual(postings);
      const { positions: _, ...counts } = termFrequenciesOf(postings, index.columns);
      expect(await large.words.termFrequencies(word), word).toMatchObject(counts);
    }
    expect((await large.words.termFrequencies("reward"))?.positions).toBeUndefined();
    const names = await large.names("reward");
    expect(names).toHaveLength(1);
    expect(numbersOf(names[0]?.[1])).toEqual(
      many.flatMap(({ paper }, at) => (paper.authors[0]?.name === "Ada reward" ? [at] : [])),
    );
    expect(index.groups.some(({ recent }) => recent.size > 0)).toBe(true);
    for (const [number, { papers, recent }] of index.groups.entries()) {
      expect(await large.group(number)).toEqual(new Map([...papers, ...recent]));
    }
    expect(globSync("pagefind/**/*", { cwd: place })).toEqual([]);
    rmSync(place, { recursive: true });
  });

  it("have the results' texts with their formulas", async () => {
    const answer = await search(site, {
      text: "title:schroedinger",
      selection: nothingSelected,
      sort: "relevance",
      typing: false,
      matchAny: false,
    });
    expect(answer.papers.length).toBeGreaterThan(2);
    for (const { paper, formulas } of await site.resultDocuments(answer.papers)) {
      expect(paper.title).toContain("Schrödinger");
      const number = paper.id.slice("paper-".length);
      expect(formulas[`x_{${number}}^2`]).toContain("<msubsup>");
    }
  });

  it("have words by their prefix", async () => {
    const found = await site.words.withPrefix("schr");
    expect([...found.keys()].sort()).toEqual([
      "schroding",
      "schroding0ⴰer",
      "schroeding",
      "schroeding0ⴰer",
    ]);
  });

  it("are only those that the search page can load", async () => {
    const loaded = new Set<string>();
    const open = await openSearch(async (path) => {
      loaded.add(path);
      return readFileSync(join(folder, path));
    });
    for (const word of wordsOf(buildIndex(sources, topicName)).keys()) {
      await open.words.postings(word);
      await open.words.termFrequencies(word);
    }
    await open.vocabulary();
    for (const stem of readEnglishStems()) await open.isEnglish(stem);
    for (const [word] of buildIndex(sources, topicName).names) await open.names(word);
    await open.facts();
    await open.authorship();
    await open.counts();
    await open.resultDocuments(sources.map((_, number) => number));
    const written = globSync("**/*", { cwd: folder, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
    expect(written.sort()).toEqual([...loaded].sort());
    expect(written.filter((path) => path.startsWith("pagefind/")).length).toBeGreaterThan(0);
  });

  it("replace those of an earlier build", async () => {
    const place = mkdtempSync(join(tmpdir(), "offprint-test-"));
    mkdirSync(join(place, "pagefind/fragment"), { recursive: true });
    writeFileSync(join(place, "pagefind/pagefind.js"), "");
    writeFileSync(join(place, "pagefind/fragment/und_1.pf_fragment"), "");
    await writeSearch(place, sources.slice(0, 3), topicName);
    const left = globSync("pagefind/**/*", { cwd: place, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([
      expect.stringMatching(/^und_\w+\.pf_index$/),
    ]);
    rmSync(place, { recursive: true });
  });

  it("reject with the missing part, and never answer without it", async () => {
    const broken = await openSearch(async (path) => {
      if (path.endsWith(".pf_index")) throw new Error("offline");
      return readFileSync(join(folder, path));
    });
    await expect(broken.words.postings("polici")).rejects.toBeInstanceOf(MissingPartError);
  });

  const portal = Buffer.from("<!doctype html><title>Log in</title>");
  it.each([
    ["another page", "/dictionary/", portal],
    ["another page", "/texts/", portal],
    // Its stream has no fault.
    ["a damaged text", "/texts/", compressText('{"papers": [')],
  ])("are asked for again if %s came for %s", async (_, part, other) => {
    let isPortal = true;
    const open = await openSearch(async (path) =>
      isPortal && path.includes(part) ? other : readFileSync(join(folder, path)),
    );
    await expect(open.resultDocuments([3])).rejects.toBeInstanceOf(MissingPartError);
    isPortal = false;
    const [found] = await open.resultDocuments([3]);
    expect(found?.paper.id).toBe(sources[3]?.paper.id);
  });
});

describe("words that most papers have", () => {
  // Random positions, so that they take as many bytes as in a real archive.
  let state = 1;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const many = madeSources(
    Array.from({ length: 3000 }, (_, at) => ({
      id: `many-${at}`,
      title: at % 9 === 0 ? `Policy ${at}` : `Paper ${at}`,
      abstract: Array.from({ length: 40 }, (__, place) =>
        random() < 0.15 ? "policy" : `word${place}`,
      ).join(" "),
      published: "2024-05-01",
    })),
  );
  let place: string;

  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), "offprint-test-"));
    await writeSearch(place, many, topicName);
  });

  afterAll(() => {
    rmSync(place, { recursive: true });
  });

  async function watched() {
    const requested: string[] = [];
    const open = await openSearch(async (path) => {
      requested.push(path);
      return readFileSync(join(place, path));
    });
    return { open, requested };
  }

  it("are found without their positions, which are most of their bytes", async () => {
    const { open, requested } = await watched();
    const light = await open.words.termFrequencies("polici");
    const sizeOf = (path: string) => statSync(join(place, path)).size;
    const loaded = requested.filter((path) => /\/(?:keys|frequencies)\//.test(path));
    const postings = await open.words.postings("polici");
    expect(postings?.papers.length).toBeGreaterThan(2500);
    expect({ ...light, positions: postings?.positions }).toEqual(
      postings && termFrequenciesOf(postings, open.archive.columns),
    );
    const counts = loaded.reduce((sum, path) => sum + sizeOf(path), 0);
    const chunk = requested.find((path) => !loaded.includes(path) && path.includes("/keys/"));
    // Those of the few recent papers are with their other words.
    expect(counts).toBeLessThan(sizeOf(chunk ?? "") / 3);
  });

  it.each([
    ["policy", 3000],
    ["title:policy", 334],
    ["title:policy -paper", 334],
    ["polic", 3000],
  ])("answer %s as their positions would", async (text, atMost) => {
    const { open } = await watched();
    const request = { selection: nothingSelected, sort: "relevance" as const, matchAny: false };
    const answer = await search(open, { ...request, text, typing: true });
    expect(answer.papers.length).toBeLessThanOrEqual(atMost);
    expect(answer.papers.length).toBeGreaterThan(atMost * 0.8);
    expect(answer.papers[0]).toBeDefined();
    expect((await open.resultDocuments(answer.papers.slice(0, 1)))[0]?.paper.title).toContain(
      "Policy",
    );
  });

  it("are completed while they are typed, but not by the keys of their pairs", async () => {
    const { open } = await watched();
    expect(open.archive.frequent).toContain("polici");
    expect([...(await open.words.withPrefix("polic")).keys()]).toEqual(["polici"]);
  });

  it.each(["policy policy", "policy policy policy", "word3 policy"])(
    "find the phrase “%s” word for word",
    async (phrase) => {
      const { open, requested } = await watched();
      const request = { selection: nothingSelected, sort: "relevance" as const, matchAny: false };
      const answer = await search(open, { ...request, text: `"${phrase}"`, typing: false });
      const expected = many.filter(({ abstract }) => ` ${abstract} `.includes(` ${phrase} `));
      expect(expected.length).toBeGreaterThan(10);
      expect(answer.papers.map((number) => many[number]?.paper.id).sort()).toEqual(
        expected.map(({ paper }) => paper.id).sort(),
      );
      // A pair of frequent words has a key of its own, so their positions are not loaded.
      const chunks = requested.filter((path) => path.endsWith(".pf_index"));
      if (phrase === "policy policy") expect(chunks.length).toBeLessThanOrEqual(1);
    },
  );
});

describe("term frequencies in a file", () => {
  const word = fc.record({
    steps: fc.array(fc.integer({ min: 1, max: 9000 }), { maxLength: 40 }),
    counts: fc.array(fc.tuple(fc.nat(3), fc.nat(900), fc.nat(3)), { minLength: 40, maxLength: 40 }),
  });

  it("round-trip", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), word), (words) => {
        const mentions = new Map<string, TermFrequencies>();
        for (const [name, { steps, counts }] of Object.entries(words)) {
          let paper = 0;
          const papers = steps.map((step) => {
            paper += step;
            return paper;
          });
          const of = (field: 0 | 1 | 2) => papers.map((_, at) => counts[at]?.[field] ?? 0);
          mentions.set(name, { papers, title: of(0), abstract: of(1), extras: of(2) });
        }
        expect(readTermFrequencies(writeTermFrequencies(mentions))).toEqual(mentions);
      }),
    );
  });
});
