import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { site } from "../../src/schemas/site.ts";
import { bundleKey } from "../../src/workspace/bundle/bundle-key.ts";
import { mayHavePictures, notesToBundle } from "../../src/workspace/bundle/notes-to-bundle.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { digestInputs } from "../../src/workspace/unchanged/inputs.ts";
import { removeWorkspaces, workspaceWith, writeIn } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const files = {
  "src/a.ts": "export const a = 1;\n",
  "scripts/b.ts": "export const b = 2;\n",
  "package.json": "{}\n",
  "node_modules/.package-lock.json": "{}\n",
  "content/site.yaml": "title: Archive\n",
  "content/notes/a.mdx": "A note.\n",
  "content/papers/2025/a.mdx": "---\nid: a\n---\n",
  "content/pages/talks.mdx": "Some.\n",
  "public/own.txt": "1\n",
  "seeds/a.bib": "",
};
const settings = (code: boolean) => ({ notes: { code } });

/** What bundles are made from, with settings as in `content/site.yaml`. */
function bundleOf(
  root: string,
  given: object = {},
  {
    environment = {},
    ...options
  }: { asFiles?: boolean; environment?: Record<string, string> } = {},
): string {
  const workspace = workspaceAt(root);
  const inputs = digestInputs(workspace, root, environment).bundle;
  return bundleKey(inputs, workspace, site.parse(given), options);
}

/** The same without pages and styles of the owner's. */
const plain = Object.fromEntries(
  Object.entries(files).filter(([path]) => !path.startsWith("content/pages/")),
);

it("has of published files only the names, also where all pages are concerned", async () => {
  const root = await workspaceWith(files);
  const frameOf = () => digestInputs(workspaceAt(root), root, {}).frame;
  const before = frameOf();
  await writeIn(root, "public/own.txt", "other\n");
  expect(frameOf()).toBe(before);
  await writeIn(root, "public/other.txt", "");
  expect(frameOf()).not.toBe(before);
});

describe("whether Astro may have to make pictures", () => {
  it.each([
    [false, "notes and pages of text", "content/notes/b.mdx", "It is so!\n"],
    [true, "a note with a picture", "content/notes/b.mdx", "![It](./b.png)\n"],
    [true, "a page with a picture", "content/pages/b.mdx", "![It](./b.png)\n"],
    [true, "a file beside pages", "content/pages/b.png", ""],
    [false, "a published picture", "public/b.png", ""],
  ])("is %s for %s", async (may, _, path, text) => {
    const root = await workspaceWith({ ...files, [path]: text });
    expect(mayHavePictures(workspaceAt(root), settings(false))).toBe(may);
  });

  it("is true for every note that may have code", async () => {
    const root = await workspaceWith(files);
    expect(mayHavePictures(workspaceAt(root), settings(true))).toBe(true);
  });
});

describe("what bundles are made from", () => {
  it.each([
    ["a seed", "seeds/b.bib"],
    ["an entry", "content/papers/2025/b.mdx"],
    ["a note", "content/notes/b.mdx"],
    ["another text of a note", "content/notes/a.mdx"],
    ["an address", "content/addresses.jsonl"],
    ["another text of a published file", "public/own.txt"],
    ["a file of settings", "content/site.yaml"],
    ["topics", "content/topics.yaml"],
    ["what explains the folder", "content/README.md"],
    ["settings of a tool", "biome.json"],
  ])("stays the same with %s", async (_, path) => {
    const root = await workspaceWith(files);
    const before = bundleOf(root);
    await writeIn(root, path, "other\n");
    expect(bundleOf(root)).toBe(before);
  });

  it.each([
    ["code of the engine", "src/a.ts"],
    ["a theme", "content/theme.css"],
    ["an override", "content/overrides/Colophon.astro"],
    ["a page", "content/pages/talks.mdx"],
    ["another published file", "public/other.txt"],
    ["packages", "node_modules/.package-lock.json"],
  ])("is another with %s", async (_, path) => {
    const root = await workspaceWith(files);
    const before = bundleOf(root);
    await writeIn(root, path, "other\n");
    expect(bundleOf(root)).not.toBe(before);
  });

  it("has the notes with pictures, and what is beside them", async () => {
    const root = await workspaceWith({ ...files, "content/notes/b.mdx": "![It](./b.png)\n" });
    const before = bundleOf(root);
    await writeIn(root, "content/notes/b.png", "1");
    const after = bundleOf(root);
    expect(after).not.toBe(before);
    await writeIn(root, "content/notes/b.mdx", "![That](./b.png)\n");
    expect(bundleOf(root)).not.toBe(after);
    await rm(join(root, "content/notes/b.mdx"));
    await rm(join(root, "content/notes/b.png"));
    expect(bundleOf(root)).toBe(bundleOf(await workspaceWith(files)));
  });

  it("has all notes if they may have code", async () => {
    const root = await workspaceWith(files);
    const given = { notes: { code: true } };
    const before = bundleOf(root, given);
    await writeIn(root, "content/notes/a.mdx", "export const a = 1;\n");
    expect(bundleOf(root, given)).not.toBe(before);
  });

  it("is the same in another folder, with another title, and on a host", async () => {
    const before = bundleOf(await workspaceWith(plain));
    const root = await workspaceWith(plain);
    expect(
      bundleOf(root, {
        title: "Other",
        base: "/a",
        address: "https://a.example",
        macros: { "\\OPT": "O" },
        author: "A. Bee",
      }),
    ).toBe(before);
    expect(bundleOf(root, {}, { environment: { CI: "true", OFFPRINT_A: "b" } })).toBe(before);
    await writeIn(root, "content/README.md", "");
    await writeIn(root, "public/other.txt", "");
    expect(bundleOf(root)).toBe(before);
  });

  it("has all settings if a page of the owner's is compiled", async () => {
    const root = await workspaceWith(files);
    expect(bundleOf(root, { macros: { "\\OPT": "O" } })).not.toBe(bundleOf(root));
  });

  it.each<[string, object, { asFiles?: boolean }]>([
    ["another language", { language: "de" }, {}],
    ["another way to write dates", { language: "en-US" }, {}],
    ["no reading without a network", { offline: false }, {}],
    ["a site of files", {}, { asFiles: true }],
  ])("is another with %s", async (_, given, options) => {
    const root = await workspaceWith(plain);
    expect(bundleOf(root, given, options)).not.toBe(bundleOf(root));
  });

  it("has the variables that get into code", async () => {
    const root = await workspaceWith(plain);
    expect(bundleOf(root, {}, { environment: { PUBLIC_A: "1" } })).not.toBe(bundleOf(root));
  });
});

it("are notes that have a picture, whichever encoding they are in", async () => {
  const text = "\ufeffA ![curve](./curve.png).\n";
  const root = await workspaceWith({
    "content/notes/plain.mdx": "A curve.\n",
    "content/notes/utf-8.mdx": text,
    "content/notes/utf-16-le.mdx": Buffer.from(text, "utf16le"),
    "content/notes/utf-16-be.mdx": Buffer.from(text, "utf16le").swap16(),
  });
  const bundled = notesToBundle(workspaceAt(root), settings(false));
  expect(bundled.sort()).toEqual(["utf-16-be.mdx", "utf-16-le.mdx", "utf-8.mdx"]);
});
