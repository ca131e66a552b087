import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { sumsFile } from "../src/workspace/built-files.ts";
import { counted, exit, numberOption, readArguments, run } from "./command.ts";
import { copyEngine } from "./copy-engine.ts";
import { firstFiles, randomEdit } from "./incremental/edits.ts";
import { chanceFrom } from "./reliability/chance.ts";

const command = {
  name: "npm run incremental",
  help: `
npm run incremental [-- options]

Makes random edits to a small archive in .cache/incremental. After each one, builds its site with all that
earlier builds left in .cache, and a copy without. Both must have the same files, byte by byte, and the same
messages. It says how many pages the first build took from the last site. It takes about 10 seconds a round.

Options:
  --rounds NUMBER   how many edits (default: 300)
  --seed NUMBER     of the random edits (default: 1)
  -h, --help        show this help

Exit codes: 0 all sites were the same, 1 one was not, 2 wrong arguments.
`,
  options: { rounds: { type: "string" }, seed: { type: "string" } },
} as const;

const { values } = readArguments(command);
const rounds = numberOption(command, ["rounds", values.rounds], 300, { least: 1, whole: true });
const seed = numberOption(command, ["seed", values.seed], 1, {
  least: 1,
  most: 2 ** 31 - 1,
  whole: true,
});

/** All builds find compiled code of the engine in one folder, as the builds of an archive do. */
const env = { ...process.env, NODE_COMPILE_CACHE: resolve(".cache/incremental/compiled") };

await run(command.name, async () => {
  const chance = chanceFrom(seed);
  const archive = resolve(".cache/incremental/archive");
  const clean = resolve(".cache/incremental/clean");
  copyEngine(process.cwd(), archive);
  for (const [path, text] of Object.entries(firstFiles(chance))) {
    mkdirSync(dirname(join(archive, path)), { recursive: true });
    writeFileSync(join(archive, path), text);
  }
  await build(archive);
  for (let round = 1; round <= rounds; round++) {
    const { name, apply } = randomEdit(archive, chance);
    apply(archive);
    copyClean(archive, clean);
    const [incremental, whole] = await Promise.all([build(archive), build(clean, ["--fresh"])]);
    const different = differences(incremental.lines, whole.lines);
    const kept = `${incremental.kept} of ${whole.pages} pages kept`;
    console.log(
      `${round}/${rounds} ${name}: ${different.length === 0 ? "same" : "different"}, ${kept}`,
    );
    if (different.length === 0) continue;
    console.error(`With --seed ${seed}, these files or messages are others than in a clean build:`);
    for (const path of different.slice(0, 20)) console.error(`  ${path}`);
    return exit.notAll;
  }
  console.log(`${counted(rounds, "site")} and as many clean ones were the same`);
  return exit.done;
});

/** Copies an archive without what builds leave in it. */
function copyClean(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  const left = [".cache", ".astro", "dist", "node_modules"].map((name) => join(from, name));
  cpSync(from, to, { recursive: true, filter: (path) => !left.includes(path) });
  symlinkSync(join(from, "node_modules"), join(to, "node_modules"), "junction");
}

/** A site: the lines of its checksums and of what its build reported, by path; its pages, and those of the last site. */
interface Built {
  lines: Map<string, string>;
  pages: number;
  kept: number;
}

/** Builds an archive. With `--fresh`, not even bundles are those of other builds. */
async function build(root: string, options: readonly string[] = []): Promise<Built> {
  const said = await new Promise<string>((done) => {
    const parameters = ["scripts/build.ts", "--verbose", ...options];
    // Some edits make errors, with which a build ends after it has written the site.
    execFile(process.execPath, parameters, { cwd: root, env }, (_, out, errors) =>
      done(out + errors),
    );
  });
  const file = join(root, "dist", sumsFile);
  if (!existsSync(file)) throw new Error(`${root} could not be built:\n${said}`);
  const sums = readFileSync(file, "utf8").trimEnd().split("\n");
  const messages = said.split("\n").filter((line) => / {2}\[[a-z-]+\]$/.test(line));
  const lines = new Map([
    ...sums.map((line) => [line.slice(66), line] as const),
    ...[...new Set(messages)].map((line) => [line, line] as const),
  ]);
  const [, pages = "0", kept = "0"] = /(\d+) pages?(?:, of which (\d+) stay)?/.exec(said) ?? [];
  return { lines, pages: Number(pages), kept: Number(kept) };
}

function differences(one: Map<string, string>, other: Map<string, string>): string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => one.get(path) !== other.get(path)).sort();
}
