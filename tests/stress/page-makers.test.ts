import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { copyEngine } from "../../scripts/copy-engine.ts";

const root = resolve(import.meta.dirname, "../..");
const archive = join(root, ".cache/test-page-makers");

/** A red square, as PNG in Base64. */
const square =
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mP4z8CAFTEMLQkAKP8/wc53yE8AAAAASUVORK5CYII=";

beforeAll(() => {
  copyEngine(root, archive);
  const paper = (title: string) =>
    `${title}\n\nWe study ${title} with $x_1$ and $\\nosuch{1}$ for a while.\n\n  • 2 authors\n\n·\n\nOct 3, 2025\n\n`;
  const titles = ["Learning graphs", "Pruning bandits", "Aligning speech", "Sampling proofs"];
  write("seeds/page-2025-11-13.txt", titles.map(paper).join(""));
  write("content/site.yaml", "title: Four papers\naddress: https://papers.example\n");
  // Only Astro makes pictures.
  write(
    "content/notes/learning-graphs.mdx",
    "---\nstatus: read\n---\n\n![A square](./square.png)\n",
  );
  writeFileSync(join(archive, "content/notes/square.png"), Buffer.from(square, "base64"));
});

afterAll(() => rmSync(archive, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(archive, path, ".."), { recursive: true });
  writeFileSync(join(archive, path), text);
}

/** Builds the site, and gives its checksums, what was said of formulas, and how many pages there are. */
function build(...options: string[]) {
  const said = execFileSync(process.execPath, ["scripts/build.ts", "--verbose", ...options], {
    cwd: archive,
    encoding: "utf8",
    stdio: "pipe",
    env: { ...process.env, CI: "", GITHUB_ACTIONS: "" },
  });
  const sums = readFileSync(join(archive, "dist/SHA256SUMS"), "utf8").trimEnd().split("\n");
  return { sums, pages: /^(\d+) pages/m.exec(said)?.[1], said };
}

it("a site has the same files by however many processes its pages are made", () => {
  const { said: _, ...shared } = build("--processes", "3");
  const { said: __, ...alone } = build("--processes", "1", "--fresh");
  expect(shared).toEqual(alone);
  expect(shared.sums.length).toBeGreaterThan(100);

  // With the bundles of the last build, and pages of it.
  rmSync(join(archive, "content/notes"), { recursive: true });
  write("content/notes/pruning-bandits.mdx", "---\nstatus: reading\n---\n\nGood.\n");
  build("--processes", "2");
  write("content/notes/pruning-bandits.mdx", "---\nstatus: reading\n---\n\nBetter.\n");
  const edited = build("--processes", "2");
  expect(edited.said).toMatch(/pages, of which \d+ stay as they were,/);
  const fresh = build("--processes", "1", "--fresh");
  expect(edited.sums).toEqual(fresh.sums);
  expect(edited.pages).toBe(fresh.pages);
});
