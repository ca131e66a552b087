import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { engine, removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const { scripts } = z
  .object({ scripts: z.object({ prepare: z.string() }) })
  .parse(JSON.parse(readFileSync(join(engine, "package.json"), "utf8")));

const compiler = "scripts/compile.ts";

/** Runs what npm runs when it has installed the packages of a folder. */
function prepare(root: string, environment: Record<string, string> = {}) {
  const { OFFPRINT_NODE: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(scripts.prepare, {
    cwd: root,
    encoding: "utf8",
    env: { ...env, ...environment },
    shell: true,
  });
  return { status, stdout, stderr };
}

async function workspaceWithScripts(files: Record<string, string>): Promise<string> {
  const root = await workspaceWith({ "package.json": "{}", ...files });
  for (const name of ["prepare.mjs", "require-node.mjs"])
    await cp(join(engine, "scripts", name), join(root, "scripts", name));
  return root;
}

describe("what npm runs when packages are installed", () => {
  it("compiles", async () => {
    const root = await workspaceWithScripts({ [compiler]: "console.log('Compiling' as string);" });
    expect(prepare(root)).toEqual({ status: 0, stdout: "Compiling\n", stderr: "" });
  });

  it.each<[string, Record<string, string>]>([
    ["fails", { [compiler]: "throw new Error('no');" }],
    ["cannot be read", { [compiler]: "}" }],
    ["is not there yet", {}],
    ["lacks packages", { [compiler]: "", "package.json": '{"dependencies":{"none":"1.0.0"}}' }],
  ])("says nothing and is no error if the compiler %s", async (_, files) => {
    const root = await workspaceWithScripts(files);
    expect(prepare(root)).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  it("says nothing and is no error before the code is there, as in an image that has the packages first", async () => {
    const root = await workspaceWith({ "package.json": "{}" });
    expect(prepare(root)).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  it("keeps compiled code beside the packages, where commands look for it", async () => {
    const root = await workspaceWithScripts({
      [compiler]: "export {};",
      "node_modules/one/package.json": "{}",
      "scripts/command.ts":
        "import { getCompileCacheDir as at } from 'node:module'; console.log(at());",
    });
    const kept = join(root, "node_modules/.cache/offprint/compiled");
    const run = () =>
      spawnSync(
        process.execPath,
        ["--import", "./scripts/require-node.mjs", "scripts/command.ts"],
        {
          cwd: root,
          encoding: "utf8",
          env: { ...process.env, NODE_COMPILE_CACHE: "" },
        },
      ).stdout.trim();
    expect(run()).toBe("undefined");
    expect(prepare(root, { NODE_COMPILE_CACHE: "" }).status).toBe(0);
    expect(readdirSync(kept, { recursive: true }).length).toBeGreaterThan(1);
    expect(run().startsWith(kept)).toBe(true);
  });

  it("does nothing in a dry run", async () => {
    const root = await workspaceWithScripts({ [compiler]: "console.log('Compiling');" });
    expect(prepare(root, { npm_config_dry_run: "true" }).stdout).toBe("");
  });
});
