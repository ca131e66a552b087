import { existsSync, globSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { drawArchitecture } from "../scripts/architecture/draw.ts";
import { floors, type Platform } from "../scripts/architecture/rooms.ts";

const root = join(import.meta.dirname, "..");

const files = globSync("{src,scripts}/**/*.{astro,mdx,{,c,m}{j,t}s{,x}}", { cwd: root })
  .map((path) => path.replaceAll("\\", "/"))
  .sort();

// Imports, re-exports and dynamic imports of a literal; types as well.
const importing = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"']+)["']/g;

/** What a file imports: packages by name, files by their path from the root. */
function importsOf(file: string): string[] {
  return [...readFileSync(join(root, file), "utf8").matchAll(importing)].map(([, name = ""]) =>
    name.startsWith(".") ? posix.join(dirname(file), name) : name,
  );
}

/** A file's text without comments. */
function codeOf(file: string): string {
  return readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
}

const imports = new Map(files.map((file) => [file, importsOf(file)]));

function roomOf(file: string): string | undefined {
  const [top, second = ""] = file.split("/");
  if (top === "scripts") return "scripts";
  return top === "src" && file.split("/").length > 2 ? second : undefined;
}

function floorOf(room: string): number {
  return floors.findIndex((rooms) => rooms.some(({ name }) => name === room));
}

/** Whether a room may import from another one on its floor. */
function isBeside(from: string, to: string): boolean {
  return floors.flat().some(({ name, besides }) => name === from && besides?.includes(to));
}

/** The names of the rooms whose platforms meet a condition. */
function roomsWhere(holds: (platforms: readonly Platform[]) => boolean): string[] {
  return floors
    .flat()
    .filter(({ platforms }) => holds(platforms))
    .map(({ name }) => name);
}

/** The imports that break a rule, each as `file → import`. */
function wrongImports(
  among: (file: string) => boolean,
  isWrong: (name: string, file: string) => boolean,
): string[] {
  return files
    .filter(among)
    .flatMap((file) =>
      (imports.get(file) ?? [])
        .filter((name) => isWrong(name, file))
        .map((name) => `${file} → ${name}`),
    );
}

const inRooms =
  (...rooms: string[]) =>
  (file: string) =>
    rooms.includes(roomOf(file) ?? "");

const pure = roomsWhere((platforms) => platforms.length === 0);
const withoutNode = roomsWhere((platforms) => !platforms.includes("node"));
const withoutAstro = roomsWhere((platforms) => !platforms.includes("astro"));

describe("the rooms of the source", () => {
  it("each have a floor", () => {
    const rooms = new Set(files.flatMap((file) => roomOf(file) ?? []));
    expect([...rooms].filter((room) => floorOf(room) < 0)).toEqual([]);
    expect(imports.get("src/ingest/ingest.ts")).toContain("src/ingest/read-records.ts");
  });

  it("have all files of the source, which import no file outside of them", () => {
    const isOutside = (name: string) => roomOf(name) === undefined;
    // Astro looks for it there.
    expect(files.filter(isOutside)).toEqual(["src/content.config.ts"]);
    const isFileOutside = (name: string) => isOutside(name) && existsSync(join(root, name));
    const inSource = (file: string) => file.startsWith("src/") && !isOutside(file);
    expect(wrongImports(inSource, isFileOutside)).toEqual([]);
  });

  it("import only from floors below them", () => {
    const runsUp = (name: string, file: string) => {
      const [from, to] = [roomOf(file), roomOf(name)];
      if (!from || !to || from === to) return false;
      return floorOf(to) >= floorOf(from) && !isBeside(from, to);
    };
    expect(wrongImports(() => true, runsUp)).toEqual([]);
  });

  it("have no circular imports, types included", () => {
    expect(circles()).toEqual([]);
  });
});

/** Every circle of imports among the files. */
function circles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: string[]) => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file].join(" → "));
    if (at >= 0 || done.has(file)) return;
    for (const name of imports.get(file) ?? []) if (imports.has(name)) visit(name, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
}

// Hashing and path functions are pure. All other Node modules have side effects.
const ofNode = (name: string) => isBuiltin(name) && !["node:crypto", "node:path"].includes(name);
const ofAstro = (name: string) => /^(?:astro|vite|@astrojs)(?:$|[:/])/.test(name);

