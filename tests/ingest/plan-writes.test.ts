import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { FilesOnDisk } from "../../src/ingest/entry-file.ts";
import { planWrites } from "../../src/ingest/plan-writes.ts";
import { type Entry, toMdx } from "../../src/ingest/to-mdx.ts";
import { applyWrites } from "../../src/workspace/apply-writes.ts";
import { topicPaper } from "../fixtures/papers.ts";

const one = toMdx(topicPaper({ title: "One", published: "2025-10-01" }));
const two = toMdx(topicPaper({ title: "Two" }));
const oneMoved = toMdx(topicPaper({ title: "One", published: "2024-10-01" }));
const twoChanged = toMdx(topicPaper({ title: "Two", comments: 3 }));

const onDisk = (...entries: Entry[]): FilesOnDisk =>
  new Map(entries.map(({ path, text }) => [path, text]));
const plan = (entries: Entry[], disk: FilesOnDisk, complete = true) => {
  const { value, messages } = planWrites(entries, disk, { folder: "content/papers", complete });
  const paths = (list: Entry[]) => list.map(({ path }) => path);
  const { create, update, keep, move, remove } = value;
  return {
    create: paths(create),
    update: paths(update),
    keep: paths(keep),
    move: move.map(({ from, to }) => `${from} → ${to}`),
    remove,
    messages: messages.map(({ rule, place }) => `${rule} ${place?.file}`),
  };
};
const nothing = { create: [], update: [], keep: [], move: [], remove: [], messages: [] };

describe("planWrites", () => {
  it("creates files that are missing, updates those that differ, and keeps the rest", () => {
    expect(plan([one, two], onDisk())).toEqual({ ...nothing, create: [one.path, two.path] });
    expect(plan([one, twoChanged], onDisk(one, two))).toEqual({
      ...nothing,
      keep: [one.path],
      update: [two.path],
    });
  });

  it("removes the entry of a paper that no seed has", () => {
    expect(plan([one], onDisk(one, two))).toEqual({
      ...nothing,
      keep: [one.path],
      remove: [two.path],
    });
  });

  it("moves the entry of a paper whose year or id changed", () => {
    const move = ["2025/one.mdx → 2024/one.mdx"];
    expect(plan([oneMoved], onDisk(one))).toEqual({ ...nothing, move });
    expect(plan([oneMoved], onDisk(one), false)).toEqual({ ...nothing, move });
    const named = { ...oneMoved, id: "2410.00001", path: "2024/2410.00001.mdx", aliases: ["one"] };
    expect(plan([named], onDisk(one)).move).toEqual(["2025/one.mdx → 2024/2410.00001.mdx"]);
  });

  it("keeps one file of a paper that has two", () => {
    expect(plan([oneMoved], onDisk(one, oneMoved))).toEqual({
      ...nothing,
      keep: [oneMoved.path],
      remove: [one.path],
    });
  });

  it("removes nothing while a seed could not be read", () => {
    expect(plan([one], onDisk(one, two), false)).toEqual({
      ...nothing,
      keep: [one.path],
      messages: ["entry-kept content/papers/undated/two.mdx"],
    });
  });

  it("never touches a file that a person wrote or changed", () => {
    const disk = new Map([
      [one.path, `${one.text}\nMy note.\n`],
      [two.path, "My own page.\n"],
      ["2025/mine.mdx", "---\ntitle: Mine\n---\n"],
      ["undated/gone.mdx", twoChanged.text.replace("comments: 3", "comments: 9")],
    ]);
    expect(plan([one, two], disk)).toEqual({
      ...nothing,
      messages: [
        "edited-entry content/papers/2025/one.mdx",
        "entry-path-taken content/papers/undated/two.mdx",
        "foreign-file content/papers/2025/mine.mdx",
        "edited-orphan content/papers/undated/gone.mdx",
      ],
    });
  });

  it("says that a removed paper is still shown if its entry was edited", () => {
    const disk = new Map([[one.path, `${one.text}\nMy note.\n`]]);
    const context = { folder: "content/papers", complete: true, leftOut: new Set([one.id]) };
    const { value, messages } = planWrites([two], disk, context);
    expect(value.remove).toEqual([]);
    expect(messages).toMatchObject([
      { rule: "edited-removed", place: { file: `content/papers/${one.path}` } },
    ]);
    expect(messages[0]?.hint).toContain(`--undo ${one.id}`);
  });

  it("updates its own file that has other line endings", () => {
    const disk = new Map([[one.path, one.text.replaceAll("\n", "\r\n")]]);
    expect(plan([one], disk)).toEqual({ ...nothing, update: [one.path] });
  });
});

describe("applyWrites", async () => {
  const folder = await mkdtemp(join(tmpdir(), "offprint-writes-"));
  afterAll(() => rm(folder, { recursive: true }));
  const files = async () => (await readdir(folder, { recursive: true })).sort();

  it("writes, updates and removes files, and removes folders that become empty", async () => {
    const none = { create: [], update: [], keep: [], move: [], remove: [] };
    await applyWrites(folder, { ...none, create: [one, two] });
    expect(await files()).toEqual(["2025", "2025/one.mdx", "undated", "undated/two.mdx"]);
    await applyWrites(folder, { ...none, update: [twoChanged], remove: [one.path] });
    expect(await files()).toEqual(["undated", "undated/two.mdx"]);
    expect(await readFile(join(folder, two.path), "utf8")).toBe(twoChanged.text);
  });

  it("moves a file, and removes its empty folder", async () => {
    const entry = { ...twoChanged, path: "2025/two.mdx" };
    const move = (from: string, moved: Entry) =>
      applyWrites(folder, {
        create: [],
        update: [],
        keep: [],
        move: [{ from, to: moved.path, entry: moved }],
        remove: [],
      });
    await move(two.path, entry);
    expect(await files()).toEqual(["2025", "2025/two.mdx"]);
    await move(entry.path, twoChanged);
    expect(await files()).toEqual(["undated", "undated/two.mdx"]);
  });

  it("does not touch files that are kept", async () => {
    const before = await stat(join(folder, two.path));
    await applyWrites(folder, { create: [], update: [], keep: [twoChanged], move: [], remove: [] });
    expect((await stat(join(folder, two.path))).mtimeMs).toBe(before.mtimeMs);
  });
});
