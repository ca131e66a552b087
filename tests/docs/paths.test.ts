import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { codeSpansOf, maintainersPages, pages, root } from "./pages.ts";

/** Files that owners or commands create, and the sample, which owners delete. */
const ownersFiles = [
  /^content\/(?:site\.yaml|topics\.yaml|lexicon\.yaml|removed\.yaml|added\.jsonl|addresses\.jsonl|links\.yaml|theme\.css|recipients\.txt|recipients\.sent\.jsonl)$/,
  /^content\/(?:notes|pages|components|overrides|papers)\//,
  /^seeds\/(?:added\/|refs\.bib$|zotero\.bib$|daily-papers-11-13\.txt$)/,
];

/** Paths below the folders of the repository that a page names in code spans. */
function pathsIn(spans: string[]): string[] {
  return spans.filter((code) =>
    /^(?:src|scripts|tests|docs|public|content|seeds|\.github)\/[^\s]*$/.test(code),
  );
}

function isThere(path: string): boolean {
  if (ownersFiles.some((pattern) => pattern.test(path))) return true;
  // Brackets are part of the names of Astro's routes.
  return (
    existsSync(join(root, path)) || (/\*/.test(path) && globSync(path, { cwd: root }).length > 0)
  );
}

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}

function anchorsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));
}

/** Relative links and pictures, of Markdown and HTML. */
function linksIn(text: string): string[] {
  const prose = text.replace(/^ *```.*?^ *```$/gms, "").replace(/`[^`\n]+`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)|\b(?:src|href)="([^"]+)"/g)]
    .map(([, markdown, html]) => markdown ?? html ?? "")
    .filter((link) => !/^[a-z]+:/.test(link));
}

describe.each([...pages, ...maintainersPages])("$path", (page) => {
  it("names only files and folders that exist", () => {
    expect(pathsIn(codeSpansOf(page)).filter((path) => !isThere(path))).toEqual([]);
  });

  it("links only to files and headings that exist", () => {
    const broken = linksIn(page.text).filter((link) => {
      const [path = "", anchor] = link.split("#");
      const file = path === "" ? page.path : posix.join(dirname(page.path), path);
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && !anchorsOf(file).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});

describe("the pages for maintainers", () => {
  it("name only commands that package.json has", () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
    const named = maintainersPages.flatMap(({ text }) =>
      [...text.matchAll(/\bnpm run ([\w:]+)/g)].map(([, name = ""]) => name),
    );
    expect(named).toContain("math:train");
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe("the documentation", () => {
  it("has pictures of less than 250 kB each", () => {
    const pictures = globSync("docs/pictures/*.webp", { cwd: root });
    expect(pictures.length).toBe(4);
    const large = pictures.filter((path) => statSync(join(root, path)).size >= 250_000);
    expect(large).toEqual([]);
  });

  it("names many paths, and every page is reached from the README", () => {
    expect(pages.flatMap((page) => pathsIn(codeSpansOf(page))).length).toBeGreaterThan(40);
    const readme = pages.find(({ path }) => path === "README.md");
    const reached = linksIn(readme?.text ?? "").map((link) => link.replace(/#.*$/, ""));
    const docs = pages.map(({ path }) => path).filter((path) => path.startsWith("docs/"));
    expect(docs.filter((path) => !reached.includes(path))).toEqual([]);
  });
});