const { overrides } = z
  .object({
    overrides: z.array(
      z.object({
        includes: z.array(z.string()),
        linter: z.object({
          rules: z.object({
            style: z.object({
              noRestrictedGlobals: z
                .object({ options: z.object({ deniedGlobals: z.record(z.string(), z.string()) }) })
                .optional(),
            }),
          }),
        }),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(root, "biome.json"), "utf8")));

describe("the core", () => {
  it("does not import Node", () => {
    expect(wrongImports(inRooms(...withoutNode), ofNode)).toEqual([]);
    expect(wrongImports(inRooms("client"), isBuiltin)).toEqual([]);
  });

  it("uses node:crypto for hashes alone, not for random numbers", () => {
    const names = files
      .filter(inRooms(...withoutNode))
      .flatMap((file) => [...codeOf(file).matchAll(/\bimport\s+([^;"']*)\bfrom "node:crypto"/g)])
      .map(([, imported = ""]) => imported.trim());
    expect([...new Set(names)].sort()).toEqual(["{ createHash }", "{ hash }"]);
  });

  it("is linted for globals of Node and browsers, room by room", () => {
    const denied = (global: string) =>
      overrides
        .filter(
          ({ linter }) => linter.rules.style.noRestrictedGlobals?.options.deniedGlobals[global],
        )
        .flatMap(({ includes }) => includes)
        .sort();
    const foldersOf = (rooms: string[]) => rooms.map((name) => `src/${name}/**`).sort();
    expect(denied("process")).toEqual(foldersOf(withoutNode));
    expect(denied("document")).toEqual(foldersOf(pure));
    expect(denied("performance")).toEqual(foldersOf(pure));
  });

  it("does not import Astro", () => {
    expect(wrongImports(inRooms(...withoutAstro), ofAstro)).toEqual([]);
  });

  it("does not read the clock or a build's variables, nor draw random numbers", () => {
    const impure = /\bDate\.now\b|\bnew Date\b(?!\([^)])|\bMath\.random\b|\bimport\.meta\b/;
    const found = files.filter(inRooms(...pure)).filter((file) => impure.test(codeOf(file)));
    expect(found).toEqual([]);
  });

  it("imports Pagefind only where it is run", () => {
    const runs = (file: string) => file === "src/workspace/run-pagefind.ts";
    expect(
      wrongImports(
        (file) => !runs(file),
        (name) => name === "pagefind",
      ),
    ).toEqual([]);
  });

  it("knows the format and the files of Pagefind's index in search/pagefind/ alone", () => {
    const isCodec = (name: string) => /cbor/i.test(name);
    const inPagefind = (file: string) => file.startsWith("src/search/pagefind/");
    expect(wrongImports((file) => !inPagefind(file), isCodec)).toEqual([]);
    expect(wrongImports(inPagefind, isCodec)).toEqual([
      "src/search/pagefind/index-chunk.ts → @levischuck/tiny-cbor",
      "src/search/pagefind/write-chunks.ts → src/search/pagefind/cbor-writer.ts",
    ]);
    // A file's name, a path in its folder, or the signature of its files.
    const format = /pf_(?:index|meta|fragment|filter)|["'`(^:]pagefind\/|pagefind_dcd/;
    const found = files.filter((file) => file.startsWith("src/") && format.test(codeOf(file)));
    expect(found).toEqual([
      "src/search/pagefind/chunk-files.ts",
      "src/search/pagefind/index-chunk.ts",
    ]);
  });
});

describe("pages, layouts and components", () => {
  it("take their papers from the archive, never from ingest", () => {
    const among = inRooms("pages", "layouts", "components", "astro", "client");
    expect(wrongImports(among, (name) => name.startsWith("src/ingest/"))).toEqual([]);
  });
});

describe("docs/architecture.svg", () => {
  it("is drawn from the table of rooms (`npm run docs:architecture` draws it again)", () => {
    const drawn = readFileSync(join(root, "docs/architecture.svg"), "utf8");
    expect(drawn).toBe(drawArchitecture());
    for (const { name } of floors.flat()) expect(drawn).toContain(`>${name}/</text>`);
  });
});
