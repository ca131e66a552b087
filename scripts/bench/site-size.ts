import { globSync, statSync } from "node:fs";
import { join } from "node:path";
import type { SiteSize } from "./results.ts";

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
