import { readFile } from "node:fs/promises";
import { afterAll, expect, it } from "vitest";
import { addRemoved, restoreRemoved } from "../../src/workspace/edit-removed.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readRemoved } from "../../src/workspace/read-removed.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { git } from "../fixtures/git.ts";
import { printed, removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

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
  await restoreRemoved(workspace, [paper]);
  expect(readRemoved(workspace).value?.map(({ id }) => id)).toEqual(ids);
  await addRemoved(workspace, [paper]);
  expect(readRemoved(workspace).value?.map(({ id }) => id)).toEqual([...ids, paper.id]);
  expect(await readFile(workspace.removedFile, "utf8")).not.toContain("restored: true");
});

it("a paper that one branch restores, and whose line another one brings back, stays removed with a message", async () => {
  const root = await workspaceWith({
    ".gitattributes": "content/removed.yaml merge=union\n",
    "seeds/a-2025-11-13.txt": printed("Alpha") + printed("Beta"),
    "content/removed.yaml": '- { id: "alpha", title: "Alpha" }\n',
  });
  const workspace = workspaceAt(root);
  const commit = () => {
    git(root, "add", ".");
    git(root, "commit", "-qm", "change");
  };
  git(root, "init", "-q", "-b", "main");
  commit();
  git(root, "checkout", "-qb", "other");
  await addRemoved(workspace, [{ id: "beta", title: "Beta" }]);
  commit();
  git(root, "checkout", "-q", "main");
  await restoreRemoved(workspace, [{ id: "alpha", title: "Alpha" }]);
  expect(await readFile(workspace.removedFile, "utf8")).toBe(
    '- { id: "alpha", title: "Alpha", restored: true }\n',
  );
  expect((await runIngest(root, { dryRun: true })).list.map(({ id }) => id)).toEqual([
    "alpha",
    "beta",
  ]);
  commit();
  git(root, "merge", "-q", "--no-edit", "other");
  const { list, messages } = await runIngest(root, { dryRun: true });
  expect(list).toEqual([]);
  expect(messages).toMatchObject([
    {
      rule: "removed-and-restored",
      reason: '"alpha" is removed here and restored in line 1, so it stays removed.',
      place: { file: "content/removed.yaml", line: 2 },
    },
  ]);
  await restoreRemoved(workspace, [{ id: "alpha", title: "Alpha" }]);
  const after = await runIngest(root, { dryRun: true });
  expect([after.list.map(({ id }) => id), after.messages]).toEqual([["alpha"], []]);
});
