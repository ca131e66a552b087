import { spawn } from "node:child_process";
import { join } from "node:path";
import { papersToExpect } from "../src/workspace/archive-size.ts";
import { heapOption } from "../src/workspace/machine-memory.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { exit } from "./command.ts";

/**
 * Ingests this workspace in a separate process, so that its memory is free when the pages are
 * built. False if there were errors, which have been printed.
 */
export async function ingestApart({
  strict = false,
  verbose = false,
  publish = false,
  fresh = false,
}: {
  strict?: boolean;
  verbose?: boolean;
  /** Whether errors are no failure as long as no published paper would be missing. */
  publish?: boolean;
  /** Whether everything is read again, even if nothing has changed. */
  fresh?: boolean;
} = {}): Promise<boolean> {
  const script = join(import.meta.dirname, "ingest.ts");
  const given = Object.entries({ strict, verbose, publish, fresh }).filter(
    ([, isGiven]) => isGiven,
  );
  const parameters = [script, ...given.map(([name]) => `--${name}`)];
  // With the options of this process, which may run in a folder of another name (see plain-root.ts).
  const options = [...process.execArgv, ...heapOption(papersToExpect(workspaceAt(process.cwd())))];
  const child = spawn(process.execPath, [...options, ...parameters], { stdio: "inherit" });
  const code = await new Promise<number | null>((done, failed) => {
    child.once("error", failed);
    child.once("close", done);
  });
  return code === exit.done;
}
