import { readFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Machine } from "./results.ts";

const manifest = z.object({ version: z.string(), dependencies: z.record(z.string(), z.string()) });

/** This machine, and the versions of what a benchmark compares. */
export function thisMachine(root: string): Machine {
  const read = (path: string) => manifest.parse(JSON.parse(readFileSync(join(root, path), "utf8")));
  const own = read("package.json");
  const others = read("scripts/bench/others/package.json").dependencies;
  const versions: [name: string, version: string | undefined][] = [
    ["Offprint", own.version],
    ["Astro", own.dependencies["astro"]],
    ["Eleventy", others["@11ty/eleventy"]],
    ["markdown-it", others["markdown-it"]],
    ["KaTeX", others["katex"]],
    ["Pagefind", others["pagefind"]],
  ];
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memory: totalmem(),
    system: `${type()} ${release()}`,
    node: process.version,
    versions: Object.fromEntries(versions.map(([name, version]) => [name, version ?? ""])),
  };
}
