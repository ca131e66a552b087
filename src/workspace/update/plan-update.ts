import { rmSync } from "node:fs";
import { git, tryGit } from "./git.ts";

/** An update of the engine that git can make without asking. */
export interface UpdatePlan {
  kind: "update";
  /** What is merged, as a person calls it: a tag or a branch. */
  version: string;
  /** A commit with both histories, which no branch has yet. */
  commit: string;
  /** Files that both sides changed, of which the owner's version stays; also those that the owner deleted. */
  kept: string[];
  /** Files that the update adds, changes or deletes. */
  changed: string[];
}

/** Why there is nothing to do, or what stands in the way. */
export type UpdateOutcome =
  | UpdatePlan
  | { kind: "current"; version: string }
  | { kind: "conflict"; version: string; files: string[] };

/** Files of the engine's that owners replace by their own. */
const ownersOwn = /^(?:README\.md|LICENSE|\.github\/(?:SECURITY|CODE_OF_CONDUCT)\.md)$/;

/** Files that the site can do without. Where the owner deleted one that an update changes, it stays deleted. */
const mayBeDeleted =
  /^(?:\.github|\.devcontainer|\.vscode|docs|tests)\/|^[^/]+\.md$|^\.gitlab-ci\.yml$/;

/** Where all files but the READMEs are the owner's. An update neither adds nor changes any. */
const ownersFolders = /^(?:seeds|content)\/(?!README\.md$)/;

/** Why a folder cannot be updated now, as a sentence; undefined if it can. */
export function whyNotNow(root: string): string | undefined {
  if (tryGit(root, ["rev-parse", "--verify", "--quiet", "HEAD"]).status !== 0) {
    return "This folder is not a git repository with a commit, so updates cannot be merged into it.";
  }
  const changes = git(root, "status", "--porcelain", "--untracked-files=no");
  if (changes !== "") {
    return `There are changes that are not committed. Commit them first, so that nothing can be lost:\n${changes}`;
  }
  return undefined;
}

/** The newest version of the engine that a remote has: its highest tag, or else its branch `main`. */
export function newestVersion(root: string, remote: string): string {
  const tags = git(root, "ls-remote", "--tags", "--refs", "--sort=-v:refname", remote, "v*");
  const [newest] = tags
    .split("\n")
    .flatMap((line) => /refs\/tags\/(v\d\S*)$/.exec(line)?.[1] ?? []);
  return newest ?? "main";
}

/**
 * Fetches a version and merges it in memory. The working folder and the branches stay as they are. A repository
 * without a common history, as one made from a template, is compared with the version that it was made from, so
 * that what the owner deleted stays deleted, and what the engine deleted goes.
 */
export function planUpdate(root: string, remote: string, version: string): UpdateOutcome {
  git(root, "fetch", "--quiet", remote, version);
  const theirs = git(root, "rev-parse", "FETCH_HEAD^{commit}");
  if (tryGit(root, ["merge-base", "--is-ancestor", theirs, "HEAD"]).status === 0) {
    return { kind: "current", version };
  }
  const isShared = tryGit(root, ["merge-base", "HEAD", theirs]).status === 0;
  const ours = isShared ? "HEAD" : grafted(root, templateOf(root, theirs));
  const options = ["--write-tree", "--name-only", "--no-messages"];
  const merged = tryGit(root, ["merge-tree", ...options, ours, theirs]);
  if (merged.status > 1)
    throw new Error(`git merge-tree failed: ${merged.error}\nAn update needs git 2.38 or later.`);
  const [tree = "", ...conflicts] = merged.output.split("\n").filter((line) => line !== "");
  const deleted = conflicts.filter((file) => mayBeDeleted.test(file) && !isIn(root, "HEAD", file));
  const isSettled = (file: string) =>
    ownersOwn.test(file) || ownersFolders.test(file) || deleted.includes(file);
  const files = conflicts.filter((file) => !isSettled(file));
  if (files.length > 0) return { kind: "conflict", version, files };
  const kept = [...new Set([...changedByBoth(root, ours, theirs), ...deleted])].sort();
  const inFolders = namesOf(
    git(root, "diff", "--name-only", "HEAD", tree, "--", "seeds", "content"),
  );
  const owners = inFolders.filter((file) => ownersFolders.test(file));
  const whole = withOwnVersions(root, tree, [...kept, ...owners]);
  const commit = git(
    root,
    "commit-tree",
    whole,
    "-p",
    "HEAD",
    "-p",
    theirs,
    "-m",
    `Update Offprint to ${version}`,
  );
  const changed = namesOf(git(root, "diff", "--name-only", "HEAD", commit));
  return { kind: "update", version, commit, kept, changed };
}

/** The commit of the engine from which a repository without its history was made. */
function templateOf(root: string, theirs: string): string {
  const first = git(root, "rev-list", "--max-parents=0", "HEAD").split("\n").at(-1) ?? "";
  const tree = git(root, "rev-parse", `${first}^{tree}`);
  const commits = git(root, "log", "--format=%H %T", theirs).split("\n");
  const same = commits.find((line) => line.endsWith(` ${tree}`));
  if (same !== undefined) return same.split(" ")[0] ?? "";
  // The owner may have changed files before the first commit.
  const distances = commits.slice(0, mostCompared).map((line) => {
    const [commit = ""] = line.split(" ");
    const files = git(root, "diff", "--name-only", commit, first, "--", "src", "scripts", "docs");
    return { commit, distance: files === "" ? 0 : files.split("\n").length };
  });
  return distances.toSorted((a, b) => a.distance - b.distance)[0]?.commit ?? theirs;
}

/** The most commits that are compared with the beginning of a repository. */
const mostCompared = 500;

/** The files that owners replace by their own, as far as both sides changed them. */
function changedByBoth(root: string, ours: string, theirs: string): string[] {
  const base = git(root, "merge-base", ours, theirs);
  const changedIn = (commit: string) => namesOf(git(root, "diff", "--name-only", base, commit));
  const inTheirs = changedIn(theirs);
  return changedIn("HEAD").filter((file) => ownersOwn.test(file) && inTheirs.includes(file));
}

function isIn(root: string, commit: string, file: string): boolean {
  return git(root, "ls-tree", commit, "--", file) !== "";
}

/** The owner's files as a commit that comes right after one of the engine. */
function grafted(root: string, template: string): string {
  return git(root, "commit-tree", "HEAD^{tree}", "-p", template, "-m", "The archive");
}

/** A tree with the owner's version of some files, or without them if the owner has none. */
function withOwnVersions(root: string, tree: string, files: readonly string[]): string {
  if (files.length === 0) return tree;
  const folder = git(root, "rev-parse", "--absolute-git-dir");
  const index = { GIT_INDEX_FILE: `${folder}/offprint-update-index` };
  const inIndex = (...parameters: string[]) => {
    const { status, output, error } = tryGit(root, parameters, index);
    if (status !== 0) throw new Error(`git ${parameters[0]} failed: ${error}`);
    return output;
  };
  try {
    inIndex("read-tree", tree);
    for (const file of files) {
      const entry = git(root, "ls-tree", "HEAD", "--", file);
      const [, mode, object] = /^(\d+) \w+ (\w+)\t/.exec(entry) ?? [];
      if (mode === undefined) inIndex("update-index", "--force-remove", "--", file);
      else inIndex("update-index", "--add", "--cacheinfo", `${mode},${object},${file}`);
    }
    return inIndex("write-tree");
  } finally {
    rmSync(index.GIT_INDEX_FILE, { force: true });
  }
}

function namesOf(lines: string): string[] {
  return lines.split("\n").filter((name) => name !== "");
}
