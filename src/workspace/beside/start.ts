import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { entriesIn } from "../archive-size.ts";
import { howEnded } from "../how-ended.ts";
import { heapOption } from "../machine-memory.ts";
import { workspaceAt } from "../paths.ts";
import { minutesOf, patienceFor, watchSilence } from "../patience.ts";
import { type BesideTask, type SearchWritten, step } from "./steps.ts";
import { takeWaiting } from "./waiting.ts";

/** What is made beside the pages, in a process of its own. */
export interface BesidePages {
  /**
   * Fulfilled when related papers are in the cache, with the digest that they are kept with, or without when they will not
   * be because the process has ended.
   */
  related: Promise<string | undefined>;
  /** The same for the places on the map. */
  map: Promise<string | undefined>;
  /** The same for the files of likeness. */
  likeness: Promise<string | undefined>;
  /** Rejected with the reason if there will be no search index. */
  search: Promise<SearchWritten>;
  stop: () => void;
}

/** How the process is run. */
export interface BesideOptions {
  /** Whether other work goes first. */
  isBackground?: boolean;
  /** The folder of the last site, if it is as it was built. Files of the index that it has are not written. */
  lastSite?: string;
  /** The program of the process. */
  program?: string;
  /** For how long it may say nothing, in milliseconds; by the number of entries, unless it is given. */
  patience?: number;
}

const script = join(import.meta.dirname, "process.ts");

/**
 * Lets a process make related papers, the map, and the search index in `folder`: the one that has made the entries if it waits,
 * or a new one. It has memory of its own, and if it ends early, the pages are made all the same.
 */
export function startBeside(
  root: string,
  folder: string,
  { isBackground = false, program = script, lastSite, patience: given }: BesideOptions = {},
): BesidePages {
  const papers = entriesIn(workspaceAt(root));
  const patience = given ?? patienceFor(papers);
  const task: BesideTask = { root, folder, lastSite };
  const child = tellWaiting(task) ?? startProcess(program, task, papers);
  let isSilent = false;
  const watch = watchSilence(patience, () => {
    isSilent = true;
    child.kill("SIGKILL");
  });
  watch.heard();
  if (isBackground && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const related = Promise.withResolvers<string | undefined>();
  const map = Promise.withResolvers<string | undefined>();
  const likeness = Promise.withResolvers<string | undefined>();
  const search = Promise.withResolvers<SearchWritten>();
  // Its error is thrown where the index is awaited.
  search.promise.catch(() => undefined);
  child.on("message", (value) => {
    watch.heard();
    const said = step.safeParse(value).data;
    if (said?.name === "related") related.resolve(said.digest);
    if (said?.name === "map") map.resolve(said.digest);
    if (said?.name === "likeness") likeness.resolve(said.digest);
    if (said?.name === "search") search.resolve(said.written);
  });
  whenEnded(child, (how) => {
    watch.end();
    const reason = isSilent ? `its process did nothing for ${minutesOf(patience)}` : how;
    related.resolve(undefined);
    map.resolve(undefined);
    likeness.resolve(undefined);
    search.reject(new Error(reason));
  });
  return {
    related: related.promise,
    map: map.promise,
    likeness: likeness.promise,
    search: search.promise,
    stop: () => {
      child.kill("SIGKILL");
    },
  };
}

/** Gives the task to a process that has made the entries, if one waits. */
function tellWaiting(task: BesideTask): ChildProcess | undefined {
  const child = takeWaiting(task.root);
  child?.send(task);
  return child;
}

function startProcess(
  program: string,
  { root, folder, lastSite }: BesideTask,
  papers: number,
): ChildProcess {
  return fork(program, [root, folder, ...(lastSite === undefined ? [] : [lastSite])], {
    cwd: root,
    execArgv: [...process.execArgv, ...heapOption(papers)],
  });
}

function whenEnded(child: ChildProcess, ended: (reason: string) => void): void {
  child.once("error", (error) => ended(`its process could not be started (${error.message})`));
  child.once("close", (code, signal) => {
    ended(`its process ended early, with ${howEnded(code, signal)}; what it printed is above`);
  });
}
