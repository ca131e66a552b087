import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  archiveOf,
  archiveOfExport,
  exported,
  readableFormats,
} from "../fixtures/export-and-read.ts";

const folder = join(import.meta.dirname, "../fixtures/references");
const files = globSync("*", { cwd: folder }).sort();

describe.each(readableFormats.map((format) => [format.key, format] as const))("%s", (_, format) => {
  it.each(files)("has the same bytes after it was read into an empty archive: %s", (name) => {
    const seed = { path: `seeds/${name}`, bytes: readFileSync(join(folder, name)) };
    const papers = archiveOf(seed);
    expect(papers).not.toEqual([]);
    const first = exported(format, papers);
    expect(exported(format, archiveOfExport(format, first))).toBe(first);
  });
});
