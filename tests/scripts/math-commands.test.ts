import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

function run(script: string, args: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`scripts/${script}.ts`, ...args],
    { input, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

describe("math-restore", () => {
  it("answers each line with a line, and names those that are no JSON string", () => {
    const lines = [
      JSON.stringify("regularizing the chi^2 divergence"),
      "chi^2",
      JSON.stringify("costs $5\u2028and no more"),
      "42",
      "",
    ];
    const { status, stdout, stderr } = run("math-restore", [], lines.join("\n"));
    expect(status).toBe(1);
    expect(stdout.split("\n")).toEqual([
      JSON.stringify("regularizing the $\\chi^2$ divergence"),
      "",
      JSON.stringify("costs $5\u2028and no more"),
      "",
      "",
    ]);
    expect(stderr).toBe("line 2: not a JSON string: chi^2\nline 4: not a JSON string: 42\n");
  });

  it("takes a first line with a byte order mark", () => {
    expect(run("math-restore", [], '\uFEFF"in $5"\n')).toEqual({
      status: 0,
      stdout: '"in $5"\n',
      stderr: "",
    });
  });

  it("ends quietly when whoever reads has had enough", () => {
    const command = `"${process.execPath}" scripts/math-restore.ts | head -n 1`;
    const input = '"in L^infty"\n'.repeat(20_000);
    const { stdout, stderr } = spawnSync("sh", ["-c", command], { input, encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: '"in $L^\\\\infty$"\n', stderr: "" });
  });

  it("ends with 0 when all is well", () => {
    expect(run("math-restore", [], '"in L^infty"\n')).toEqual({
      status: 0,
      stdout: '"in $L^\\\\infty$"\n',
      stderr: "",
    });
  });
});

describe("math-evaluate", () => {
  it("measures a file by the shared definitions", async () => {
    const records = [
      {
        id: "1",
        original: "In $L^\\infty$ the bound is $2\\%$ for $n$ points.",
        degraded: "In L^infty the bound is 2% for n points.",
        era: "A",
        area: "math",
      },
      { id: "2", original: "Plain prose.", degraded: "Plain prose.", era: "A", area: "math" },
      { id: "3", original: "$x$", degraded: "something else", era: "A" },
    ];
    const lines = records.map((record) => JSON.stringify(record)).join("\n");
    const root = await workspaceWith({ "some_pairs.jsonl.gz": gzipSync(lines) });
    const file = join(root, "some_pairs.jsonl.gz");
    const { status, stdout } = run("math-evaluate", [file]);
    expect(status).toBe(0);
    const row = stdout.split("\n").find((line) => line.startsWith("some_pairs "));
    expect(row?.split(/\s+/).slice(0, 6)).toEqual([
      "some_pairs",
      "2",
      "1",
      "100.0",
      "100.0",
      "100.0",
    ]);
    expect(row).toMatch(/1 +100\.00$/);
    expect(stdout).toContain("1 texts left out: the damage could not be replayed on them.");
  });
});

describe("a file that math-evaluate can't read", () => {
  it.each([
    ["no JSON", "{", ':1: not a record with "original" and "degraded": {'],
    ["no texts", '\n{"x":1}', ':2: not a record with "original" and "degraded": {"x":1}'],
  ])("is named with its line: %s", async (_, content, reason) => {
    const file = join(await workspaceWith({ "records.jsonl": content }), "records.jsonl");
    const { status, stdout, stderr } = run("math-evaluate", [file]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toBe(`npm run math:evaluate: ${file}${reason}\n`);
  });

  it("is named where there is none", () => {
    const { status, stderr } = run("math-evaluate", ["no-such-file.jsonl.gz"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^npm run math:evaluate: .*no-such-file.*\n$/);
  });
});

describe("all commands", () => {
  it.each(["math-restore", "math-evaluate", "research/math-train", "bench-math"])(
    "%s has --help",
    (name) => {
      const { status, stdout } = run(name, ["--help"]);
      expect(status).toBe(0);
      expect(stdout).toContain("npm run");
    },
  );

  it.each(["math-evaluate", "research/math-train"])("%s wants a file", (name) => {
    expect(run(name, []).status).toBe(2);
  });
});
