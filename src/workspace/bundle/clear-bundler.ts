import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What bundling leaves in `.cache/`: bundles, and what Astro and Vite keep. */
const ofBundler = ["bundles", "astro", "vite"];

/**
 * Removes what bundling has left in a folder `.cache/` that it has made, and the folder if nothing else is in it: another command
 * may have begun meanwhile.
 */
export function clearBundler(cache: string): void {
  for (const name of ofBundler) rmSync(join(cache, name), { recursive: true, force: true });
  if (existsSync(cache) && readdirSync(cache).length === 0) rmdirSync(cache);
}
