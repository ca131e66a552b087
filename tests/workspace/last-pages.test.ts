import { appendFile, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeChecksums } from "../../src/workspace/checksums.ts";
import { giveFile, lastPages, recordPages } from "../../src/workspace/unchanged/last-pages.ts";
import { recordSite } from "../../src/workspace/unchanged/last-site.ts";
import { removeWorkspaces, workspaceWith, writeIn } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const pages = {
  frame: "engine",
  assets: "scripts",
  reads: [["note", "a", "digest"] satisfies [string, string, string]],
  pages: { "papers/a/index.html": { props: "p", reads: [0], pages: 1 } },
};

async function built(): Promise<{ root: string; dist: string }> {
  const root = await workspaceWith({ "dist/papers/a/index.html": "<p>a</p>" });
  const dist = join(root, "dist");
  await writeChecksums(dist);
  await recordSite({ root }, { folder: dist, pages: 1, messages: [] }, "key");
  await recordPages({ root }, dist, pages);
  return { root, dist };
}

describe("the pages of the last site", () => {
  it("are those that were recorded, with the folder that has them", async () => {
    const { root, dist } = await built();
    expect(await lastPages({ root }, dist, "engine")).toMatchObject({ ...pages, folder: dist });
  });

  it("are found by another name of the folder, as a command has for one with odd characters", async () => {
    const { root, dist } = await built();
    await symlink(root, join(root, "link"));
    const linked = join(root, "link/dist");
    expect(await lastPages({ root: join(root, "link") }, linked, "engine")).toMatchObject(pages);
    expect(await lastPages({ root }, dist, "engine")).toMatchObject(pages);
  });

  it.each<[string, (root: string, dist: string) => Promise<unknown>]>([
    ["a page was edited", (_, dist) => appendFile(join(dist, "papers/a/index.html"), "!")],
    ["a file was added", (_, dist) => writeFile(join(dist, "b.html"), "b")],
    ["another site was recorded", (root, dist) => nextSite(root, dist)],
    ["their record is damaged", (root) => damage(root)],
  ])("are not used if %s", async (_, change) => {
    const { root, dist } = await built();
    await change(root, dist);
    expect(await lastPages({ root }, dist, "engine")).toBeUndefined();
  });

  it("are not used by another engine or for another folder", async () => {
    const { root, dist } = await built();
    expect(await lastPages({ root }, dist, "other")).toBeUndefined();
    expect(await lastPages({ root }, join(root, "other"), "engine")).toBeUndefined();
  });
});

async function nextSite(root: string, dist: string): Promise<void> {
  await writeFile(join(dist, "papers/a/index.html"), "<p>b</p>");
  await writeChecksums(dist);
  await recordSite({ root }, { folder: dist, pages: 1, messages: [] }, "key");
}

async function damage(root: string): Promise<void> {
  const folder = join(root, ".cache/unchanged");
  const [name = ""] = (await readdir(folder)).filter((one) => one.startsWith("pages-"));
  await writeFile(join(folder, name), '{"frame":"engine","pages":{"a":1}}');
}

describe("a file that is given to the next site", () => {
  it("is the same one, in a folder that may be new", async () => {
    const root = await workspaceWith({ "last/papers/a/index.html": "<p>a</p>", "next/x": "" });
    expect(giveFile("papers/a/index.html", join(root, "last"), join(root, "next"))).toBe(true);
    const [from, to] = await Promise.all(
      ["last", "next"].map((site) => stat(join(root, site, "papers/a/index.html"))),
    );
    expect(to?.ino).toBe(from?.ino);
  });

  it("does not replace another one", async () => {
    const root = await workspaceWith({ "last/a.html": "last" });
    await writeIn(root, "next/a.html", "next");
    expect(giveFile("a.html", join(root, "last"), join(root, "next"))).toBe(false);
    expect(await readFile(join(root, "next/a.html"), "utf8")).toBe("next");
  });

  it("need not exist", async () => {
    const root = await workspaceWith({ "last/a.html": "last", "next/b.html": "" });
    expect(giveFile("c.html", join(root, "last"), join(root, "next"))).toBe(false);
  });
});
