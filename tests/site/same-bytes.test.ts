import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";

function filesIn(folder: string, pattern: string): Map<string, string> {
  const paths = globSync(pattern, { cwd: folder }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return new Map(files.map((path) => [path, readFileSync(join(folder, path), "latin1")]));
}

describe("building twice from nothing", () => {
  it("gives the same entries, byte for byte", () => {
    const first = filesIn(inject("entries"), "**/*.mdx");
    expect(first.size).toBe(62);
    expect(filesIn(inject("entriesAgain"), "**/*.mdx")).toEqual(first);
  });

  it("gives the same search index, byte for byte", () => {
    const pattern = "{pagefind,search/parts}/**/*";
    const first = filesIn(inject("site"), pattern);
    expect(first.size).toBeGreaterThan(20);
    expect(filesIn(inject("siteAgain"), pattern)).toEqual(first);
  });

  it("gives the same pages, styles and scripts, byte for byte", () => {
    const pattern = "**/*.{html,css,js,svg,txt,woff2}";
    const first = filesIn(inject("site"), pattern);
    expect(first.size).toBeGreaterThan(200);
    expect(filesIn(inject("siteAgain"), pattern)).toEqual(first);
  });
});
