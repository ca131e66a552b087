import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { howEnded } from "../../src/workspace/how-ended.ts";

const answer = z.object({ fault: z.string().optional() });

/** What the process answers after an update: why it failed, if it did. */
export type Answer = z.infer<typeof answer>;

/** The process that keeps the entries of a preview up to date. */
export interface PreviewIngest {
  /** Updates the entries. Rejected with the reason if that failed; the next call tries again. */
  update: () => Promise<void>;
  stop: () => void;
}

const script = join(import.meta.dirname, "ingest-process.ts");

/** Starts the process when it is needed, and again if it has ended. */
export function startIngest(root: string, program = script): PreviewIngest {
  let running: ChildProcess | undefined;
  const start = () => {
    const child = fork(program, [root], { cwd: root });
    child.once("close", () => {
      if (running === child) running = undefined;
    });
    return child;
  };
  const update = () =>
    new Promise<void>((done, failed) => {
      running ??= start();
      const child = running;
      const ended = (code: number | null, signal: NodeJS.Signals | null) => {
        const how = howEnded(code, signal);
        failed(new Error(`The process that reads the archive ended early, with ${how}.`));
      };
      child.once("close", ended);
      child.once("message", (value) => {
        child.off("close", ended);
        const { fault } = answer.parse(value);
        if (fault === undefined) done();
        else failed(new Error(fault));
      });
      child.send("update");
    });
  return { update, stop: () => running?.kill("SIGKILL") };
}
