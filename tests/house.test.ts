import { globSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/**
 * The rooms of the source, floor by floor from the ground up. A file imports from its own room and
 * from the floors below it.
 */
const floors = [
  ["text", "schemas", "i18n"],
  ["math", "topics"],
  ["archive"],
  ["ingest", "search"],
  ["notes", "client"],
  ["workspace"],
  ["astro"],
  ["pages", "layouts", "components", "styles", "scripts"],
] as const;

/** Imports between two rooms of one floor that are allowed: they run one way only. */
const beside: Readonly<Record<string, readonly string[]>> = {
  text: ["schemas"],
  schemas: ["i18n"],
  pages: ["layouts", "components", "styles"],
  layouts: ["components", "styles"],
  components: ["layouts", "styles"],
};

const files = globSync("{src,scripts}/**/*.{ts,astro,mjs}", { cwd: root })
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

const imports = new Map(files.map((file) => [file, importsOf(file)]));

function roomOf(file: string): string | undefined {
  const [top, second = ""] = file.split("/");
  if (top === "scripts") return "scripts";
  return top === "src" && file.split("/").length > 2 ? second : undefined;
}

function floorOf(room: string): number {
  return floors.findIndex((rooms) => rooms.some((one) => one === room));
}

/** Imports that the test finds wrong, each as `file → import`. */
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

const pure = ["text", "schemas", "i18n", "math", "topics", "archive", "ingest", "search", "notes"];

describe("the rooms of the source", () => {
  it("are all on a floor", () => {
    const rooms = new Set(files.flatMap((file) => roomOf(file) ?? []));
    expect([...rooms].filter((room) => floorOf(room) < 0)).toEqual([]);
    expect(imports.get("src/ingest/ingest.ts")).toContain("src/ingest/read-seed.ts");
  });

  it("import only from floors below them", () => {
    const runsUp = (name: string, file: string) => {
      const [from, to] = [roomOf(file), roomOf(name)];
      if (!from || !to || from === to) return false;
      // The chain applies notes, which stand a floor higher; the next change hands them in.
      if (from === "ingest" && to === "notes") return false;
      return floorOf(to) >= floorOf(from) && !(beside[from] ?? []).includes(to);
    };
    expect(wrongImports(() => true, runsUp)).toEqual([]);
  });

  it("hold no circle of files, types included", () => {
    expect(circles()).toEqual([]);
  });
});

/** Every circle of imports that a walk through all files meets. */
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

// Hashing and paths of text are pure; everything else of Node's reaches out.
const ofNode = (name: string) =>
  (name.startsWith("node:") && !["node:crypto", "node:path"].includes(name)) ||
  /^(?:fs|child_process|http|https|net|os|process)(?:$|\/)/.test(name);
const ofAstro = (name: string) => /^(?:astro|vite|@astrojs)(?:$|[:/])/.test(name);

describe("the core", () => {
  it("knows no Node", () => {
    expect(wrongImports(inRooms(...pure), ofNode)).toEqual([]);
    expect(wrongImports(inRooms("client"), (name) => name.startsWith("node:"))).toEqual([]);
  });

  it("knows no Astro: only astro/ and what shows pages does", () => {
    const knows = inRooms("astro", "pages", "layouts", "components", "styles");
    const isScript = inRooms("scripts");
    const among = (file: string) => roomOf(file) !== undefined && !knows(file) && !isScript(file);
    expect(wrongImports(among, ofAstro)).toEqual([]);
  });

  it("asks for no clock, chance, environment or browser", () => {
    const impure =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.(?:env|argv|cwd)|\bimport\.meta\.env|\b(?:window\.|localStorage\.|navigator\.|document\.(?:querySelector|getElement|createElement|body|title))/;
    const found = files
      .filter(inRooms(...pure))
      .filter((file) =>
        impure.test(
          readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ""),
        ),
      );
    expect(found).toEqual([]);
  });

  it("names Pagefind where its files are written and read, and nowhere else", () => {
    const knows = (file: string) =>
      file.startsWith("src/search/pagefind/") || file === "src/workspace/write-search.ts";
    expect(
      wrongImports(
        (file) => !knows(file),
        (name) => name === "pagefind",
      ),
    ).toEqual([]);
  });
});

describe("pages, layouts and components", () => {
  it("take their papers from the archive, never from ingest", () => {
    const among = inRooms("pages", "layouts", "components", "astro", "client");
    expect(wrongImports(among, (name) => name.startsWith("src/ingest/"))).toEqual([]);
  });
});
