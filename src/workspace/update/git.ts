import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";

/** What git answered. */
export interface GitResult {
  status: number;
  output: string;
  error: string;
}

/** Runs git in a folder. Throws an Error only if git cannot be started. */
export function tryGit(
  folder: string,
  parameters: readonly string[],
  more: Readonly<Record<string, string>> = {},
): GitResult {
  const { status, stdout, stderr, error } = spawnSync("git", parameters, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 200_000_000,
    env: { ...process.env, GIT_MERGE_AUTOEDIT: "no", LC_ALL: "C", ...more },
  });
  if (error) throw new Error(`git cannot be started: ${error.message}`);
  return { status: status ?? 1, output: stdout.trimEnd(), error: stderr.trim() };
}

/** What git prints. Throws an Error with git's words if it fails. */
export function git(folder: string, ...parameters: string[]): string {
  const { status, output, error } = tryGit(folder, parameters);
  if (status === 0) return output;
  throw new Error(`git ${parameters[0]} failed: ${error || output}`);
}

/**
 * Makes git keep the owner's version of files that `.gitattributes` marks with `merge=ours`. A clone does not bring
 * this setting along. Does nothing where the folder is not a repository of its own, or git is not installed.
 */
export function keepOwnersVersions(root: string): void {
  try {
    const { status, output } = tryGit(root, ["rev-parse", "--show-toplevel"]);
    if (status !== 0 || realpathSync(output) !== realpathSync(root)) return;
    tryGit(root, ["config", "merge.ours.driver", "true"]);
  } catch {
    // Updates by hand then merge these files like any text.
  }
}
