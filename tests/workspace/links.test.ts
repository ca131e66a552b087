import { readFile, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { linkSeeds, unlinkSeeds } from "../../scripts/link-seeds.ts";
import { linkTo, pathOfLink, readLinks } from "../../src/workspace/links.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { removeWorkspaces, workspaceWith, writeIn } from "../fixtures/workspaces.ts";

beforeEach(() => vi.stubEnv("CI", ""));
afterEach(() => vi.unstubAllEnvs());
afterAll(removeWorkspaces);

const entry = (key: string, title: string) => `@misc{${key}, title={${title}}}\n`;
const first = entry("a", "On Ants") + entry("b", "On Bees");
const second = entry("b", "On Bumblebees") + entry("c", "On Cows");

/** An archive with a linked library in another folder. */
async function linkedArchive() {
  const outside = await workspaceWith({ "library.bib": first });
  const library = join(outside, "library.bib");
  const root = await workspaceWith({});
  const workspace = workspaceAt(root);
  const options = { dryRun: false, choice: {} };
  expect(await linkSeeds(workspace, [library], options)).toMatchObject([
    { file: "seeds/added/library.bib" },
  ]);
  const copy = () => readFile(join(root, "seeds/added/library.bib"), "utf8");
  const rules = async (dryRun = false) =>
    (await runIngest(root, { dryRun })).messages
      .filter(({ rule }) => rule.startsWith("linked-"))
      .map(({ rule, reason }) => `${rule} ${reason.replaceAll(library, "library.bib")}`);
  return { outside, library, root, workspace, copy, rules };
}

describe("a linked file", () => {
  it("is copied at each ingest, which says what is new, changed and gone", async () => {
    const { outside, copy, rules } = await linkedArchive();
    expect([await copy(), await rules()]).toEqual([first, []]);
    await writeIn(outside, "library.bib", second);
    const told =
      'linked-file-changed The linked file library.bib has 1 new, 1 changed, 1 gone (new: "On Cows", changed: "On Bumblebees", gone: "On Ants").';
    expect([await rules(true), await copy()]).toEqual([[told], first]);
    expect([await rules(), await copy()]).toEqual([[told], second]);
    expect(await rules()).toEqual([]);
  });

  it("leaves its last copy in use where it is missing", async () => {
    const { library, root, copy, rules } = await linkedArchive();
    await rm(library);
    expect(await rules()).toEqual([expect.stringMatching(/^linked-file-missing .+ last copy/)]);
    expect((await runIngest(root)).papers).toBe(2);
    vi.stubEnv("CI", "true");
    expect(await rules()).toEqual([expect.stringMatching(/^linked-file-elsewhere /)]);
    expect(await copy()).toBe(first);
  });

  it.each([
    ["", /was not read: it is empty\. Its last copy stays/],
    [first.slice(0, first.indexOf("Bees")), /cannot be read completely/],
  ])("does not replace its copy while it is being written: %j", async (text, why) => {
    const { outside, copy, rules } = await linkedArchive();
    await writeIn(outside, "library.bib", text);
    expect(await rules()).toEqual([expect.stringMatching(why)]);
    expect(await copy()).toBe(first);
  });

  it("leaves its last copy in use where a folder takes its place", async () => {
    const { outside, library, root, copy, rules } = await linkedArchive();
    await rm(library);
    await writeIn(outside, "library.bib/other.bib", second);
    expect(await rules()).toEqual([
      expect.stringMatching(/was not read: it is a folder\. Its last/),
    ]);
    expect([await copy(), (await runIngest(root)).papers]).toEqual([first, 2]);
  });

  it.each([
    ["missing.bib", "there is no such file"],
    ["folder", "it is a folder"],
    ["empty.bib", "it is empty"],
  ])("is not linked where it cannot be read: %s", async (name, failure) => {
    const { outside, workspace } = await linkedArchive();
    await writeIn(outside, "folder/a.bib", first);
    await writeIn(outside, "empty.bib", "");
    const asked = join(outside, name);
    const options = { dryRun: false, choice: {} };
    expect(await linkSeeds(workspace, [asked], options)).toEqual([{ asked, failure }]);
    expect(readLinks(workspace).value).toHaveLength(1);
  });

  it("is linked while other files are, and none is lost", async () => {
    const { outside, workspace } = await linkedArchive();
    const names = ["one.bib", "two.bib", "three.bib"];
    for (const name of names) await writeIn(outside, name, entry(name, `On ${name}`));
    const options = { dryRun: false, choice: {} };
    await Promise.all(names.map((name) => linkSeeds(workspace, [join(outside, name)], options)));
    const linked = readLinks(workspace)
      .value?.map(({ file }) => file)
      .sort();
    expect(linked).toEqual(["library.bib", ...names].map((name) => `seeds/added/${name}`).sort());
  });

  it("does not take a copy of which nothing is recorded for one that was edited", async () => {
    const { outside, root, copy, rules } = await linkedArchive();
    await rm(join(root, "content/added.jsonl"));
    await writeIn(outside, "library.bib", second);
    expect(await rules()).toEqual([expect.stringMatching(/does not say how .+ may have changes/)]);
    expect(await copy()).toBe(first);
  });

  it("does not replace a copy that the owner edited", async () => {
    const { outside, root, copy, rules } = await linkedArchive();
    await writeIn(root, "seeds/added/library.bib", `${first}% mine\n`);
    await writeIn(outside, "library.bib", second);
    expect(await rules()).toEqual([expect.stringMatching(/^linked-file-unused .+not as it was/)]);
    expect(await copy()).toBe(`${first}% mine\n`);
  });

  it("is unlinked by its path, and its copy stays", async () => {
    const { library, outside, workspace, copy, rules } = await linkedArchive();
    const options = { dryRun: false };
    const file = "seeds/added/library.bib";
    expect(await unlinkSeeds(workspace, [library], options)).toMatchObject([{ file }]);
    expect(await unlinkSeeds(workspace, [library], options)).toMatchObject([
      { failure: "it is not linked" },
    ]);
    await writeIn(outside, "library.bib", second);
    expect([await rules(), await copy()]).toEqual([[], first]);
  });

  it.each([
    [join(homedir(), "Zotero/library.bib"), "~/Zotero/library.bib"],
    ["/archive/refs.bib", "refs.bib"],
    ["/elsewhere/refs.bib", "/elsewhere/refs.bib"],
  ])("is named by a path that other machines may have: %s", (path, link) => {
    const workspace = { root: "/archive" };
    expect([linkTo(workspace, path), pathOfLink(workspace, link)]).toEqual([link, path]);
  });
});
