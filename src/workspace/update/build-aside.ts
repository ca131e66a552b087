import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { git, tryGit } from "./git.ts";

/** What a build of an update gave. */
export interface BuiltAside {
  /** Whether there is a site. */
  isBuilt: boolean;
  /** Whether nothing of the owner's is missing from it. */
  isWhole: boolean;
}

/** Builds the site of a commit in a folder of its own, which is deleted again. The build prints to this terminal. */
export function buildAside(root: string, commit: string): BuiltAside {
  const around = mkdtempSync(join(tmpdir(), "offprint-update-"));
  const folder = join(around, "archive");
  git(root, "worktree", "add", "--quiet", "--detach", folder, commit);
  try {
    if (changesPackages(root, commit)) installPackages(folder);
    else symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    const parameters = ["--import", "./scripts/require-node.mjs", "scripts/build.ts"];
    const { status } = spawnSync(process.execPath, parameters, { cwd: folder, stdio: "inherit" });
    const isBuilt = existsSync(join(folder, "dist/index.html"));
    return { isBuilt, isWhole: isBuilt && status === 0 };
  } finally {
    rmSync(around, { recursive: true, force: true });
    tryGit(root, ["worktree", "prune"]);
  }
}

/** Whether a commit needs other packages than those that are installed. */
export function changesPackages(root: string, commit: string): boolean {
  return git(root, "diff", "--name-only", "HEAD", commit, "--", "package-lock.json") !== "";
}

/** Runs `npm ci`. Throws an Error if it fails. */
export function installPackages(folder: string): void {
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: "inherit",
    // On Windows npm is a .cmd file, which only a shell can start.
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm ci failed in ${folder}`);
}
