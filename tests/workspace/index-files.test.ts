import { createHash } from "node:crypto";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { IndexFiles, part } from "../../src/workspace/index-cache/index-files.ts";
import { KeptFiles } from "../../src/workspace/index-cache/kept-files.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "offprint-test-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

// Two groups of recent papers have the same file of settled ones, which is empty.
it("has a file once that two groups have", () => {
  const add = (last: ReadonlyMap<string, string>) => {
    const files = new IndexFiles(folder, new KeptFiles(), last);
    const both = [files.addGroup("vectors", [part("")]), files.addGroup("vectors", [part("")])];
    return { files, both };
  };
  const { files, both } = add(new Map());
  const [[path = ""] = []] = files.list;
  expect(both[0]).toEqual(both[1]);
  expect(files.list).toHaveLength(1);
  const bytes = readFileSync(join(folder, path));
  expect(files.bytes).toBe(bytes.length);
  expect(globSync("**/*.bin", { cwd: folder })).toEqual([path]);
  // A site cannot be given a file of the last one twice.
  const sums = new Map([[path, createHash("sha256").update(bytes).digest("hex")]]);
  expect(add(sums).files.same).toEqual([path]);
});
