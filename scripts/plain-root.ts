import { spawn } from "node:child_process";
import { join, relative } from "node:path";
import { plainPathTo } from "../src/workspace/plain-path.ts";
import { exit } from "./command.ts";

/**
 * The folder of the archive for commands that use Vite. If its path is not plain, this runs the command
 * again with a path that is, and ends with its exit code.
 */
export async function plainRoot(): Promise<string> {
  const root = process.cwd();
  const { path, remove } = plainPathTo(root);
  if (path === root) return root;
  process.once("exit", remove);
  const [, script = "", ...parameters] = process.argv;
  const child = spawn(
    process.execPath,
    [
      "--preserve-symlinks",
      "--preserve-symlinks-main",
      `--import=${settingFolder(path)}`,
      join(path, relative(root, script)),
      ...parameters,
    ],
    { stdio: "inherit", env: { ...process.env, OFFPRINT_PLAIN_PATH: path } },
  );
  // The terminal sends Ctrl-C to both, and the command decides when it ends.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  const code = await new Promise<number | null>((done, failed) => {
    child.once("error", failed);
    child.once("exit", done);
  });
  process.exit(code ?? exit.notAll);
}

/** A module that makes a link the current folder, which the system names by its own path. */
function settingFolder(link: string): string {
  return `data:text/javascript,${encodeURIComponent(`process.cwd = () => ${JSON.stringify(link)};`)}`;
}
