import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { madePages } from "../../scripts/bench/made-pages.ts";
import { exit } from "../../scripts/command.ts";
import { copyEngine } from "../../scripts/copy-engine.ts";
import { findChromium } from "../browser/chromium.ts";

declare module "vitest" {
  export interface ProvidedContext {
    chromium: string;
    /** The seed's site at "/", built twice from nothing. */
    site: string;
    siteAgain: string;
    /** Entries of both builds. */
    entries: string;
    entriesAgain: string;
    /** A fixture with formulas, hostile text and a long day, under "/archive". */
    fixture: string;
    /** What the fixture's build printed. */
    fixtureReport: string;
    /** The same fixture in Austrian German, under "/archive". */
    german: string;
  }
}

/** Builds the sites under test: the seed's twice, and a fixture in two languages under a base path. */
export default async function setup({ provide }: TestProject): Promise<void> {
  const root = resolve(import.meta.dirname, "../..");
  const at = (name: string) => join(root, ".cache/test", name);
  provide("chromium", await findChromium());
  for (const [name, site, entries] of [
    ["seed", "site", "entries"],
    ["seed-again", "siteAgain", "entriesAgain"],
  ] as const) {
    copyEngine(root, at(name));
    const seed = "seeds/daily-papers-11-13.txt";
    cpSync(
      join(import.meta.dirname, "../fixtures", "daily-papers-11-13.txt"),
      join(at(name), seed),
    );
    build(at(name));
    provide(site, join(at(name), "dist"));
    provide(entries, join(at(name), "content/papers"));
  }
  copyEngine(root, at("fixture"));
  cpSync(join(import.meta.dirname, "../fixtures/site"), at("fixture"), { recursive: true });
  const sample = readFileSync(join(root, "scripts/bench/sample.txt"), "utf8");
  for (const { name, text } of madePages(120, sample, 120)) {
    writeFileSync(join(at("fixture"), "seeds", name), text);
  }
  // One of its notes contains an error, which the build reports without failing.
  provide("fixtureReport", build(at("fixture"), exit.notAll));
  provide("fixture", join(at("fixture"), "dist"));
  copyEngine(root, at("german"));
  cpSync(join(import.meta.dirname, "../fixtures/site"), at("german"), { recursive: true });
  appendFileSync(join(at("german"), "content/site.yaml"), "language: de-AT\n");
  build(at("german"), exit.notAll);
  provide("german", join(at("german"), "dist"));
}

function build(workspace: string, code: number = exit.done): string {
  // A build takes half a minute, and prints nothing here.
  console.log(`Building ${relative(process.cwd(), workspace)}…`);
  rmSync(join(workspace, "dist"), { recursive: true, force: true });
  const result = spawnSync(process.execPath, ["scripts/build.ts"], {
    cwd: workspace,
    encoding: "utf8",
    env: { ...process.env, CI: "true" },
  });
  const printed = result.stdout + result.stderr;
  if (result.status !== code) throw new Error(`${workspace} could not be built:\n${printed}`);
  return printed;
}
