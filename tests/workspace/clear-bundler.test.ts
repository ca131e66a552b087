import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { clearBundler } from "../../src/workspace/bundle/clear-bundler.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const bundled = { ".cache/bundles/a/bundle.json": "{}", ".cache/vite/deps": "" };

it("of what bundling left nothing stays", async () => {
  const cache = join(await workspaceWith(bundled), ".cache");
  clearBundler(cache);
  expect(existsSync(cache)).toBe(false);
  clearBundler(cache);
});

it("what a command has begun meanwhile stays", async () => {
  const cache = join(await workspaceWith({ ...bundled, ".cache/lock": "" }), ".cache");
  clearBundler(cache);
  expect(readdirSync(cache)).toEqual(["lock"]);
});
