import { spawnSync } from "node:child_process";
import { chmodSync, existsSync } from "node:fs";
import { cp, readFile, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { overridesOf } from "../../src/workspace/overrides.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { keepOwnersVersions } from "../../src/workspace/update/git.ts";
import { planUpdate } from "../../src/workspace/update/plan-update.ts";
import { git } from "../fixtures/git.ts";
import { build, change, lines, npm, packages } from "../fixtures/made-engine.ts";
import {
  engine,
  printed,
  removeWorkspaces,
  workspaceWith,
  writeIn,
} from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

let upstream = "";
let archive = "";
let other = "";
let programs = "";
let version = 0;

/** What the owner has, by path. Every round compares it with the disk, byte by byte. */
const owned = new Map<string, string>();

/** The lines of the list of addresses, of which none may go. */
let addresses: string[] = [];

/** Publishes a version of the engine, with what its changelog says. */
async function release(news: string, files: Record<string, string | undefined>): Promise<string> {
  version += 1;
  const log = await readFile(join(upstream, "CHANGELOG.md"), "utf8").catch(() => "");
  const head = `## [1.${version}.0]\n\n### Changed\n\n- ${news}\n\n`;
  await change(upstream, { "CHANGELOG.md": head + log, ...files }, `Version 1.${version}.0`);
  git(upstream, "tag", `v1.${version}.0`);
  return `v1.${version}.0`;
}

async function own(files: Record<string, string>, message: string): Promise<void> {
  for (const [path, text] of Object.entries(files)) owned.set(path, text);
  await change(archive, files, message);
}

/** Runs `npm run update` in the archive, with an npm of these tests. */
function update(...options: string[]) {
  const parameters = [join(engine, "scripts/update.ts"), "--root", archive, ...options];
  const env = { ...process.env, PATH: [programs, process.env["PATH"]].join(delimiter) };
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, {
    encoding: "utf8",
    env,
  });
  return { status, said: `${stdout}${stderr}` };
}

/** Merges a version as the command does, without its build. */
function merge(to: string): void {
  const plan = planUpdate(archive, upstream, to);
  if (plan.kind !== "update") throw new Error(`no update: ${JSON.stringify(plan)}`);
  git(archive, "merge", "--quiet", "--ff-only", plan.commit);
}

afterEach(async () => {
  await expectAllThere();
});

async function expectAllThere(): Promise<void> {
  for (const [path, text] of owned) {
    expect([path, await readFile(join(archive, path), "utf8")]).toEqual([path, text]);
  }
  const ledger = await readFile(join(archive, "content/addresses.jsonl"), "utf8");
  expect(ledger.split("\n")).toEqual(expect.arrayContaining(addresses));
  addresses = ledger.split("\n");
}

const isClean = (root: string) => git(root, "status", "--porcelain") === "";
beforeAll(async () => {
  upstream = await workspaceWith({
    "src/engine.ts": lines("engine"),
    "src/components/Shelf.astro": "<slot />\n",
    "src/pages/old-route.astro": "<p />\n",
    "scripts/build.ts": build,
    "README.md": "# Offprint\n",
    ".github/workflows/digest.yml": lines("digest"),
  });
  for (const path of [".gitattributes", ".gitignore", "scripts/require-node.mjs"]) {
    await cp(join(engine, path), join(upstream, path));
  }
  git(upstream, "init", "--quiet", "--initial-branch=main");
  await release("The first version.", packages({}));
  // "Use this template": the files without their history.
  const around = await workspaceWith({});
  archive = join(around, "archive");
  other = join(around, "other");
  programs = join(around, "programs");
  await cp(upstream, archive, { recursive: true, filter: (path) => !path.endsWith("/.git") });
  git(archive, "init", "--quiet", "--initial-branch=main");
  for (const [name, value] of [
    ["user.name", "A. Tester"],
    ["user.email", "tester@example.org"],
  ] as const) {
    git(archive, "config", name, value);
  }
  await change(archive, {}, "Initial commit");
  await writeIn(programs, "npm", npm);
  chmodSync(join(programs, "npm"), 0o755);
});

