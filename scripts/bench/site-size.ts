import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { z } from "zod";
import { searchRoot } from "../../src/search/engine/paths.ts";
import type { readersLoad, SiteSize } from "./results.ts";

/** How large the site in a folder is. */
export function sizeOfSite(folder: string): SiteSize {
  const files = globSync("**/*", { cwd: folder })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
  return {
    pages: files.filter((path) => path.endsWith(".html")).length,
    files: files.length,
    bytes: files.reduce((sum, path) => sum + statSync(path).size, 0),
  };
}

/** What a browser loads of Offprint's site in a folder. */
export function readersLoadOf(folder: string): z.infer<typeof readersLoad> {
  const sizeOf = (path: string) => statSync(join(folder, path)).size;
  const offline = globSync("offline/*.{pack,list}", { cwd: folder });
  return {
    map: gzipSync(readFileSync(join(folder, "explore/map.json"))).length,
    // It is compressed already.
    search: sizeOf(searchRoot),
    offline: offline.reduce((sum, path) => sum + sizeOf(path), 0),
  };
}
