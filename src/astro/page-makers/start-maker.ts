import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Message } from "../../schemas/message.ts";
import { type PagesRecord, pagesRecord } from "../../workspace/unchanged/last-pages.ts";
import { besidePages } from "../integrations/beside-pages.ts";
import { fromMaker, type MakerTask, type ToMaker, waitedFor } from "./messages.ts";

/** What came of some pages: those that were not made, and how many were. */
export interface MadePages {
  left: string[];
  pages: number;
}

/** A process that makes pages. */
export interface PageMaker {
  /** Makes some pages. If the process has ended, all of them are left. */
  make: (paths: readonly string[]) => Promise<MadePages>;
  /** Ends the process. What it noted of its pages; undefined if it ended early. */
  end: () => Promise<{ messages: Message[]; record: PagesRecord } | undefined>;
}

const script = join(import.meta.dirname, "process.ts");

/** Starts a process that makes pages. `program` is its program. */
export function startMaker(task: MakerTask, program: string = script): PageMaker {
  const child = fork(program, { cwd: task.root });
  const say = (message: ToMaker) => {
    if (child.connected) child.send(message, () => {});
  };
  for (const name of waitedFor) {
    const made = besidePages()?.[name] ?? Promise.resolve(undefined);
    void made.then((digest) => say({ type: "beside", name, digest }));
  }
  let isEnded = false;
  let answer: ((said: MadePages | undefined) => void) | undefined;
  let messages: Message[] | undefined;
  const ready = Promise.withResolvers<void>();
  child.on("message", (value) => {
    const said = fromMaker.parse(value);
    if (said.type === "ended") messages = said.messages;
    if (said.type !== "ready") return;
    ready.resolve();
    answer?.(said);
  });
  const ended = whenEnded(child).then(() => {
    isEnded = true;
    ready.resolve();
    answer?.(undefined);
  });
  say({ type: "begin", task });
  return {
    make: async (paths) => {
      await ready.promise;
      if (isEnded) return { left: [...paths], pages: 0 };
      const said = await new Promise<MadePages | undefined>((done) => {
        answer = done;
        say({ type: "pages", paths: [...paths] });
      });
      return said ?? { left: [...paths], pages: 0 };
    },
    end: async () => {
      say({ type: "end" });
      await ended;
      const record = messages && recordIn(task.record);
      return messages && record && { messages, record };
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
