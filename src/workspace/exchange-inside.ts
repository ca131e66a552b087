import { existsSync } from "node:fs";
import { cp, mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";

/**
 * How a site is replaced if its folder cannot be renamed, as with a mount point: its files and folders
 * are exchanged one by one. `part` is the next site until it is complete, `next` from then on, and
 * `rest` once the last site is out of the way.
 */
const prefix = ".offprint-";

function inside(site: string): { part: string; next: string; rest: string; last: string } {
  const at = (name: string) => join(site, prefix + name);
  return { part: at("part"), next: at("next"), rest: at("rest"), last: at("last") };
}

/** Where in a site's folder its next one is built. */
export function stagedInside(site: string): string {
  return inside(site).part;
}

/** Copies a complete site into the folder of the last one, to be exchanged there. */
export async function moveInside(from: string, site: string): Promise<void> {
  const { part } = inside(site);
  await rm(part, { recursive: true, force: true });
  await cp(from, part, { recursive: true, preserveTimestamps: true });
}

/** Puts the site that is staged inside in the place of the last one. */
export async function exchangeInside(site: string): Promise<void> {
  const { part, next } = inside(site);
  await rename(part, next);
  await settleInside(site);
}

/** Completes an exchange that has begun, and clears what is left of others. */
export async function settleInside(site: string): Promise<void> {
  if (!existsSync(site)) return;
  const { part, next, rest, last } = inside(site);
  if (existsSync(next)) {
    await mkdir(last, { recursive: true });
    for (const name of await readdir(site)) {
      if (name !== ".git" && !name.startsWith(prefix)) {
        await rename(join(site, name), join(last, name));
      }
    }
    await rename(next, rest);
  }
  if (existsSync(rest)) {
    for (const name of await readdir(rest)) await rename(join(rest, name), join(site, name));
    await rmdir(rest);
  }
  for (const path of [part, last]) await rm(path, { recursive: true, force: true });
}