// One after the other: a year goes on from what was before.
describe("a year of an archive and its engine", () => {
  it("1: the owner begins from the template", async () => {
    keepOwnersVersions(archive);
    await own(
      {
        "content/site.yaml": "title: Mine\nsample: false\n",
        "seeds/2024-05-06.txt": printed("Forking Bandits", "May 6, 2024"),
        "content/overrides/Shelf.astro": "<b><slot /></b>\n",
        "content/notes/forking-bandits.mdx": "---\nstatus: read\n---\n\nGood.\n",
        "README.md": "# My papers\n",
      },
      "My papers",
    );
    expect((await runIngest(archive)).papers).toBe(1);
    await change(archive, { ".github/workflows/digest.yml": undefined }, "No mails");
  });

  it("2: the engine renames a component that is overridden", async () => {
    await release("`Shelf` is called `PaperGroup`.", {
      "src/components/Shelf.astro": undefined,
      "src/components/PaperGroup.astro": "<slot />\n",
      "README.md": "# Offprint, newer\n",
      ".github/workflows/digest.yml": lines("newer"),
    });
    const { status, said } = update("--from", upstream);
    expect([status, said]).toEqual([
      0,
      expect.stringContaining("- `Shelf` is called `PaperGroup`."),
    ]);
    expect(said).toContain(
      "Your own version stays: .github/workflows/digest.yml (deleted), README.md",
    );
    expect(existsSync(join(archive, "src/components/Shelf.astro"))).toBe(false);
    const { overrides, messages } = overridesOf({ root: archive });
    expect(overrides).toEqual([{ name: "PaperGroup", file: "content/overrides/Shelf.astro" }]);
    expect(messages.map(({ rule }) => rule)).toEqual(["renamed-component"]);
  });

  it("3: the engine adds a dependency, and the update installs it", async () => {
    await release("Formulas are set by another package.", packages({ letters: "1.0.0" }));
    git(archive, "remote", "add", "engine", upstream);
    const dry = update("--dry-run", "--no-build");
    expect([dry.status, dry.said]).toEqual([0, expect.stringContaining("It needs other packages")]);
    expect(isClean(archive)).toBe(true);
    expect(update().status).toBe(0);
    const calls = await readFile(join(programs, "calls"), "utf8");
    // Once for the build aside, and once in the archive.
    expect(calls).toBe("ci --no-audit --no-fund\n".repeat(2));
  });

  it("4: after a pull by hand, every command says to run npm ci", async () => {
    await release("Another package.", packages({ letters: "1.0.0", digits: "2.0.0" }));
    git(archive, "pull", "--quiet", "--no-rebase", "--no-edit", "engine", "main");
    const parameters = ["--import", "./scripts/require-node.mjs", "scripts/build.ts"];
    const { status, stderr } = spawnSync(process.execPath, parameters, {
      cwd: archive,
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/digits is missing[\s\S]*npm ci/)]);
    expect(existsSync(join(archive, "dist"))).toBe(false);
    spawnSync(join(programs, "npm"), ["ci"], { cwd: archive });
  });

  it("5: the engine removes a route, and lines that are next to an owner's change stay a conflict", async () => {
    merge(await release("The old route is gone.", { "src/pages/old-route.astro": undefined }));
    expect(existsSync(join(archive, "src/pages/old-route.astro"))).toBe(false);
    await change(
      archive,
      { "src/engine.ts": `mine\n${lines("engine")}` },
      "A change of the engine",
    );
    const to = await release("Faster.", { "src/engine.ts": `faster\n${lines("engine")}` });
    const { status, said } = update();
    expect([status, said]).toEqual([1, expect.stringContaining("  src/engine.ts\n")]);
    expect(isClean(archive)).toBe(true);
    await change(archive, { "src/engine.ts": lines("engine") }, "The engine as it was");
    merge(to);
  });

  it("6: an update with which the site cannot be built changes nothing", async () => {
    await release("A fault.", { "src/engine.ts": "broken\n" });
    const before = git(archive, "rev-parse", "HEAD");
    const { status, said } = update();
    expect([status, said]).toEqual([
      1,
      expect.stringMatching(/broken engine[\s\S]*so nothing was changed/),
    ]);
    expect(git(archive, "rev-parse", "HEAD")).toBe(before);
    merge(await release("The fault is mended.", { "src/engine.ts": lines("engine") }));
  });

  it("says what is left to do if packages cannot be installed", async () => {
    const to = await release("More.", packages({ letters: "1.0.0", digits: "3.0.0" }));
    await writeIn(programs, "npm", "#!/bin/sh\nexit 1\n");
    const { status, said } = update("--no-build");
    await writeIn(programs, "npm", npm);
    expect([status, said]).toEqual([1, expect.stringContaining("Run `npm ci` again")]);
    expect(said).toContain(`Updated to ${to}`);
    spawnSync(join(programs, "npm"), ["ci"], { cwd: archive });
  });

  it("7: entries, which a newer engine writes otherwise, are no concern of the owner's", async () => {
    await runIngest(archive);
    await rm(join(archive, "content/papers"), { recursive: true });
    const { created, messages } = await runIngest(archive);
    expect([created, messages.filter(({ severity }) => severity === "error")]).toEqual([1, []]);
    await change(archive, {}, "Addresses");
  });

  it("8: two machines write, one of them updates, and both are merged", async () => {
    git(archive, "clone", "--quiet", archive, other);
    await change(
      other,
      {
        "content/notes/forking-bandits.mdx": "---\nstatus: read\n---\n\nGood.\n\nRead it twice.\n",
        "content/removed.yaml": "- id: some-paper\n",
      },
      "The other machine",
    );
    merge(await release("Quieter.", { "src/quiet.ts": "quiet\n" }));
    await change(
      archive,
      {
        "content/notes/forking-bandits.mdx": "---\nstatus: read\nrating: 4\n---\n\nGood.\n",
        "content/removed.yaml": "- id: another-paper\n",
      },
      "This machine",
    );
    git(archive, "pull", "--quiet", "--no-rebase", "--no-edit", other, "main");
    owned.set(
      "content/notes/forking-bandits.mdx",
      "---\nstatus: read\nrating: 4\n---\n\nGood.\n\nRead it twice.\n",
    );
    const removed = await readFile(join(archive, "content/removed.yaml"), "utf8");
    expect(removed.trim().split("\n").sort()).toEqual(["- id: another-paper", "- id: some-paper"]);
    owned.set("content/removed.yaml", removed);
  });

  it("9: a broken seed keeps published papers from going, and another one only itself", async () => {
    await own({ "seeds/added/broken.json": '[{ "title": "Cut o' }, "A file that was cut off");
    const sound = await runIngest(archive);
    expect([sound.isPublishable, sound.papers]).toEqual([true, 1]);
    expect(sound.messages.some(({ place }) => place?.file === "seeds/added/broken.json")).toBe(
      true,
    );
    const seed = "seeds/2024-05-06.txt";
    await writeIn(archive, seed, "");
    const { isPublishable, removed } = await runIngest(archive);
    expect([isPublishable, removed]).toEqual([true, 0]);
    git(archive, "restore", seed);
  });

  it("10: a conflict in a seed is reported once, and the papers of both versions are read", async () => {
    const entry = (key: string) => `@misc{${key}, title = {On ${key} and bees}, year = 2020}\n`;
    await own(
      {
        "seeds/refs.bib": `<<<<<<< HEAD\n${entry("ants")}=======\n${entry("wasps")}>>>>>>> other\n`,
      },
      "A conflict",
    );
    const { papers, messages } = await runIngest(archive);
    expect(papers).toBe(3);
    expect(messages.filter(({ rule }) => rule === "git-conflict")).toHaveLength(1);
    await own({ "seeds/refs.bib": entry("ants") + entry("wasps") }, "Settled");
  });

  it("11: an update waits until the owner has committed", async () => {
    await release("Even quieter.", { "src/quiet.ts": "quieter\n" });
    await writeIn(archive, "content/site.yaml", "title: Half\n");
    const { status, said } = update();
    expect([status, said]).toEqual([1, expect.stringContaining("content/site.yaml")]);
    git(archive, "restore", "content/site.yaml");
  });

  it("12: the newest version is merged as GitHub's Sync fork does, and nothing is left to do", async () => {
    git(archive, "pull", "--quiet", "--no-rebase", "--no-edit", "engine", "main");
    const { status, said } = update();
    expect([status, said]).toEqual([0, expect.stringContaining("Nothing to do")]);
    expect(isClean(archive)).toBe(true);
  });
});
