import { createHash } from "node:crypto";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { searchRoot } from "../../src/search/engine/paths.ts";
import { inOrderOfNumbers, type SearchSource } from "../../src/search/index/record.ts";
import { writeSearch } from "../../src/workspace/write-search.ts";
import { type MadePaper, madeSources, topicName } from "../fixtures/made-search.ts";

const subjects =
  "policy reward gradient sampling diffusion language vision robot speech graph".split(" ");

function paperNumbered(at: number): MadePaper {
  const pick = (step: number) => subjects[Math.floor(at / step) % subjects.length] ?? "";
  return {
    id: `paper-${at}`,
    title: `${pick(1)} and ${pick(10)} ${at}`,
    abstract: `We study ${pick(3)} for ${pick(7)} in case ${at}${at % 7} of many.`,
    published: `20${10 + (at % 15)}-0${1 + (at % 9)}-11`,
    authors: [{ name: `Ada Author${at % 90}` }],
  };
}

const papers = Array.from({ length: 700 }, (_, at) => paperNumbered(at));

/** The bytes of each file of the index of papers. */
async function filesOf(sources: readonly SearchSource[]): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "offprint-test-"));
  await writeSearch(folder, sources, topicName);
  const files = globSync("**/*.*", { cwd: folder }).map(
    (path) => [path, readFileSync(join(folder, path), "base64")] as const,
  );
  rmSync(folder, { recursive: true });
  return new Map(files);
}

let first: Map<string, string>;

beforeAll(async () => {
  first = await filesOf(madeSources(papers));
});

afterAll(() => first.clear());

/** How many files of the first index are in another one, with the same bytes or others. */
async function compared(edited: readonly MadePaper[]) {
  const files = await filesOf(madeSources(edited));
  const both = [...first].filter(([path]) => files.has(path));
  const other = both.filter(([path, bytes]) => files.get(path) !== bytes);
  return { gone: first.size - both.length, other: other.map(([path]) => path) };
}

describe("the files of an index after an edit", () => {
  it.each<[string, readonly MadePaper[], number]>([
    ["a note", papers.with(350, { ...paperNumbered(350), notes: "Fine", status: "read" }), 0.03],
    ["a correction", papers.with(350, { ...paperNumbered(350), title: "Right" }), 0.1],
    ["a paper between others", [...papers, { ...paperNumbered(704), id: "new" }], 0.35],
  ])("have the same names unless they differ, and most of them do not: %s", async (...row) => {
    const [, edited, share] = row;
    const { gone, other } = await compared(edited);
    // A page that was opened before asks for names, and must never get what belongs to another index.
    expect(other).toEqual([searchRoot]);
    expect(gone).toBeLessThan(first.size * share);
  });
});

describe("the numbers of papers", () => {
  const came = (count: number, day: string): SearchSource[] =>
    madeSources(Array.from({ length: count }, (_, at) => paperNumbered(at))).map((source, at) => ({
      ...source,
      since: `${day} ${at}`,
    }));
  const idsOf = (sources: readonly SearchSource[]) =>
    inOrderOfNumbers(sources).map(({ paper }) => paper.id);

  it("are those of papers that came before, however old the new ones are", () => {
    const old = came(2600, "2026-01-01");
    const added = { ...paperNumbered(0), id: "new", published: "1999-01-01" };
    const more = [...madeSources([added]).map((one) => ({ ...one, since: "2026-01-02" })), ...old];
    expect(idsOf(more).slice(0, 2600)).toEqual(idsOf(old));
    expect(idsOf(more)[2600]).toBe("new");
    const days = inOrderOfNumbers(old).slice(0, 2560);
    expect(days.map(({ paper }) => paper.published)).toEqual(
      days.map(({ paper }) => paper.published).sort(),
    );
  });

  it("go by the dates of papers in a small archive", () => {
    const some = came(300, "2026-01-01");
    expect(idsOf(some.toReversed())).toEqual(some.map(({ paper }) => paper.id));
  });
});

it("changes few files of a large archive when papers are added, of any date", async () => {
  const some = madeSources(Array.from({ length: 2600 }, (_, at) => paperNumbered(at * 13)));
  const more = madeSources(
    Array.from({ length: 40 }, (_, at) => ({ ...paperNumbered(at * 7), id: `new-${at}` })),
  );
  const dated = (sources: readonly SearchSource[], since: string) =>
    sources.map((source) => ({ ...source, since }));
  const before = dated(some, "2026-01-01");
  const files = await filesOf(inOrderOfNumbers(before));
  const after = await filesOf(inOrderOfNumbers([...before, ...dated(more, "2026-01-02")]));
  const gone = [...files.keys()].filter((path) => !after.has(path));
  expect(gone.filter((path) => path.includes("/keys/")).length).toBeLessThan(16);
  expect(gone.length).toBeLessThan(files.size * 0.06);
});

it("does not write files that the last site has, and no others are left out", async () => {
  const sums = new Map(
    [...first].map(([path, bytes]) => [
      path,
      createHash("sha256").update(bytes, "base64").digest("hex"),
    ]),
  );
  const [gone = "", damaged = ""] = [...sums.keys()].filter((path) => path.endsWith(".bin"));
  sums.delete(gone);
  sums.set(damaged, "0".repeat(64));
  const folder = mkdtempSync(join(tmpdir(), "offprint-test-"));
  const { same, files } = await writeSearch(
    folder,
    madeSources(papers),
    topicName,
    undefined,
    undefined,
    sums,
  );
  const written = globSync("**/*.*", { cwd: folder });
  rmSync(folder, { recursive: true });
  expect(files).toBe(first.size);
  expect(written.sort()).toEqual([gone, damaged].sort());
  expect([...written, ...same].sort()).toEqual([...first.keys()].sort());
});
