import { afterAll, describe, expect, it } from "vitest";
import { noteNames } from "../../src/notes/note-text.ts";
import { filesOnDisk } from "../../src/workspace/files-on-disk.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { publishedNotes } from "../../src/workspace/published-notes.ts";
import { onePixel } from "../fixtures/pictures.ts";
import { removeWorkspaces, workspaceWith, writeIn } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const names = noteNames([], (id) => id);
const settings = { notes: { code: true, feeds: "text" as const } };

describe("the notes of a workspace", () => {
  it("are published as text only if their imports are on disk, with pictures that are", async () => {
    const root = await workspaceWith({
      "content/notes/whole.mdx":
        'import { a } from "./data.ts"\n\nA *curve* ![it](./a%20curve.png) {a}\n',
      "content/notes/data.ts": "export const a = 1;\n",
      "content/notes/a curve.png": onePixel,
      "content/notes/no-picture.mdx": "A *curve* ![it](./curve.png)\n",
      "content/notes/no-import.mdx": 'import { a } from "./lost.ts"\n\nA *curve* {a}\n',
    });
    const notes = await publishedNotes(workspaceAt(root), settings, names);
    expect(
      [...notes].map(([name, note]) => [
        name,
        note?.mdx === undefined ? "source" : "text",
        note?.text,
      ]),
    ).toEqual([
      ["no-import", "source", 'import { a } from "./lost.ts"\n\nA *curve* {a}'],
      ["no-picture", "text", "A curve it"],
      ["whole", "text", "A curve it"],
    ]);
  });
});

describe("an import of a note", () => {
  it.each([
    ["./data", true],
    ["./data.ts?raw", true],
    ["./folder", true],
    ["../components/Chart.astro", true],
    ["/content/notes/data.ts", true],
    ["node:fs", true],
    ["astro:assets", true],
    ["modern", true],
    ["modern/part", true],
    ["modern/secret.js", false],
    ["unknown", false],
    ["./lost", false],
    ["/lost.ts", false],
    ["astro:asets", false],
    ["node:fss", false],
  ])("of %s: %s", async (specifier, isThere) => {
    const root = await workspaceWith({
      "content/notes/data.ts": "",
      "content/notes/folder/index.js": "",
      "content/components/Chart.astro": "",
      "node_modules/modern/package.json": JSON.stringify({
        name: "modern",
        exports: { ".": { import: "./index.js" }, "./part": "./part.js" },
      }),
      "node_modules/modern/index.js": "",
      "node_modules/modern/part.js": "",
      "node_modules/modern/secret.js": "",
    });
    expect(filesOnDisk({ root }).hasModule("content/notes/a.mdx", specifier)).toBe(isThere);
  });

  it("is found as soon as its file is there", async () => {
    const root = await workspaceWith({});
    const files = filesOnDisk({ root });
    const has = () => files.hasModule("content/notes/a.mdx", "./late.ts");
    expect(has()).toBe(false);
    await writeIn(root, "content/notes/late.ts", "");
    expect(has()).toBe(true);
  });
});
