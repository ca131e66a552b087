import { globSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inOrderOfNumbers, type SearchSource } from "../../src/search/index/record.ts";
import { openIndexCache } from "../../src/workspace/index-cache/index-cache.ts";
import { readKept, writeKept } from "../../src/workspace/index-cache/kept-file.ts";
import { writeSearch } from "../../src/workspace/write-search.ts";
import { type MadePaper, madeSources, topicName } from "../fixtures/made-search.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "offprint-test-"));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const subjects = "policy reward Schrödinger on-policy 强化学习 GPT-4o $L^2$ naïve".split(" ");

function paperNumbered(at: number): MadePaper {
  const pick = (step: number) => subjects[(at * step) % subjects.length] ?? "";
  return {
    id: `paper-${at}`,
    title: `${pick(1)} and ${pick(3)} ${at}`,
    abstract: `We study ${pick(5)} on policy ${pick(7)} with $x_{${at}}$.`,
    published: `20${10 + (at % 15)}-0${1 + (at % 9)}-11`,
    authors: [{ name: `Ada ${pick(1)} Lovelace` }],
    topics: [{ id: "language-models", score: 1, evidence: [] }],
  };
}

const papers = Array.from({ length: 40 }, (_, at) => paperNumbered(at));

/** Sources as the build has them: each with a digest of what it was made from. */
function sourcesOf(made: readonly MadePaper[]): SearchSource[] {
  return madeSources(made).map((source) => ({ ...source, digest: JSON.stringify(source) }));
}

/** All files of an index that is made with what the last one left in `root`. */
async function filesWith(sources: readonly SearchSource[]): Promise<Record<string, string>> {
  return filesOf(sources, await openIndexCache({ root }));
}

async function filesOf(
  sources: readonly SearchSource[],
  ...cache: Awaited<ReturnType<typeof openIndexCache>>[]
): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "offprint-test-"));
  await writeSearch(folder, sources, topicName, undefined, ...cache);
  const files = globSync("**/*.*", { cwd: folder })
    .sort()
    .map((path) => [path, readFileSync(join(folder, path), "base64")]);
  rmSync(folder, { recursive: true });
  return Object.fromEntries(files);
}

/** The same source, whose texts must not be read. */
function unread(source: SearchSource): SearchSource {
  const never = () => {
    throw new Error(`The texts of ${source.paper.id} were read.`);
  };
  return Object.defineProperties(
    { ...source },
    { title: { get: never }, abstract: { get: never } },
  );
}

describe("an index that is made with what the last one left", () => {
  const [first, ...others] = papers;
  const edits: Record<string, MadePaper[]> = {
    "nothing changed": papers,
    "an abstract edited": papers.with(7, { ...paperNumbered(7), abstract: "On zebras, on-line." }),
    "a note written": papers.with(20, {
      ...paperNumbered(20),
      notes: "A fine zebra",
      status: "read",
    }),
    "the first paper removed": others,
    "a paper added between others": [...papers, { ...paperNumbered(50), published: "2013-01-01" }],
    "a compound that others write apart": papers.with(3, {
      ...paperNumbered(3),
      title: "we-study",
    }),
    "another id": [{ ...first, id: "renamed", aliases: ["paper-0"] }, ...others],
    "no papers": [],
  };

  it.each(Object.entries(edits))("is that of a clean build: %s", async (_, edited) => {
    await filesWith(sourcesOf(papers));
    const sources = sourcesOf(edited);
    const files = await filesWith(sources);
    expect(files).toEqual(await filesOf(sources));
    expect(files).toEqual(await filesWith(sources));
  });

  it("reads no text of a paper that has not changed", async () => {
    const sources = sourcesOf(papers);
    const files = await filesWith(sources);
    expect(await filesWith(sources.map(unread))).toEqual(files);
    const [edited] = sourcesOf([{ ...paperNumbered(39), title: "Zebras" }]);
    const changed = sources.map((one) =>
      one.paper.id === edited?.paper.id ? edited : unread(one),
    );
    expect(await filesWith(changed)).not.toEqual(files);
  });

  it("is that of a clean build after many edits", async () => {
    let made = papers;
    for (let round = 0; round < 12; round += 1) {
      const at = (round * 17) % made.length;
      const fresh = paperNumbered(100 + round);
      made = round % 3 === 0 ? made.toSpliced(at, 1) : made.toSpliced(at, round % 3, fresh);
      const sources = sourcesOf(made);
      expect(await filesWith(sources), `round ${round}`).toEqual(await filesOf(sources));
    }
  });

  it("is that of a clean build in a large archive, also when recent papers become settled", async () => {
    const large = (count: number) =>
      inOrderOfNumbers(
        sourcesOf(Array.from({ length: count }, (_, at) => paperNumbered(at))).map((source) => ({
          ...source,
          since: source.paper.id.slice(6).padStart(9, "0"),
        })),
      );
    for (const sources of [large(2040), large(2050), large(1999)]) {
      const [files, clean] = [await filesWith(sources), await filesOf(sources)];
      expect(Object.keys(files).filter((path) => files[path] !== clean[path])).toEqual([]);
      expect(Object.keys(files)).toEqual(Object.keys(clean));
    }
  }, 120_000);

  it("is that of a clean build where sources have no digest", async () => {
    const sources = madeSources(papers);
    expect(await filesWith(sources)).toEqual(await filesOf(sources));
    expect(globSync("**/*.bin", { cwd: root })).toEqual([]);
  });
});

describe("what the last index left", () => {
  const damages: Record<string, (file: string, bytes: Buffer) => void> = {
    "a byte changed": (file, bytes) => {
      const middle = bytes.length >> 1;
      writeFileSync(file, bytes.fill((bytes[middle] ?? 0) ^ 1, middle, middle + 1));
    },
    "the end missing": (file, bytes) => truncateSync(file, bytes.length - 5),
    "nothing in it": (file) => writeFileSync(file, ""),
    "another text": (file) => writeFileSync(file, "{}\n"),
    removed: (file) => rmSync(file),
  };

  it.each(Object.entries(damages))("may be damaged: %s", async (_, damage) => {
    const sources = sourcesOf(papers);
    const files = await filesWith(sources);
    for (const name of ["search-words.bin", "search-files.bin"]) {
      const file = join(root, ".cache/derived", name);
      damage(file, readFileSync(file));
      expect(await filesWith(sources)).toEqual(files);
    }
  });

  it("is read only by the code that wrote it, and whole", async () => {
    const file = join(root, "kept.bin");
    await writeKept(file, "code", { index: ["a"], parts: [Uint8Array.of(1, 2), Uint8Array.of(3)] });
    const kept = await readKept(file, "code");
    expect(kept?.index).toEqual(["a"]);
    expect([...(kept?.bytes ?? [])]).toEqual([1, 2, 3]);
    expect(await readKept(file, "other code")).toBeUndefined();
    expect(await readKept(join(root, "none.bin"), "code")).toBeUndefined();
  });
});
