import { globSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const filesIn = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();

// Imports, re-exports and dynamic imports of a literal.
const importing = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"']+)["']/g;

/** What a file imports: packages by name, files by their path in the project. */
function importsOf(file: string): string[] {
  return [...readFileSync(join(root, file), "utf8").matchAll(importing)].map(([, name = ""]) =>
    name.startsWith(".") ? posix.join(dirname(file), name) : name,
  );
}

/** A file's imports that the test finds wrong, each as `file → import`. */
function wrongImports(files: string[], isWrong: (name: string) => boolean): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter(isWrong)
      .map((name) => `${file} → ${name}`),
  );
}

const core = [
  "ingest",
  "archive",
  "schemas",
  "search",
  "taxonomy",
  "math",
  "visitor",
  "words",
  "explore",
];
const edges = ["project", "integrations", "site", "pages", "layouts", "components"];

// Hashing and reading paths are pure; everything else of Node's reaches out.
const reachesOut = (name: string) =>
  /^(?:astro|vite|@astrojs)(?:$|[:/])/.test(name) ||
  (name.startsWith("node:") && !["node:crypto", "node:path"].includes(name)) ||
  /^(?:fs|child_process|http|https|net|os|process)(?:$|\/)/.test(name);

describe("the core", () => {
  const files = core.flatMap((folder) => filesIn(`src/${folder}/**/*.ts`));

  it("is there to be looked at", () => {
    expect(files.length).toBeGreaterThan(30);
    expect(importsOf("src/ingest/ingest.ts")).toContain("src/ingest/read-seed.ts");
  });

  it("imports no framework and nothing that reaches out of the program", () => {
    expect(wrongImports(files, reachesOut)).toEqual([]);
  });

  it("imports nothing of the edges", () => {
    const isEdge = (name: string) => edges.some((folder) => name.startsWith(`src/${folder}/`));
    expect(wrongImports(files, isEdge)).toEqual([]);
  });

  it("asks for no clock, chance or environment", () => {
    const impure =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.(?:env|argv|cwd)|\bimport\.meta\.env/;
    const inBrowser = (file: string) =>
      file === "src/search/page.ts" || file.startsWith("src/visitor/browser/");
    const found = files.filter(
      (file) => !inBrowser(file) && impure.test(readFileSync(join(root, file), "utf8")),
    );
    expect(found).toEqual([]);
  });
});

describe("pages, layouts and components", () => {
  it("take their papers from the archive, never from ingest", () => {
    const files = ["pages", "layouts", "components", "site"].flatMap((folder) =>
      filesIn(`src/${folder}/**/*.{astro,ts}`),
    );
    expect(files.length).toBeGreaterThan(20);
    expect(wrongImports(files, (name) => name.startsWith("src/ingest/"))).toEqual([]);
  });

  it("of the archive know nothing of ingest either", () => {
    const files = filesIn("src/{archive,search,schemas}/**/*.ts");
    expect(wrongImports(files, (name) => name.startsWith("src/ingest/"))).toEqual([]);
  });
});
