import { defined } from "../../schemas/defined.ts";
import { stageTimer } from "../stage-times.ts";
import { makeBeside } from "./make-beside.ts";
import type { Step } from "./steps.ts";

/**
 * A process beside the one that makes the pages. Its parameters are the workspace, the folder for the
 * search index, and that of the last site if it is as it was built. It ends with the process that started it, however that ends.
 */
const [, , root = "", folder = "", lastSite] = process.argv;

process.once("disconnect", () => process.exit());
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
