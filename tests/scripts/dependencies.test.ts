import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "../..");
const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));

/** The commands for the owner of an archive. The others are for work on the engine. */
const commands = [
  "start",
  "dev",
  "build",
  "ingest",
  "add",
  "fetch-daily",
  "list",
  "remove",
  "note",
  "doctor",
  "export",
  "digest",
  "math-report",
  "math-restore",
];

// Type-only imports do not exist at run time.
const importing =
  /^\s*(?:import|export)\s+(?!type\b)(?:[^"';]*?\bfrom\s*)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(importing)].map(([, name = "", dynamic = ""]) => name || dynamic);
}

/** The files of scripts that the owner's commands load, and all files of the site. */
function loadedFiles(): string[] {
  const files = new Set([
    "astro.config.mjs",
    ...commands.map((name) => `scripts/${name}.ts`),
    ...globSync("src/**/*.{ts,astro}", { cwd: root }),
  ]);
  for (const file of files) {
    for (const name of importsOf(file)) {
      const path = join(dirname(file), name);
      if (name.startsWith(".") && path.startsWith("scripts/")) files.add(path);
    }
  }
  return [...files];
}

function packageOf(name: string): string {
  return name.split("/", name.startsWith("@") ? 2 : 1).join("/");
}

describe("npm ci --omit=dev", () => {
  it("installs every package that the owner's commands and the site import", () => {
    const packages = new Set(
      loadedFiles()
        .flatMap(importsOf)
        .filter((name) => /^@?[a-z]/.test(name) && !/^(?:node|astro|virtual):/.test(name))
        .map(packageOf),
    );
    expect(packages).toContain("astro");
    expect([...packages].filter((name) => !(name in manifest.dependencies))).toEqual([]);
  });

  it("installs Node 24, which runs the commands where the system has an older one", () => {
    expect(manifest.dependencies["node"]).toMatch(/^24\./);
    const asked = readFileSync(join(root, ".node-version"), "utf8").trim();
    expect(manifest.dependencies["node"]).toBe(asked);
  });

  it("installs exact versions", () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(
      versions.filter((version) => !/^(?:npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/.test(version)),
    ).toEqual([]);
  });
});
