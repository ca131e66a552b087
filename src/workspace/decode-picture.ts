import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

/** Runs in a thread: decodes each picture with the settings of the build, and answers by a number. */
const decoder = `
  const { parentPort, workerData } = require("node:worker_threads");
  const answer = new Int32Array(workerData.answer);
  parentPort.on("message", async (bytes) => {
    let found = 1;
    try {
      const sharp = require(workerData.sharp);
      await sharp(bytes, { failOn: "truncated", pages: -1 }).stats();
    } catch {
      found = 2;
    }
    Atomics.store(answer, 0, found);
    Atomics.notify(answer, 0);
  });
`;

/** In milliseconds. */
const longest = 60_000;

const answer = new SharedArrayBuffer(4);
let thread: Worker | undefined;

/**
 * Whether the build can decode all of a picture, whatever its header promises. Waits for a thread that
 * does it, because libvips has no other way than promises.
 */
export function canDecode(bytes: Uint8Array): boolean {
  const state = new Int32Array(answer);
  Atomics.store(state, 0, 0);
  thread ??= start();
  thread.postMessage(bytes);
  Atomics.wait(state, 0, 0, longest);
  const isDone = Atomics.load(state, 0) !== 0;
  // One that hangs would answer later, and then for another picture.
  if (!isDone) {
    void thread.terminate();
    thread = undefined;
  }
  return Atomics.load(state, 0) === 1;
}

function start(): Worker {
  const sharp = createRequire(import.meta.url).resolve("sharp");
  const worker = new Worker(decoder, { eval: true, workerData: { answer, sharp } });
  // It must not keep the command from ending.
  worker.unref();
  return worker;
}
