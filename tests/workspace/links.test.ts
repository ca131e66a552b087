import { readFile, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { linkSeeds, unlinkSeeds } from "../../scripts/link-seeds.ts";
import { linkTo, pathOfLink } from "../../src/workspace/links.ts";
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
  const options = { dryRun: false, choice: {}, tell: () => {} };
  expect(await linkSeeds(workspace, [library], options)).toEqual([]);
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
    ["", /cannot be read completely/],
    [first.slice(0, first.indexOf("Bees")), /cannot be read completely/],
  ])("does not replace its copy while it is being written: %j", async (text, why) => {
    const { outside, copy, rules } = await linkedArchive();
    await writeIn(outside, "library.bib", text);
    expect(await rules()).toEqual([expect.stringMatching(why)]);
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
    const options = { dryRun: false, tell: () => {} };
    expect(await unlinkSeeds(workspace, [library], options)).toEqual([]);
    expect(await unlinkSeeds(workspace, [library], options)).toHaveLength(1);
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
