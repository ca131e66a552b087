import { mkdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { at, describeError } from "../../src/workspace/system-error.ts";

/** An error as Node makes it for a call of the system. */
function systemError(code: string, more: object = {}): Error {
  return Object.assign(new Error(`${code}: in the words of the system`), {
    code,
    syscall: "write",
    ...more,
  });
}

const failureOf = (work: Promise<unknown>) => work.then(() => undefined, describeError);

describe("an error", () => {
  it.each([
    [systemError("ENOSPC", { path: "/a/b" }), "/a/b cannot be written: the disk is full (ENOSPC)"],
    [
      systemError("EROFS", { path: "/a", dest: "/b" }),
      "/b cannot be written: the disk is read-only (EROFS)",
    ],
    [new Error("in words"), "in words"],
    [new Error("", { cause: systemError("EACCES", { path: "/a" }) }), /^\/a cannot be read or wri/],
    [new AggregateError([new Error("one"), new Error("two")], ""), "one\ntwo"],
    [new TypeError(""), "an error without a message: TypeError. To see where, set DEBUG=1"],
    ["thrown text", "thrown text"],
  ])("%s is described in words", (error, words) => {
    expect(describeError(error)).toMatch(words);
  });

  it("of the system is described with its file or folder", async () => {
    const file = join(tmpdir(), `offprint-${process.pid}.txt`);
    await writeFile(file, "");
    expect(await failureOf(readFile(`${file}/a`))).toBe(
      `${file}/a cannot be reached: part of its path is a file, not a folder (ENOTDIR)`,
    );
    expect(await failureOf(mkdir(file))).toBe(
      `${file} already exists and is not a folder (EEXIST)`,
    );
    expect(await failureOf(readFile(tmpdir()))).toContain("is a folder, not a file (EISDIR)");
  });

  it("of the system that has no path gets that of the work", async () => {
    const full = at("/the/site", () => Promise.reject(systemError("ENOSPC")));
    expect(await failureOf(full)).toBe("/the/site cannot be written: the disk is full (ENOSPC)");
    const named = at("/the/site", () => Promise.reject(systemError("EIO", { path: "/a" })));
    expect(await failureOf(named)).toMatch(/^\/a cannot be read/);
  });
});
