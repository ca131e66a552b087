import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { copyEngine } from "../../scripts/copy-engine.ts";
import { firstFiles } from "../../scripts/incremental/edits.ts";
import { chanceFrom } from "../../scripts/reliability/chance.ts";

const engine = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "offprint-incremental-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const archive = join(folder, "archive");

function write(path: string, text: string): void {
  mkdirSync(dirname(join(archive, path)), { recursive: true });
  writeFileSync(join(archive, path), text);
}

// Astro would use the test runner's as the owner's base path.
const { BASE_URL: _, ...env } = process.env;

/** Runs Node in an archive. */
function run(root: string, ...parameters: string[]): Promise<string> {
  return new Promise((done) => {
    execFile(process.execPath, parameters, { cwd: root, env }, (_, out) => done(out));
  });
}

/** Builds an archive. The checksums of its site, and how many pages it has of the last one. */
async function build(root: string, ...options: string[]): Promise<{ sums: string; kept: number }> {
  const said = await run(root, "scripts/build.ts", ...options);
  const sums = readFileSync(join(root, "dist/SHA256SUMS"), "utf8");
  return { sums, kept: Number(/of which (\d+) stay/.exec(said)?.[1] ?? 0) };
}

// `tests/stress/` has random edits; these are the most frequent ones.
it("a site after some edits is the same as one that is built anew, and has most pages of the last one", async () => {
  copyEngine(engine, archive);
  for (const [path, text] of Object.entries(firstFiles(chanceFrom(2)))) write(path, text);
  write("content/site.yaml", "address: https://papers.example.org\n");
  write("content/notes/k2020.mdx", "---\nstatus: read\ncitationKey: k2020\n---\n\nGood.\n");
  await build(archive);
  const [, title = ""] =
    /title = \{(.*?)\}/.exec(readFileSync(join(archive, "seeds/c.bib"), "utf8")) ?? [];
  write(
    "seeds/c.bib",
    readFileSync(join(archive, "seeds/c.bib"), "utf8").replace(title, `${title} again`),
  );
  const corrected = await build(archive);
  write("content/pages/talks.mdx", "---\ntitle: Talks\n---\n\nSome.\n");
  await build(archive);
  write("content/pages/talks.mdx", "---\ntitle: Talks\n---\n\nMore.\n");
  const edited = await build(archive);
  expect(corrected.kept).toBeGreaterThan(10);
  expect(edited.kept).toBeGreaterThan(30);

  const clean = join(folder, "clean");
  const left = [".cache", ".astro", "dist", "node_modules"].map((name) => join(archive, name));
  cpSync(archive, clean, { recursive: true, filter: (path) => !left.includes(path) });
  symlinkSync(join(engine, "node_modules"), join(clean, "node_modules"), "junction");
  expect(edited.sums).toBe((await build(clean, "--fresh")).sums);
});

it("a site under another base path and address has the bundles of the last one, and is as if Astro made all of it", async () => {
  const place = { base: "/papers/new", address: "https://other.example.org" };
  const archive = join(folder, "placed");
  copyEngine(engine, archive);
  mkdirSync(join(archive, "content"));
  writeFileSync(join(archive, "content/site.yaml"), "title: One\n");
  await build(archive);
  writeFileSync(join(archive, "content/site.yaml"), "title: Another\n");
  const { sums } = await build(archive, "--base", place.base, "--address", place.address);
  expect(readdirSync(join(archive, ".cache/bundles"))).toHaveLength(1);
  const program = join(folder, "whole.mjs");
  const builder = JSON.stringify(pathToFileURL(join(archive, "scripts/build-site.ts")).href);
  const options = JSON.stringify({ root: archive, ...place });
  writeFileSync(
    program,
    `const { buildSite } = await import(${builder});\nawait buildSite(${options});\nprocess.exit();\n`,
  );
  await run(archive, program);
  expect(readFileSync(join(archive, "dist/SHA256SUMS"), "utf8")).toBe(sums);
});
