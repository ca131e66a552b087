import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sha256 } from "../../src/workspace/add/added-seeds.ts";
import { planExport, writeExport } from "../../src/workspace/write-exports.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const isOfVault = (path: string) => path.startsWith("vault/");
const careful = { isOverwritten: () => false, isRenewed: isOfVault };

const filesOf = (texts: Record<string, string>) =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));

/** Exports into a folder, and says what became of the files. */
async function exportTo(folder: string, texts: Record<string, string>, manner = careful) {
  const plan = await planExport(folder, filesOf(texts), manner);
  if (plan.foreign.length === 0) await writeExport(folder, plan);
  const { kept, foreign, remove } = plan;
  return { written: plan.write.map(({ path }) => path), kept, foreign, remove };
}

const nothing = { written: [], kept: [], foreign: [], remove: [] };

describe("a second export", () => {
  const first = { "vault/a.md": "a", "vault/b.md": "b", "vault/c.md": "c", "list.md": "list" };

  it("renews what nobody changed, removes what is gone, and keeps and names what was changed", async () => {
    const folder = await workspaceWith({});
    await exportTo(folder, first);
    await writeFile(join(folder, "vault/b.md"), "b of mine");
    const second = { "vault/a.md": "a, new", "vault/b.md": "b, new" };
    expect(await exportTo(folder, second)).toEqual({
      ...nothing,
      written: ["vault/a.md"],
      kept: ["vault/b.md"],
      remove: ["vault/c.md"],
    });
    const read = (path: string) => readFile(join(folder, path), "utf8").catch(() => undefined);
    expect(await Promise.all(Object.keys(first).map(read))).toEqual([
      "a, new",
      "b of mine",
      undefined,
      "list",
    ]);
    expect(await exportTo(folder, second)).toEqual({
      ...nothing,
      written: ["vault/a.md"],
      kept: ["vault/b.md"],
    });
    const all = { isOverwritten: () => true, isRenewed: isOfVault };
    expect(await exportTo(folder, second, all)).toEqual({
      ...nothing,
      written: Object.keys(second),
    });
    expect(await read("vault/b.md")).toBe("b, new");
  });

  it("keeps a changed file whose paper is gone, and writes a deleted one again", async () => {
    const folder = await workspaceWith({});
    await exportTo(folder, first);
    await writeFile(join(folder, "vault/c.md"), "c of mine");
    await rm(join(folder, "vault/a.md"));
    expect(await exportTo(folder, { "vault/a.md": "a", "vault/b.md": "b" })).toEqual({
      ...nothing,
      written: ["vault/a.md", "vault/b.md"],
      kept: ["vault/c.md"],
    });
  });

  it("knows its files after an interruption, whichever of them were written", async () => {
    const folder = await workspaceWith({});
    await exportTo(folder, first);
    const second = { "vault/a.md": "a, new", "vault/b.md": "b, new", "vault/c.md": "c, new" };
    const plan = await planExport(folder, filesOf(second), careful);
    // A folder in the place of a file ends the export in the middle.
    await rm(join(folder, "vault/b.md"));
    await mkdir(join(folder, "vault/b.md"));
    await expect(writeExport(folder, plan)).rejects.toThrow();
    await rm(join(folder, "vault/b.md"), { recursive: true });
    expect(await exportTo(folder, second)).toEqual({ ...nothing, written: Object.keys(second) });
  });
});

describe("an export", () => {
  it("writes nothing over files that no export wrote", async () => {
    const folder = await workspaceWith({ "list.md": "mine", "same.md": "same" });
    const texts = { "list.md": "list", "same.md": "same", "new.md": "new" };
    expect(await exportTo(folder, texts)).toMatchObject({ foreign: ["list.md"] });
    expect(await readFile(join(folder, "list.md"), "utf8")).toBe("mine");
  });

  it("removes nothing outside of its folder, whatever its list says", async () => {
    const folder = await workspaceWith({ "vault/x.md": "x", "out/vault/y.md": "y" });
    const line = (path: string) => `${JSON.stringify({ path, sha256: sha256("x") })}\n`;
    const list = `${line("vault/../../vault/x.md")}${line("/vault/x.md")}not JSON\n`;
    await writeFile(join(folder, "out/.offprint-exports.jsonl"), list);
    expect(await exportTo(join(folder, "out"), {})).toEqual(nothing);
    expect(await readFile(join(folder, "vault/x.md"), "utf8")).toBe("x");
  });
});
