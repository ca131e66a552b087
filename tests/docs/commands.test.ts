import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { copyEngine } from "../../scripts/copy-engine.ts";
import { licencesFile } from "../../src/workspace/built-files.ts";
import { writeChecksums } from "../../src/workspace/checksums.ts";
import { packageOfFile, writeLicences } from "../../src/workspace/licences.ts";
import { printed } from "../fixtures/workspaces.ts";
import { blocksOf, codeSpansOf, pages, root } from "./pages.ts";

const scratch = join(root, ".cache/test/documented-commands");
const archive = join(scratch, "archive");
const upstream = join(scratch, "upstream");

/**
 * What is run instead of a command of the documentation that cannot be run as written, because it
 * needs a network, takes long, does not end, or has a placeholder.
 */
const instead: Readonly<Record<string, string>> = {
  "npm ci": "npm ci --dry-run --offline",
  'npm exec -c "npm install --save-exact NAME"': 'npm exec -c "npm install --help"',
  "npm run build -- --publish": "npm run build -- --help",
  "npm run build -- --partitions": "npm run build -- --help",
  "npm run build -- --partition 2024": "npm run build -- --help",
  "npm run build -- --join": "npm run build -- --help",
  // Downloads Turborepo. Its tasks are builds with these options.
  "npx turbo@2.11.11 run site --cwd .cache/partitions/turbo --concurrency=1 --skip-infer":
    "npm run build -- --help",
  "npm run update": "npm run update -- --help",
  "npm run update -- --dry-run": "npm run update -- --help",
  "npm run init": "npm run init -- --dry-run",
  "npm start": "npm start -- --port 0 --no-build",
  "npm test": "npm test -- --help",
  "npm test -- search": "npm test -- --help search",
  "npm run test:stress": "npm run test:stress -- --help",
  "npm run fuzz": "npm run fuzz -- --help",
  "npm run incremental": "npm run incremental -- --help",
  "npm run --silent sbom": "npm run sbom -- --help",
  "npm run sbom": "npm run sbom -- --help",
  "npm run verify": "npm run verify -- --help",
  "npm run verify -- SITE": "npm run verify -- --help",
  "npm run verify -- https://example.org --against dist": "npm run verify -- --help",
  "npm run verify -- ADDRESS --against dist": "npm run verify -- --help",
  "npm ci --ignore-scripts": "npm ci --dry-run --offline",
  "npm rebuild node --ignore-scripts=false": "npm rebuild --help",
  "npm run check": "npm run check -- --help",
  "npm run format": "npm run format -- --help",
  "npm run add -- WHAT": "npm run add -- --dry-run 2510.01171",
  "npm run add -- FILE": "npm run add -- --dry-run refs.bib",
  "npm run add -- 2510.01171": "npm run add -- --dry-run 2510.01171",
  "npm run add -- https://arxiv.org/abs/2510.01171":
    "npm run add -- --dry-run https://arxiv.org/abs/2510.01171",
  "npm run add -- 10.1145/3292500.3330701": "npm run add -- --dry-run 10.1145/3292500.3330701",
  "npm run add -- --link FILE": "npm run add -- --link --dry-run library.bib",
  "npm run add -- --link ~/Zotero/library.bib": "npm run add -- --link --dry-run library.bib",
  "npm run add -- --only-ids FILE": "npm run add -- --dry-run --only-ids to-read.txt",
  "npm run add -- to-read.txt": "npm run add -- --dry-run to-read.txt",
  "npm run fetch:daily": "npm run fetch:daily -- --dry-run",
  "npm run fetch:daily -- 2025-11-13..2025-11-20":
    "npm run fetch:daily -- --dry-run 2025-11-13..2025-11-20",
  "npm run digest -- --since 7d --send": "npm run digest -- --help",
  "npm run digest -- --out week.eml": "npm run digest -- --help",
  "npm run note -- PAPER": "npm run note -- 2510.01171",
  "npm run note": "npm run note -- 2510.01171",
  "npm run list -- WORDS": "npm run list -- bandits",
  "npm run remove -- ID": "npm run remove -- --dry-run 2510.01171",
  "npm run remove": "npm run remove -- --dry-run 2510.01171",
  "npm run add": "npm run add -- --dry-run 2510.01171",
  "npm run docs:pictures": "npm run docs:pictures -- --help",
  "npm run fonts": "npm run fonts -- --help",
  "npm run bench": "npm run bench -- --help",
  "npm run bench -- 10000": "npm run bench -- --help",
  "npm run bench -- 1000 10000 40000": "npm run bench -- --help",
  "npm run bench -- 1000 --check": "npm run bench -- --help",
  "npm run bench -- 10000 40000 --parts --write": "npm run bench -- --help",
  "npm run bench -- 1000 --cards": "npm run bench -- --help",
  "npm run reliability -- kills 200": "npm run reliability -- --help",
  "npm run reliability -- kills 40 --only digest": "npm run reliability -- --help",
  "npm run reliability -- soak 300": "npm run reliability -- --help",
  "npm run bench:search": "npm run bench:search -- --help",
  "npm run bench:search -- --core": "npm run bench:search -- --help",
  "npm run bench:map": "npm run bench:map -- --help",
  "npm run lighthouse": "npm run lighthouse -- --help",
  "npm run bench:math": "npm run bench:math -- --help",
  "npm run search:evaluate": "npm run search:evaluate -- --help",
  "npm run search:names": "npm run search:names -- --help",
  "npm run related:evaluate": "npm run related:evaluate -- --help",
  "npm run likeness:evaluate": "npm run likeness:evaluate -- --help",
  "npm run search:evaluate -- --locked": "npm run search:evaluate -- --help",
  "npm run topics:evaluate": "npm run topics:evaluate -- --help",
  "npm run identity:evaluate": "npm run identity:evaluate -- --help",
  "npm run math:evaluate -- FILE": "npm run math:evaluate -- --help FILE",
  "npm run math:train -- --out WEIGHTS FILE": "npm run math:train -- --help",
  "npm run texts:learn -- --out TEXTS": "npm run texts:learn -- --help",
  "npm run vectors:train -- --out VECTORS": "npm run vectors:train -- --help",
  "npm run terms:learn -- --out TABLE --about TEXT FILE": "npm run terms:learn -- --help",
  "git remote add engine ADDRESS-OF-OFFPRINT": `git remote add engine ${upstream}`,
};

