import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compareSeeds } from "../../src/ingest/compare-seeds.ts";
import { readSeed } from "../../src/ingest/read-seed.ts";
import { site } from "../../src/schemas/site.ts";
import { type Added, addPapers } from "../../src/workspace/add/add-papers.ts";
import type { SeedChoice } from "../../src/workspace/add/plan-seed.ts";
import { sourcesOf } from "../../src/workspace/network/sources.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { removeWorkspaces, workspaceWith, writeIn } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const entry = (key: string, title: string, more = "") => `@misc{${key}, title={${title}}${more}}\n`;
const first = entry("a", "On Ants") + entry("b", "On Bees") + entry("c", "On Cows");
/** Bees get a DOI, cows another title, ants are gone, and ducks are new. */
const second =
  entry("d", "On Ducks") + entry("c", "On Cattle") + entry("b", "On Bees", ", doi={10.1000/b}");
const changes = {
  new: ["On Ducks"],
  changed: ["On Cattle", "On Bees"],
  gone: ["On Ants"],
  same: 0,
};

/** Adds a file of the workspace. */
async function add(root: string, path: string, choice: SeedChoice = {}): Promise<Added> {
  const target = { asked: path, target: { kind: "file" as const, path: join(root, path) } };
  const sources = sourcesOf(site.parse({}), {});
  const context = { workspace: workspaceAt(root), sources, isKnown: () => false, choice };
  for await (const added of addPapers([target], context)) return added;
  throw new Error("nothing was added");
}

const added = (root: string) => readdir(join(root, "seeds/added")).then((names) => names.sort());
const saved = (root: string, name = "refs.bib") =>
  readFile(join(root, "seeds/added", name), "utf8");

