import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

const engine = ["src", "scripts", "public", "astro.config.mjs", "tsconfig.json", "package.json"];

/**
 * Makes a workspace in a folder, with this engine and no seeds: for benchmarks and tests. Deletes
 * what was in the folder. Packages are linked, not copied.
 */
export function copyEngine(root: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "seeds"), { recursive: true });
  for (const part of engine) {
    if (existsSync(join(root, part)))
      cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
}
