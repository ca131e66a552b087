import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Message } from "../../schemas/message.ts";
import { heapOption } from "../../workspace/machine-memory.ts";
import { watchSilence } from "../../workspace/patience.ts";
import { type PagesRecord, pagesRecord } from "../../workspace/unchanged/last-pages.ts";
import { besidePages } from "../integrations/beside-pages.ts";
import { fromMaker, type MakerTask, type ToMaker, waitedFor } from "./messages.ts";

/** What came of some pages: those that were not made, how many were, and what they gave reason to say. */
export interface MadePages {
  left: string[];
  pages: number;
  messages: Message[];
}

/** A process that makes pages. */
export interface PageMaker {
  /** Makes some pages. Undefined if the process has ended, and then none of them is sure to be made. */
  make: (paths: readonly string[]) => Promise<MadePages | undefined>;
  /** Ends the process. What it noted of its pages; undefined if it ended early. */
  end: () => Promise<PagesRecord | undefined>;
}

const script = join(import.meta.dirname, "process.ts");

/** How a process that makes pages is run. */
export interface MakerOptions {
  /** Its program. */
  program?: string | undefined;
  /** How many papers the archive has, for which it needs memory. */
  papers: number;
  /** For how long it may say nothing while it is to do something, in milliseconds. */
  patience: number;
  /** Called if it said nothing for so long, and has therefore been ended. */
  silent: () => void;
}

/** Starts a process that makes pages. */
export function startMaker(
  task: MakerTask,
  { program = script, papers, patience, silent }: MakerOptions,
): PageMaker {
  let isWhole = false;
  const child = fork(program, {
    cwd: task.root,
    execArgv: [...process.execArgv, ...heapOption(papers)],
  });
  const watch = watchSilence(patience, () => {
    // A process that has made all of its pages, but stays, is only ended.
    if (!isWhole) silent();
    child.kill("SIGKILL");
  });
  const say = (message: ToMaker) => {
    if (child.connected) child.send(message, () => {});
  };
  for (const name of waitedFor) {
    const made = besidePages()?.[name] ?? Promise.resolve(undefined);
    void made.then((digest) => {
      // Its pages may have waited for this.
      if (watch.isOn()) watch.heard();
      say({ type: "beside", name, digest });
    });
  }
  let isEnded = false;
  let answer: ((said: MadePages | undefined) => void) | undefined;
  const ready = Promise.withResolvers<void>();
  child.on("message", (value) => {
    watch.end();
    const said = fromMaker.parse(value);
    if (said.type === "ready") ready.resolve();
    if (said.type === "made") answer?.(said);
    if (said.type === "ended") {
      isWhole = true;
      watch.heard();
    }
  });
  const ended = whenEnded(child).then(() => {
    watch.end();
    isEnded = true;
    ready.resolve();
    answer?.(undefined);
  });
  watch.heard();
  say({ type: "begin", task });
  return {
    make: async (paths) => {
      await ready.promise;
      if (isEnded) return undefined;
      return new Promise<MadePages | undefined>((done) => {
        answer = done;
        watch.heard();
        say({ type: "pages", paths: [...paths] });
      });
    },
    end: async () => {
      watch.heard();
      say({ type: "end" });
      await ended;
      return isWhole ? recordIn(task.record) : undefined;
    },
  };
}

function recordIn(file: string): PagesRecord | undefined {
  try {
    return pagesRecord.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

function whenEnded(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.once("error", () => done());
    child.once("close", () => done());
  });
}
