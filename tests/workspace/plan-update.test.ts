import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, readdir, readFile, rm, unlink } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newsForOwner } from "../../src/workspace/update/news-for-owner.ts";
import { newestVersion, planUpdate, whyNotNow } from "../../src/workspace/update/plan-update.ts";
import { git } from "../fixtures/git.ts";
import { engine, removeWorkspaces, workspaceWith, writeIn } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`);
const changed = (at: number, text: string) =>
  lines.map((line, index) => (index === at ? text : line)).join("\n");

let upstream = "";

function commit(root: string, message: string): void {
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--message", message);
}

function start(root: string): void {
  git(root, "init", "--quiet", "--initial-branch=main");
  git(root, "config", "user.name", "A. Tester");
  git(root, "config", "user.email", "tester@example.org");
}

beforeAll(async () => {
  upstream = await workspaceWith({
    "README.md": "# Engine\n",
    LICENSE: "MIT\n",
    "src/code.ts": lines.join("\n"),
    "src/old.ts": "old\n",
    "docs/page.md": lines.join("\n"),
    ".github/workflows/digest.yml": lines.join("\n"),
    "seeds/sample.txt": "The sample\n",
  });
  start(upstream);
  commit(upstream, "Version 1");
  git(upstream, "tag", "v1.9.0");
});

/** An archive with papers and a README of its own: by a clone, or by a copy without the history. */
async function archive(isTemplate: boolean, files: Record<string, string> = {}): Promise<string> {
  const root = await workspaceWith({});
  await rm(root, { recursive: true });
  if (isTemplate) {
    await cp(upstream, root, { recursive: true, filter: (path) => !path.endsWith("/.git") });
    start(root);
    commit(root, "Initial commit");
  } else {
    git(upstream, "clone", "--quiet", upstream, root);
    start(root);
  }
  await unlink(join(root, "seeds/sample.txt"));
  await unlink(join(root, ".github/workflows/digest.yml"));
  const own = { "README.md": "# My papers\n", "seeds/mine.bib": "@misc{a}\n", ...files };
  for (const [path, text] of Object.entries(own)) await writeIn(root, path, text);
  commit(root, "My papers");
  return root;
}

describe("an update", () => {
  let plain = "";
  let template = "";
  let edited = "";
  let applied = "";
  beforeAll(async () => {
    [plain, template, edited, applied] = await Promise.all([
      archive(false),
      archive(true),
      archive(false, { "src/code.ts": changed(3, "mine") }),
      archive(true),
    ]);
    await unlink(join(upstream, "src/old.ts"));
    await writeIn(upstream, "src/code.ts", changed(3, "newer"));
    await writeIn(upstream, "src/new.ts", "new\n");
    await writeIn(upstream, "README.md", "# Engine, newer\n");
    await writeIn(upstream, ".github/workflows/digest.yml", changed(3, "newer"));
    await writeIn(upstream, "seeds/sample.txt", "The sample, newer\n");
    commit(upstream, "Version 2");
    git(upstream, "tag", "v1.10.0");
    git(upstream, "tag", "verse");
  });

  it("is shown in a dry run, and merged only then", () => {
    const update = (...options: string[]) => {
      const parameters = [join(engine, "scripts/update.ts"), "--root", applied, ...options];
      return spawnSync(process.execPath, parameters, { encoding: "utf8" });
    };
    const before = git(applied, "rev-parse", "HEAD");
    const dry = update("--from", upstream, "--no-build", "--dry-run");
    expect([dry.status, dry.stdout]).toEqual([0, expect.stringContaining("From v1.10.0: 3 files")]);
    expect(dry.stdout).toContain(
      "Your own version stays: .github/workflows/digest.yml (deleted), README.md",
    );
    expect(git(applied, "rev-parse", "HEAD")).toBe(before);
    git(applied, "remote", "add", "engine", upstream);
    expect(update("--no-build").stdout).toContain("Updated to v1.10.0.");
    expect(git(applied, "rev-parse", "HEAD^1")).toBe(before);
    expect(git(applied, "status", "--porcelain")).toBe("");
  });

  it.each([
    ["a clone or a fork", () => plain],
    ["a repository made from the template, without the history of the engine", () => template],
  ])("of %s takes the engine's changes and keeps the owner's files", async (_, rootOf) => {
    const root = rootOf();
    const plan = planUpdate(root, upstream, "v1.10.0");
    expect(plan).toMatchObject({ kind: "update", version: "v1.10.0" });
    expect(git(root, "status", "--porcelain")).toBe("");
    if (plan.kind !== "update") throw new Error("no update");
    expect(plan.changed.sort()).toEqual(["src/code.ts", "src/new.ts", "src/old.ts"]);
    git(root, "merge", "--quiet", "--ff-only", plan.commit);
    expect((await readdir(join(root, "src"))).sort()).toEqual(["code.ts", "new.ts"]);
    expect(await readFile(join(root, "src/code.ts"), "utf8")).toContain("newer");
    expect(await readFile(join(root, "README.md"), "utf8")).toBe("# My papers\n");
    expect(plan.kept).toEqual([".github/workflows/digest.yml", "README.md"]);
    expect(existsSync(join(root, ".github/workflows/digest.yml"))).toBe(false);
    expect((await readdir(join(root, "seeds"))).sort()).toEqual(["README.md", "mine.bib"]);
    expect(planUpdate(root, upstream, "v1.10.0")).toEqual({ kind: "current", version: "v1.10.0" });
  });

  it("names files of the engine that the owner changed in the same place, and changes nothing", () => {
    const before = git(edited, "rev-parse", "HEAD");
    expect(planUpdate(edited, upstream, "v1.10.0")).toEqual({
      kind: "conflict",
      version: "v1.10.0",
      files: ["src/code.ts"],
    });
    expect(git(edited, "rev-parse", "HEAD")).toBe(before);
    expect(git(edited, "status", "--porcelain")).toBe("");
  });

  it("is to the newest tag of a version", () => {
    expect(newestVersion(plain, upstream)).toBe("v1.10.0");
  });

  it("waits for changes to be committed, but not for files that git does not know", async () => {
    await writeIn(edited, "notes.txt", "new\n");
    expect(whyNotNow(edited)).toBeUndefined();
    await writeIn(edited, "README.md", "# Changed\n");
    expect(whyNotNow(edited)).toContain("README.md");
    expect(whyNotNow(await workspaceWith({}))).toContain("not a git repository");
  });
});

it("tells what a newer changelog has that the older one had not", () => {
  const before = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- One\n  of two lines.\n";
  const after =
    "## [Unreleased]\n\n### Added\n\n- New.\n- One\n  of two lines.\n\n### Fixed\n\n- A fault\n  of two lines.\n";
  expect(newsForOwner(before, after)).toEqual([
    { heading: "[Unreleased], Added", items: ["New."] },
    { heading: "[Unreleased], Fixed", items: ["A fault of two lines."] },
  ]);
});
