import { type BesideOptions, type BesidePages, startBeside } from "../../workspace/beside/start.ts";

const key = Symbol.for("offprint.beside-pages");

/** What the process beside the pages makes in this build, or last made in this preview. */
export function besidePages(): BesidePages | undefined {
  // Pages and integrations are in different bundles, so they would not share a module's variable.
  return Reflect.get(globalThis, key);
}

/** Starts the process for a build, and stops the one of a build that failed. */
export function startBesidePages(root: string, folder: string, options: BesideOptions = {}): void {
  stopBesidePages();
  Reflect.set(globalThis, key, startBeside(root, folder, options));
}

/** Says what the process beside the pages does, in a process that did not start it. */
export function followBesidePages(beside: BesidePages): void {
  Reflect.set(globalThis, key, beside);
}

/** Stops the process, unless it has ended. */
export function stopBesidePages(): void {
  besidePages()?.stop();
  Reflect.deleteProperty(globalThis, key);
}
