import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { createServer } from "vite";
import { afterAll, expect, it } from "vitest";
import { notesMdx } from "../../src/astro/integrations/notes-mdx.ts";
import { noteNames } from "../../src/notes/note-text.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { publishedNotes } from "../../src/workspace/published-notes.ts";
import { onePixel } from "../fixtures/pictures.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

it("compiles the notes that search and feeds have as text, and no other", async () => {
  const root = await workspaceWith({
    "content/notes/whole.mdx": 'import "./data"\n\nA *curve* ![it](./curve.png)\n',
    "content/notes/data.ts": "",
    "content/notes/curve.png": onePixel,
    "content/notes/no-picture.mdx": "A ![curve](./lost.png)\n",
    "content/notes/no-import.mdx": 'import "./lost"\n\nA curve\n',
    "content/notes/invalid.mdx": "A {curve\n",
    "content/notes/latin.mdx": Buffer.from("Schr\xf6dinger\n", "latin1"),
  });
  const workspace = workspaceAt(root);
  const site = { notes: { code: true, feeds: "text" as const } };
  const notes = await publishedNotes(
    workspace,
    site,
    noteNames([], (id) => id),
  );
  const server = await createServer({
    configFile: false,
    root,
    logLevel: "silent",
    server: { middlewareMode: true, watch: null },
    plugins: [notesMdx(workspace, site)],
  });
  const { pluginContainer } = server.environments.ssr;
  const compiled = await Promise.all(
    [...notes].map(async ([name, note]) => {
      const mdx = note?.mdx;
      const loaded = await pluginContainer.load(join(root, `content/notes/${name}.mdx`));
      const code = typeof loaded === "string" ? loaded : loaded?.code;
      expect(code).toBe(mdx ?? "export const unreadable = true;\n");
      return mdx === undefined ? [] : [name];
    }),
  );
  await server.close();
  expect(compiled.flat()).toEqual(["latin", "no-picture", "whole"]);
});

it("checks notes in a folder that is a symbolic link", async () => {
  const root = await workspaceWith({
    "vault/evil.mdx": "export const ran = 1;\n",
    "content/a": "",
  });
  await symlink(join(root, "vault"), join(root, "content/notes"));
  const server = await createServer({
    configFile: false,
    root,
    logLevel: "silent",
    server: { middlewareMode: true, watch: null },
    plugins: [notesMdx(workspaceAt(root), { notes: { code: false } })],
  });
  const { pluginContainer } = server.environments.ssr;
  const found = await pluginContainer.resolveId("/content/notes/evil.mdx");
  const loaded = found && (await pluginContainer.load(found.id));
  await server.close();
  expect(typeof loaded === "string" ? loaded : loaded?.code).toBe(
    "export const unreadable = true;\n",
  );
});
