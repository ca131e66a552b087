import { spawnSync } from "node:child_process";
import { cp, rm, unlink } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engine, removeWorkspaces, workspaceWith, writeIn } from "../fixtures/workspaces.ts";

let root = "";
afterAll(removeWorkspaces);
beforeAll(async () => {
  root = await workspaceWith({
    "package.json": JSON.stringify({ dependencies: { yaml: "2.9.1", "@scope/zod": "4.0.0" } }),
    "node_modules/yaml/package.json": JSON.stringify({ version: "2.9.1" }),
    "node_modules/@scope/zod/package.json": JSON.stringify({ version: "4.0.0" }),
    "scripts/hello.ts": "const name: string = 'hello';\nconsole.log(name);\n",
  });
  await cp(join(engine, "scripts/require-node.mjs"), join(root, "scripts/require-node.mjs"));
});

function runCommand(program = process.execPath) {
  const parameters = ["--import", "./scripts/require-node.mjs", "scripts/hello.ts"];
  const { OFFPRINT_NODE: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(program, parameters, {
    cwd: root,
    encoding: "utf8",
    env,
  });
  return { status, stdout, stderr };
}

const advice = "Run this once, and then your command again:\n\n    npm ci\n";

describe("a command after a pull that changed packages", () => {
  it("runs if the packages are those of package.json", () => {
    expect(runCommand()).toEqual({ status: 0, stdout: "hello\n", stderr: "" });
  });

  it("says to run npm ci if a package has another version, or is missing", async () => {
    await writeIn(root, "node_modules/yaml/package.json", JSON.stringify({ version: "2.8.0" }));
    await unlink(join(root, "node_modules/@scope/zod/package.json"));
    expect(runCommand()).toEqual({
      status: 1,
      stdout: "",
      stderr: `The packages in node_modules/ are not those of this version of Offprint: yaml is 2.8.0, not 2.9.1 and 1 more.\n${advice}`,
    });
  });

  it("looks at the packages for work on Offprint only where they are installed", async () => {
    const dependencies = { yaml: "2.8.0" };
    const devDependencies = { vitest: "5.0.0", knip: "6.0.0" };
    await writeIn(root, "package.json", JSON.stringify({ dependencies, devDependencies }));
    expect(runCommand().status).toBe(0);
    await writeIn(root, "node_modules/vitest/package.json", JSON.stringify({ version: "5.0.0" }));
    expect(runCommand().stderr).toContain("knip is missing");
    await rm(join(root, "node_modules/vitest"), { recursive: true });
    await writeIn(
      root,
      "package.json",
      JSON.stringify({ dependencies: { ...dependencies, zod: "4.0.0" } }),
    );
  });

  it("says so if no packages are installed, with any Node", async () => {
    await rm(join(root, "node_modules"), { recursive: true });
    const { status, stderr } = runCommand("node");
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining(`yaml is missing and 1 more.\n${advice}`),
    ]);
  });
});
