import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { copyEngine } from "../../scripts/copy-engine.ts";

const root = resolve(import.meta.dirname, "../..");
const scratch = join(root, ".cache/test-partitions");
const packsOf = z.object({ packs: z.array(z.object({ path: z.string() })) });
const [whole, one, other] = ["whole", "one", "other"].map((name) => join(scratch, name));

function build(folder: string, ...options: string[]): string {
  return execFileSync(process.execPath, ["scripts/build.ts", ...options], {
    cwd: folder,
    encoding: "utf8",
    stdio: "pipe",
    env: { ...process.env, CI: "", GITHUB_ACTIONS: "" },
  });
}

/** As a workflow hands it from one machine to another: without sites, and what builds remember. */
function copyArchive(from: string, to: string, ...kept: string[]): void {
  const left = [".astro", "dist", "node_modules", ...(kept.length > 0 ? [] : [".cache"])];
  cpSync(from, to, {
    recursive: true,
    filter: (path) => !left.some((name) => path === join(from, name)),
  });
  symlinkSync(join(root, "node_modules"), join(to, "node_modules"), "junction");
}

function sumsOf(folder: string): string[] {
  return readFileSync(join(folder, "dist/SHA256SUMS"), "utf8").trimEnd().split("\n");
}

function paper(title: string, date: string): string {
  return `${title}\n\nWe study ${title} with $x_1$ and the error $\\mathcal{O}(1/n)$ for a while.\n\n  • 2 authors\n\n·\n\n${date}\n\n`;
}

const words = "bandits graphs proofs speech images agents games tables weather code maps".split(
  " ",
);

function writeNote(folder: string, text: string): void {
  mkdirSync(join(folder, "content/notes"), { recursive: true });
  const file = join(folder, "content/notes/learning-graphs.mdx");
  writeFileSync(file, `---\nstatus: reading\n---\n\n${text}\n`);
}

it("a site that machines have built apart has the files of one that was built at once, byte for byte", () => {
  if (!whole || !one || !other) throw new Error("There are three folders.");
  rmSync(scratch, { recursive: true, force: true });
  copyEngine(root, whole);
  const days: Record<string, string[]> = {
    "2023-12-30": [
      paper("Learning graphs", "Dec 28, 2023"),
      paper("Pruning bandits", "Dec 29, 2023"),
    ],
    // A week of both years, and a paper that is listed in the year after it was published.
    "2024-01-03": [
      paper("Aligning speech", "Dec 31, 2023"),
      paper("Sampling proofs", "Jan 2, 2024"),
    ],
    // As many as a partition needs for packs of its own.
    "2024-06-03": Array.from({ length: 110 }, (_, at) =>
      paper(`Learning ${words[at % 11]} from ${words[(at * 7 + 3) % 10]} ${at}`, "Jun 1, 2024"),
    ),
  };
  for (const [day, papers] of Object.entries(days))
    writeFileSync(join(whole, `seeds/page-${day}.txt`), papers.join(""));
  mkdirSync(join(whole, "content"), { recursive: true });
  writeFileSync(
    join(whole, "content/site.yaml"),
    "title: Two years\naddress: https://papers.example\n",
  );
  writeNote(whole, "Good.");
  build(whole);
  const expected = sumsOf(whole);
  expect(expected.length).toBeGreaterThan(100);

  copyArchive(whole, one);
  expect(build(one, "--partitions")).toContain("2 partitions");
  const names = JSON.parse(readFileSync(join(one, ".cache/partitions/names.json"), "utf8"));
  expect(names).toEqual(["2023", "2024"]);
  copyArchive(one, other, ".cache");
  build(one, "--partition", "2023");
  build(other, "--partition", "2024", "--out", join(scratch, "2024"));
  const folders = [join(one, ".cache/partitions/2023"), join(scratch, "2024")];
  const made = folders.map((folder): object =>
    JSON.parse(readFileSync(join(folder, "partition.json"), "utf8")),
  );
  expect(made).toMatchObject([
    { name: "2023", files: { "months/2023-12/index.html": expect.anything() } },
    { name: "2024", files: { "years/2024/index.html": expect.anything() } },
  ]);
  const packs = made.map((partition) => packsOf.parse(partition).packs.map(({ path }) => path));
  expect(packs[0]).toEqual([]);
  expect(packs[1]?.length).toBeGreaterThan(0);
  for (const path of packs[1] ?? []) expect(expected.join("\n")).toContain(path);
  build(one, "--join", ...folders);
  expect(sumsOf(one)).toEqual(expected);
  expect(build(one, "--partition", "2023")).toContain("2023 has not changed");

  // A note that only the pages of one year show.
  for (const folder of [one, whole]) writeNote(folder, "Better.");
  build(whole);
  const noted = sumsOf(whole);
  expect(noted).not.toEqual(expected);
  cpSync(join(scratch, "2024"), join(one, ".cache/partitions/2024"), { recursive: true });
  expect(build(one, "--partitions")).toContain("Unchanged since they were built: 2024");
  expect(build(one, "--partition", "2024")).toContain("2024 has not changed");
  expect(build(one, "--partition", "2023")).toMatch(/pages, of which \d+ stay as they were,/);
  build(one, "--join");
  expect(sumsOf(one)).toEqual(noted);

  const page = join(scratch, "2024/site/years/2024/index.html");
  const text = readFileSync(page);
  appendFileSync(page, "damaged");
  expect(() => build(one, "--join", ...folders)).toThrow(/missing or damaged/);
  rmSync(page);
  writeFileSync(page, text);
  writeFileSync(join(one, "content/site.yaml"), "title: Other\n");
  expect(() => build(one, "--join", ...folders)).toThrow(/--partition 2023/);
  expect(() => build(one, "--partition", "2022")).toThrow(/no partition "2022".*2023, 2024/);
});
