import { existsSync, realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { normalizePath, type Plugin } from "vite";

/** The link to the workspace that commands run in if Vite cannot read the name of its folder. */
const link = process.env["OFFPRINT_PLAIN_PATH"];

/** Settings and plugins with which Vite stays in that link (see `scripts/plain-root.ts`). */
export function plainPaths(): { preserveSymlinks: boolean; plugins: Plugin[] } {
  if (link === undefined) return { preserveSymlinks: false, plugins: [] };
  return { preserveSymlinks: true, plugins: [loadsReal(link)] };
}

/** Astro names one of its own modules by the real path, which Vite cannot load. */
function loadsReal(folder: string): Plugin {
  const real = `${normalizePath(realpathSync(folder))}/`;
  return {
    name: "offprint:plain-paths",
    enforce: "pre",
    load: (id) => (id.startsWith(real) && existsSync(id) ? readFile(id, "utf8") : null),
  };
}
