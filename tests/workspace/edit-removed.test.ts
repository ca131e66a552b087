import { readFile } from "node:fs/promises";
import { afterAll, expect, it } from "vitest";
import { addRemoved, restoreRemoved } from "../../src/workspace/edit-removed.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readRemoved } from "../../src/workspace/read-removed.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const paper = { id: "on-wax", title: 'On "wax": {a} #1' };

it.each([
  ["an empty file", "", []],
  ["a comment", "# mine\n", []],
  ["a line without an end", "- a", ["a"]],
  ["items of several lines", '- id: "a"\n  title: "A"\n# mine\n', ["a"]],
  ["a list in brackets", "# mine\n[a, b]\n", ["a", "b"]],
  ["an empty list", "[]\n", []],
  ["indented items", "  - a\n  - { id: b }\n", ["a", "b"]],
  ["a document with a start", "---\n- a\n", ["a"]],
])("a paper is added to %s, and taken from it again", async (_, text, ids) => {
  const root = await workspaceWith({ "content/removed.yaml": text });
  const workspace = workspaceAt(root);
  await addRemoved(workspace, [paper]);
  const written = await readFile(workspace.removedFile, "utf8");
  expect(readRemoved(workspace).messages).toEqual([]);
  expect(readRemoved(workspace).value?.map(({ id }) => id)).toEqual([...ids, paper.id]);
  expect(written).toContain("on-wax");
  expect(written.includes("# mine")).toBe(text.includes("# mine"));
  await restoreRemoved(workspace, [paper.id]);
  expect(readRemoved(workspace).value?.map(({ id }) => id)).toEqual(ids);
});
