import { defined } from "../../schemas/defined.ts";
import { stageTimer } from "../stage-times.ts";
import { makeBeside } from "./make-beside.ts";
import type { BesideTask, Step } from "./steps.ts";

/** Does the task of a process beside the one that makes the pages, says so after each step, and lets the process end. */
export async function serveBeside({ root, folder, lastSite }: BesideTask): Promise<void> {
  const timed = stageTimer();
  let sent = Promise.resolve();
  const done = (step: Step) => {
    timed(step.name);
    sent = new Promise((done) => {
      process.send?.(step, () => done());
    });
  };
  await makeBeside(root, folder, { done, ...defined({ lastSite }) });
  await sent;
  process.disconnect();
}