/** Commands that are run as written, from top to bottom. */
const asWritten = [
  "npm run ingest",
  "npm run add -- refs.bib",
  "npm run add -- --link library.bib",
  "npm run list -- bandits",
  "npm run --silent list -- --json",
  "npm run remove -- 2510.01171",
  "npm run remove -- --undo 2510.01171",
  "npm run doctor",
  "npm run verify -- dist",
  "npm run licences",
  "npm run export",
  "npm run export -- --format obsidian",
  "npm run digest",
  "npm run math:report",
  "npm run --silent math:restore",
  "npm run docs:architecture",
  "npm run docs:rules",
  "npm run docs:schemas",
  "git pull --no-rebase engine main",
  "git pull --no-rebase --allow-unrelated-histories -X theirs engine main",
];

/** Commands that another test runs with the same parameters, each with the file that does. */
const elsewhere: Readonly<Record<string, string>> = {
  "npm run build": "tests/site/build-sites.ts",
  "npm run dev": "tests/site/dev.test.ts",
  "npm run build -- --base /papers --address https://example.org": "tests/site/build-sites.ts",
  "npm run build -- --relative --out folder": "tests/browser/opened-as-files.test.ts",
};

/** A command that serves until it is ended; it comes last. */
const serving = ["npm start"];

/** The commands of the pages: the lines of their `sh` blocks, and code spans that are commands. */
function documentedCommands(): string[] {
  const lines = pages
    .flatMap((page) => blocksOf(page, "sh"))
    .flatMap((block) => block.split("\n"))
    .map((line) => line.replace(/\s+#.*$/, ""));
  const spans = pages.flatMap(codeSpansOf).filter((code) => /^(?:npm|npx|node|git)\s/.test(code));
  return [...new Set([...lines, ...spans].flatMap((line) => line.split(" && ")))]
    .map((command) => command.trim())
    .filter((command) => command !== "");
}

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));

