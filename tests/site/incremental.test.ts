import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
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

/** Builds an archive. The checksums of its site, and how many pages it has of the last one. */
async function build(root: string): Promise<{ sums: string; kept: number }> {
  const said = await new Promise<string>((done) => {
    execFile(process.execPath, ["scripts/build.ts"], { cwd: root }, (_, out) => done(out));
  });
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
  expect(edited.sums).toBe((await build(clean)).sums);
});
