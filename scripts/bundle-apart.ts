import { fork } from "node:child_process";
import { join } from "node:path";
import { dropBundle, hasBundle, shareBundle } from "../src/workspace/bundle/kept-bundles.ts";
import { patienceFor, watchSilence } from "../src/workspace/patience.ts";

/** The bundles that processes of this one make, by their keys, and whether that went well. */
const inWork = new Map<string, Promise<boolean>>();

/**
 * Begins to make the bundles of a site in a process of its own, as they do not depend on the papers. With `fresh`, also
 * if there are some that were made from the same. `present` is the key of what there is now.
 */
export function beginBundles(
  { root }: { root: string },
  key: string,
  { fresh = false, present }: { fresh?: boolean; present?: () => string | undefined } = {},
): void {
  if (inWork.has(key)) return;
  if (fresh) dropBundle({ root }, key);
  if (hasBundle({ root }, key)) return;
  const task = JSON.stringify({ key, root });
  const child = fork(join(import.meta.dirname, "bundle-process.ts"), [task], {
    cwd: root,
    // Few builds bundle, so that keeping compiled code would take longer than all of them gain.
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" },
    // What is printed is about code of the owner's. If it ends the process, the build says so when it does the same.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  // The build makes them itself if this one never does.
  const watch = watchSilence(patienceFor(0), () => child.kill("SIGKILL"));
  watch.heard();
  child.once("close", watch.end);
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (text: Buffer) => printed.push(text));
  inWork.set(
    key,
    new Promise((done) => {
      child.once("error", () => done(false));
      child.once("close", () => done(false));
      child.once("message", (value) => {
        let isKept = Reflect.get(Object(value), "isKept") === true;
        // What was edited meanwhile may be in them or not.
        if (isKept && present && present() !== key) {
          dropBundle({ root }, key);
          isKept = false;
        }
        if (isKept) {
          process.stderr.write(Buffer.concat(printed));
          shareBundle({ root }, key);
        }
        done(isKept);
      });
    }),
  );
}

/** Whether bundles that were begun are kept now, once that is known; undefined if they were not begun. */
export function bundlesBegun(key: string): Promise<boolean> | undefined {
  return inWork.get(key);
}