describe("adding a changed file again", () => {
  it("replaces its former version, and says what is new, changed and gone", async () => {
    const root = await workspaceWith({ "refs.bib": first });
    await add(root, "refs.bib");
    await writeIn(root, "refs.bib", second);
    expect(await add(root, "refs.bib")).toEqual({
      asked: "refs.bib",
      files: ["seeds/added/refs.bib"],
      replaced: [{ file: "seeds/added/refs.bib", changes }],
      isNew: true,
      failures: [],
    });
    expect([await added(root), await saved(root)]).toEqual([["refs.bib"], second]);
    expect(await add(root, "refs.bib")).toMatchObject({ replaced: [], isNew: false });
    // Back to the first version, as after a restored backup.
    await writeIn(root, "refs.bib", first);
    await add(root, "refs.bib");
    expect([await added(root), await saved(root)]).toEqual([["refs.bib"], first]);
  });

  it("replaces its former version while git's conflict is in the list of saved files, which is reported once", async () => {
    const root = await workspaceWith({ "refs.bib": first });
    await add(root, "refs.bib");
    const line = await readFile(join(root, "content/added.jsonl"), "utf8");
    const other = '{"file":"seeds/added/other.bib","sha256":"0"}\n';
    const conflict = `<<<<<<< HEAD\n${line}=======\n${other}>>>>>>> theirs\n`;
    await writeIn(root, "content/added.jsonl", conflict);
    await writeIn(root, "refs.bib", second);
    expect(await add(root, "refs.bib")).toMatchObject({ isNew: true, failures: [] });
    const { messages } = await runIngest(root, { dryRun: true });
    expect(messages.filter(({ place }) => place?.file === "content/added.jsonl")).toMatchObject([
      { rule: "git-conflict", place: { line: 1 } },
    ]);
  });

  it("keeps both versions if the owner asks for it, each once", async () => {
    const root = await workspaceWith({ "refs.bib": first });
    await add(root, "refs.bib");
    await writeIn(root, "refs.bib", second);
    for (const isNew of [true, false]) {
      const both = await add(root, "refs.bib", { keepBoth: true });
      expect(both).toMatchObject({ replaced: [], isNew, failures: [] });
    }
    expect(await added(root)).toEqual([
      expect.stringMatching(/^refs-[0-9a-f]{8}\.bib$/),
      "refs.bib",
    ]);
    expect(await saved(root)).toBe(first);
  });

  it("keeps a saved seed that the owner edited until they confirm", async () => {
    const root = await workspaceWith({ "refs.bib": first });
    await add(root, "refs.bib");
    const edited = first.replace("Ants", "My Ants");
    await writeIn(root, "seeds/added/refs.bib", edited);
    await writeIn(root, "refs.bib", second);
    expect(await add(root, "refs.bib")).toMatchObject({
      files: [],
      isNew: false,
      failures: [expect.stringMatching(/refs\.bib is not as it was added.+1 gone.+--replace/)],
    });
    expect([await added(root), await saved(root)]).toEqual([["refs.bib"], edited]);
    expect(await add(root, "refs.bib", { replace: true })).toMatchObject({ failures: [] });
    expect([await added(root), await saved(root)]).toEqual([["refs.bib"], second]);
  });

  it("keeps what it cannot know to be unedited, as from a version that did not record it", async () => {
    const root = await workspaceWith({ "refs.bib": second, "seeds/added/refs.bib": first });
    expect((await add(root, "refs.bib")).failures).toHaveLength(1);
    expect(await saved(root)).toBe(first);
    await rm(join(root, "seeds/added/refs.bib"));
    await writeIn(root, "content/added.jsonl", '{"file":"seeds/added/re');
    await add(root, "refs.bib");
    await writeIn(root, "refs.bib", first);
    expect((await add(root, "refs.bib")).failures).toEqual([]);
  });

  it("does not lose papers to a version that cannot be read completely", async () => {
    const root = await workspaceWith({ "refs.bib": first });
    await add(root, "refs.bib");
    await writeIn(root, "refs.bib", first.slice(0, first.indexOf("Cows")));
    const { failures } = await add(root, "refs.bib");
    expect(failures.join()).toMatch(/cannot be read completely, so it did not replace/);
    expect(await saved(root)).toBe(first);
  });

  it("does not take another file of the same name for a new version", async () => {
    const root = await workspaceWith({
      "refs.bib": first,
      "other/refs.bib": entry("x", "On Xylophones") + entry("y", "On Yaks"),
    });
    await add(root, "refs.bib");
    expect(await add(root, "other/refs.bib")).toMatchObject({ replaced: [], isNew: true });
    // The new version of the other file replaces that one.
    await writeIn(root, "other/refs.bib", entry("x", "On Xylophones"));
    const [other] = (await added(root)).filter((name) => name !== "refs.bib");
    expect((await add(root, "other/refs.bib")).replaced).toMatchObject([
      { file: `seeds/added/${other}`, changes: { gone: ["On Yaks"] } },
    ]);
    expect(await saved(root)).toBe(first);
    // A folder for downloads gets files of one name that have nothing in common.
    await writeIn(root, "refs.bib", entry("z", "On Zebras"));
    expect(await add(root, "refs.bib")).toMatchObject({ replaced: [], isNew: true });
    expect(await saved(root)).toBe(first);
  });
});

describe("compareSeeds", () => {
  const read = (text: string) =>
    readSeed({ path: "a.bib", bytes: new TextEncoder().encode(text) }, { seedYears: {} }).value;

  it.each([
    ["moved entries", first, entry("c", "On Cows") + entry("a", "On Ants") + entry("b", "On Bees")],
    ["other white space", first, first.replaceAll(", title", ",\n\n  title")],
  ])("sees no difference in %s", (_, before, after) => {
    expect(compareSeeds(read(before), read(after))).toEqual({
      new: [],
      changed: [],
      gone: [],
      same: 3,
    });
  });

  it.each([
    ["its key", entry("a", "On Ants"), entry("a", "About Ants")],
    ["its title", entry("a", "On Ants"), entry("ants25", "On {Ants}")],
    [
      "an id",
      entry("a", "On Ants", ", doi={10.1000/a}"),
      entry("b", "About Ants", ", doi={10.1000/A}"),
    ],
  ])("recognises a paper by %s", (_, before, after) => {
    expect(compareSeeds(read(before), read(after))).toMatchObject({
      new: [],
      changed: [expect.any(String)],
      gone: [],
    });
  });

  it("counts copies of a record one by one", () => {
    const twice = entry("a", "On Ants") + entry("a", "On Ants");
    expect(compareSeeds(read(twice), read(entry("a", "On Ants")))).toMatchObject({
      gone: ["On Ants"],
      same: 1,
    });
  });
});
