import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder } from "../../src/workspace/make-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "folders-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a folder", () => {
  it("is made with those above it, also by two at once, and stays if it exists", async () => {
    const path = join(folder, "a/b/c");
    await Promise.all([makeFolder(path), makeFolder(path)]);
    await makeFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it("is refused below a file, and where no folder can be made", async () => {
    writeFileSync(join(folder, "file"), "");
    await expect(makeFolder(join(folder, "file"))).rejects.toThrow(/EEXIST/);
    await expect(makeFolder(join(folder, "file/below"))).rejects.toThrow(/ENOTDIR/);
    await expect(makeFolder("/proc/none/below")).rejects.toThrow();
  });
});
