import { stageTimer } from "../stage-times.ts";
import { makeBeside } from "./make-beside.ts";

/**
 * A process beside the one that makes the pages. Its parameters are the workspace, and the folder for the
 * search index. It ends with the process that started it, however that ends.
 */
const [, , root = "", folder = ""] = process.argv;

process.once("disconnect", () => process.exit());
const timed = stageTimer();
let sent = Promise.resolve();
await makeBeside(root, folder, (step) => {
  timed(step.name);
  sent = new Promise((done) => {
    process.send?.(step, () => done());
  });
});
await sent;
process.disconnect();