/** A command line as program and parameters; an npm script without npm, which is slow to start. */
function programOf(command: string): [string, string[]] {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word);
  const [program = "", ...parameters] = words.map((word) => word ?? "");
  const script = /^npm (?:run (?:--silent )?([\w:]+)|(start|test))(?: -- |$)/.exec(command);
  if (!script) return [program, parameters];
  const [first = "", ...rest] = (scripts[script[1] ?? script[2] ?? ""] ?? "").split(" ");
  const more = parameters.includes("--") ? parameters.slice(parameters.indexOf("--") + 1) : [];
  return first === "node"
    ? [process.execPath, [...rest, ...more]]
    : [join(root, "node_modules/.bin", first), [...rest, ...more]];
}

// Without the test runner's variables, because Astro would use its BASE_URL and NODE_ENV.
const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
const env = {
  PATH,
  HOME,
  NODE_COMPILE_CACHE,
  CI: "true",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_MERGE_AUTOEDIT: "no",
  GIT_AUTHOR_NAME: "A. Tester",
  GIT_AUTHOR_EMAIL: "tester@example.org",
  GIT_COMMITTER_NAME: "A. Tester",
  GIT_COMMITTER_EMAIL: "tester@example.org",
};

interface Result {
  code: number;
  output: string;
}

/** The results of commands by folder and command, because several commands of the documentation are run by the same. */
const results = new Map<string, Promise<Result>>();

function run(command: string, cwd: string): Promise<Result> {
  const key = JSON.stringify([cwd, command]);
  const result = results.get(key) ?? start(command, cwd);
  results.set(key, result);
  return result;
}

function start(command: string, cwd: string): Promise<Result> {
  const [program, parameters] = programOf(command);
  return new Promise((done) => {
    const child = execFile(program, parameters, { cwd, env }, (_error, out, err) =>
      done({ code: child.exitCode ?? -1, output: out + err }),
    );
    child.stdin?.end();
  });
}

function repository(folder: string, files: Record<string, string>): void {
  const git = (...parameters: string[]) => execFileSync("git", parameters, { cwd: folder, env });
  mkdirSync(folder, { recursive: true });
  if (folder === upstream || folder.endsWith("copy"))
    git("init", "--quiet", "--initial-branch=main");
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  git("add", ".");
  git("commit", "--quiet", "-m", "A commit");
}

/** The script and the parameters of a command that only prints its help; undefined of any other command. */
function helpOf(command: string): string[] | undefined {
  const [, [first, , script = "", ...parameters]] = programOf(command);
  const isScript = first === "--import" && script.startsWith("scripts/");
  return isScript && parameters.includes("--help") ? [script, ...parameters] : undefined;
}

