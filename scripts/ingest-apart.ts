import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { untilUnchanging } from "../src/workspace/change-workspace.ts";
import { exit } from "./command.ts";

/**
 * Ingests this workspace in a separate process, so that its memory is free when the pages are
 * built. False if there were errors, which have been printed. Throws if another command has been
 * working in this archive meanwhile, so that nothing was read.
 */
export async function ingestApart({
  strict = false,
  verbose = false,
}: {
  strict?: boolean;
  verbose?: boolean;
} = {}): Promise<boolean> {
  const script = join(import.meta.dirname, "ingest.ts");
  const parameters = [script, ...(strict ? ["--strict"] : []), ...(verbose ? ["--verbose"] : [])];
  const { status } = spawnSync(process.execPath, parameters, { stdio: "inherit" });
  if (status !== exit.done) await untilUnchanging({ root: process.cwd() }, 0);
  return status === exit.done;
}
