import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { saveSeed } from "../../src/workspace/save-seed.ts";
import { removeWorkspaces, seedsOf, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

describe("saveSeed", () => {
  it("overwrites nothing, and leaves no other file behind", async () => {
    const root = await workspaceWith({ "seeds/a.json": "mine" });
    const workspace = workspaceAt(root);
    const bytes = new TextEncoder().encode("theirs");
    const first = await saveSeed(workspace, "a.json", bytes);
    expect(first).toEqual({
      file: expect.stringMatching(/^seeds\/a-[0-9a-f]{8}\.json$/),
      isNew: true,
    });
    expect(await saveSeed(workspace, "a.json", bytes)).toEqual({ ...first, isNew: false });
    expect(await readFile(join(root, "seeds/a.json"), "utf8")).toBe("mine");
    expect(await seedsOf(root)).toHaveLength(2);
  });
});