/** Shows the help of commands by one process, which loads only once what they share. */
function showHelps(commands: readonly string[]): void {
  const helps = commands.flatMap((command) => {
    const script = helpOf(command);
    return script ? [{ command, script }] : [];
  });
  const given = JSON.stringify(helps.map(({ script }) => script));
  const shown = execFileSync(process.execPath, ["tests/docs/show-helps.ts", given], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  const lines = shown
    .trim()
    .split("\n")
    .map((line) => help.parse(JSON.parse(line)));
  for (const [index, { command }] of helps.entries()) {
    const { code = -1, output = "" } = lines[index] ?? {};
    results.set(JSON.stringify([root, command]), Promise.resolve({ code, output }));
  }
}
const help = z.object({ code: z.number(), output: z.string() });

/** The rows of the tables of commands, with the options that they name. */
const rows = pages
  .flatMap(({ text }) => [...text.matchAll(/^\| `(npm [^`]+)` +\| (.+) \|$/gm)])
  .map(([, command = "", rest = ""]) => ({
    command,
    options: [...rest.matchAll(/`(--[\w-]+)`/g)].map(([, option = ""]) => option),
  }))
  .filter(({ options }) => options.length > 0);

function helpCommand(command: string): string {
  return `${command.replace(/ -- .*$/, "")} -- --help`;
}

/** What a build leaves, in a few small files. */
async function writeSite(dist: string): Promise<void> {
  mkdirSync(dist);
  for (const page of ["index.html", "404.html"]) writeFileSync(join(dist, page), "<p>A page</p>\n");
  const zod = packageOfFile(join(root, "node_modules/zod/index.js"));
  writeFileSync(join(dist, licencesFile), writeLicences(zod ? [zod] : []));
  await writeChecksums(dist);
}

const started: ChildProcess[] = [];

beforeAll(async () => {
  const tables = rows.map(({ command }) => helpCommand(command));
  showHelps([...new Set([...Object.values(instead), ...tables])]);
  rmSync(scratch, { recursive: true, force: true });
  copyEngine(root, archive);
  cpSync(join(root, "package-lock.json"), join(archive, "package-lock.json"));
  mkdirSync(join(archive, "docs"));
  const paper = "- title: Bandits on a Budget\n  arxiv: '2510.01171'\n  published: 2025-10-01\n";
  writeFileSync(join(archive, "seeds/mine.yaml"), paper);
  writeFileSync(join(archive, "seeds/page-2025-11-13.txt"), printed("A Study of Sampling"));
  writeFileSync(join(archive, "refs.bib"), "@article{a, title={On Hives}, year={2024}}\n");
  writeFileSync(join(archive, "library.bib"), "@article{b, title={On Wax}, year={2023}}\n");
  writeFileSync(join(archive, "to-read.txt"), "2510.01171\n10.1145/3292500.3330701\n");
  await writeSite(join(archive, "dist"));
  repository(upstream, { "engine.txt": "one\n", "sample.txt": "sample\n" });
  const fork = join(scratch, "fork");
  execFileSync("git", ["clone", "--quiet", upstream, fork], { env });
  repository(fork, { "mine.txt": "mine\n" });
  repository(join(scratch, "copy"), { "engine.txt": "one\n", "mine.txt": "mine\n" });
  repository(upstream, { "engine.txt": "two\n" });
});

afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
});

/**
 * Where a command is run: in an archive; in the repository if it only prints its help; in a fork
 * for updates, and in a copy without common history.
 */
function foldersOf(command: string): string[] {
  if (instead[command]?.includes("--help")) return [root];
  if (!command.startsWith("git ")) return [archive];
  const both = command.includes(" remote ");
  return ["fork", "copy"]
    .filter((name) => both || (name === "copy") === command.includes("--allow-unrelated"))
    .map((name) => join(scratch, name));
}

describe("the commands in the documentation", () => {
  it("are all known to this test, and the test knows no others", () => {
    const known = [...asWritten, ...Object.keys(instead), ...Object.keys(elsewhere)];
    expect(documentedCommands().sort()).toEqual(known.sort());
  });

  it.each(Object.entries(elsewhere))("%s is run by %s", (command, file) => {
    const [script = "", parameters = ""] = command.replace("npm run ", "").split(" -- ");
    const inCode =
      parameters === ""
        ? `"scripts/${script}.ts"`
        : JSON.stringify(parameters.split(" ")).slice(1, -1);
    const code = readFileSync(join(root, file), "utf8").replace(/\s+/g, "");
    expect(code).toContain(inCode);
  });

  const finite = documentedCommands().filter(
    (command) => !serving.includes(command) && !(command in elsewhere),
  );
  const order = (command: string) => {
    // Needed for pulls.
    if (command.startsWith("git remote ")) return -1;
    const index = asWritten.indexOf(command);
    return index < 0 ? asWritten.length : index;
  };
  const inOrder = finite.sort((a, b) => order(a) - order(b));
  it.each(inOrder)("%s", async (command) => {
    for (const folder of foldersOf(command)) {
      const { code, output } = await run(instead[command] ?? command, folder);
      expect(code, output).toBe(0);
    }
  });

  it.each(serving)("%s", async (command) => {
    const [program, parameters] = programOf(instead[command] ?? command);
    const child = spawn(program, parameters, { cwd: archive, env });
    started.push(child);
    let output = "";
    const address = await new Promise<string>((done, failed) => {
      const read = (chunk: Buffer) => {
        output += chunk.toString();
        const found = /\bhttp:\/\/localhost:\d+\/\S*/.exec(output);
        if (found) done(found[0]);
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.on("exit", () => failed(new Error(output)));
    });
    expect((await fetch(address)).status).toBe(200);
    const ended = new Promise((done) => child.on("exit", done));
    child.kill("SIGINT");
    expect(await ended, output).toBe(0);
  });
});

describe("the tables of commands", () => {
  it.each(rows)("name only options that $command has", async ({ command, options }) => {
    const { output } = await run(helpCommand(command), root);
    for (const option of options) expect(output).toContain(option);
  });
});
