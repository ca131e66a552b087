import { spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { madePages } from "../../scripts/bench/made-pages.ts";
import { exit } from "../../scripts/command.ts";
import { copyEngine } from "../../scripts/copy-engine.ts";
import { findChromium } from "../../scripts/find-chromium.ts";
import { hardPaper } from "../fixtures/hard-paper.ts";
import { hostileWorkspace } from "../hostile/hostile-workspace.ts";

declare module "vitest" {
  export interface ProvidedContext {
    chromium: string;
    /** The seed's site at "/", built twice from scratch. */
    site: string;
    siteAgain: string;
    /** Entries of both builds. */
    entries: string;
    entriesAgain: string;
    /** A fixture with formulas, hostile text and a long day, under "/archive". */
    fixture: string;
    /** What the fixture's build printed. */
    fixtureReport: string;
    /** The same fixture in Austrian German, under "/papers". */
    german: string;
    /** Papers and notes with hostile texts, at "/". */
    hostile: string;
    /** What its build printed. */
    hostileReport: string;
  }
}

const root = resolve(import.meta.dirname, "../..");
const fixtures = join(import.meta.dirname, "../fixtures");
const at = (name: string) => join(root, ".cache/test", name);

/** Builds the sites under test: the seed's twice, and a fixture in two languages under a base path. */
export default async function setup({ provide }: TestProject): Promise<void> {
  provide("chromium", await findChromium());
  copyWorkspaces();
  // Two at a time: each keeps a processor busy.
  const [hostileReport, fixtureReport] = await Promise.all([
    build("seed")
      .then(() => build("seed-again", exit.done, ["--fresh"]))
      .then(() => build("hostile", exit.notAll)),
    // One of its notes contains an error, which the build reports without failing.
    build("fixture", exit.notAll).then(async (report) => {
      // The options win over the settings of the fixture.
      const options = ["--base", "/papers", "--address", "https://example.org"];
      await build("german", exit.notAll, options);
      return report;
    }),
  ]);
  provide("site", join(at("seed"), "dist"));
  provide("entries", join(at("seed"), "content/papers"));
  provide("siteAgain", join(at("seed-again"), "dist"));
  provide("entriesAgain", join(at("seed-again"), "content/papers"));
  provide("fixtureReport", fixtureReport);
  provide("fixture", join(at("fixture"), "dist"));
  provide("german", join(at("german"), "dist"));
  provide("hostileReport", hostileReport);
  provide("hostile", join(at("hostile"), "dist"));
}

/** Makes the workspaces of the sites, each with its own copy of the engine. */
function copyWorkspaces(): void {
  for (const name of ["seed", "seed-again", "fixture", "german", "hostile"]) {
    copyEngine(root, at(name));
  }
  const seed = "daily-papers-11-13.txt";
  for (const name of ["seed", "seed-again"]) {
    cpSync(join(fixtures, seed), join(at(name), "seeds", seed));
  }
  for (const name of ["fixture", "german"]) {
    cpSync(join(fixtures, "site"), at(name), { recursive: true });
  }
  const sample = readFileSync(join(root, "scripts/bench/sample.txt"), "utf8");
  for (const { name, text } of madePages(120, sample, 120)) {
    writeFileSync(join(at("fixture"), "seeds", name), text);
  }
  writeFileSync(join(at("fixture"), "seeds/hard.bib"), hardPaper);
  for (const [path, content] of Object.entries(hostileWorkspace())) {
    mkdirSync(dirname(join(at("hostile"), path)), { recursive: true });
    writeFileSync(join(at("hostile"), path), content);
  }
  appendFileSync(join(at("german"), "content/site.yaml"), "language: de-AT\nlistFiles: false\n");
}

/**
 * Builds a workspace's site and returns what the build printed. Fails if the build ends with another
 * code, or without a site.
 */
async function build(
  name: string,
  expected: number = exit.done,
  options: readonly string[] = [],
): Promise<string> {
  const started = performance.now();
  rmSync(join(at(name), "dist"), { recursive: true, force: true });
  const child = spawn(process.execPath, ["scripts/build.ts", ...options], {
    cwd: at(name),
    env: { ...process.env, CI: "true" },
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const code = await new Promise((done) => child.once("close", done));
  const isBuilt = existsSync(join(at(name), "dist/index.html"));
  if (code !== expected || !isBuilt) throw new Error(`${at(name)} could not be built:\n${printed}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`built the test site "${name}" in ${seconds} s`);
  return printed;
}
