import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { papersToExpect } from "../src/workspace/archive-size.ts";
import { letWait } from "../src/workspace/beside/waiting.ts";
import { howEnded } from "../src/workspace/how-ended.ts";
import { heapOption } from "../src/workspace/machine-memory.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { exit } from "./command.ts";

/** What an ingest in a process of its own is asked for. */
interface ApartOptions {
  strict: boolean;
  verbose: boolean;
  /** Whether errors are no failure as long as no published paper would be missing. */
  publish: boolean;
  /** Whether everything is read again, even if nothing has changed. */
  fresh: boolean;
  /** Whether the site is made afterwards. */
  isForSite: boolean;
  /** The program of the process. */
  program?: string;
}

const script = join(import.meta.dirname, "entries-process.ts");

/** The process of a larger archive ends before the pages are made, so that they have its memory. */
const mostToWait = 3000;

const advice =
  "If there was too little memory, close other programs, or set NODE_OPTIONS=--max-old-space-size=8000, and try again.";

/**
 * Ingests a workspace in a process of its own, which makes what is beside the pages of a small archive as well. False if there were
 * errors, which have been printed. Throws an error if the process ended early.
 */
export async function ingestApart(
  root: string,
  { isForSite, program = script, ...options }: ApartOptions,
): Promise<boolean> {
  const papers = papersToExpect(workspaceAt(root));
  const waits = isForSite && papers <= mostToWait;
  const task = JSON.stringify({ root, waits, ...options });
  const child = fork(program, [task], {
    cwd: root,
    // With the options of this process, which may run in a folder of another name (see plain-root.ts).
    execArgv: [...process.execArgv, ...heapOption(papers)],
  });
  const code = await codeOf(child);
  if (waits) letWait(root, child);
  return code === exit.done;
}

/** With which exit code the ingest ended. Rejected if its process ended early, so that it may have said nothing. */
function codeOf(child: ChildProcess): Promise<unknown> {
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("close", (code, signal) => {
      if (code === exit.done || code === exit.notAll) return done(code);
      const how = howEnded(code, signal);
      failed(new Error(`The process that makes the entries ended early, with ${how}.\n${advice}`));
    });
    child.once("message", (said) => done(Reflect.get(Object(said), "code")));
  });
}
