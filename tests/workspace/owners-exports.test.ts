import { afterAll, expect, it } from "vitest";
import { site } from "../../src/schemas/site.ts";
import { ownersExports } from "../../src/workspace/owners-exports.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readArchive } from "../../src/workspace/read-archive.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

it("exports the owner's notes into a vault, and those that are no drafts into a reading list", async () => {
  const root = await workspaceWith({
    "seeds/refs.bib": "@misc{a, title={On Bees}}\n@misc{b, title={On Wax}}\n",
    "content/notes/on-bees.mdx":
      "---\nstatus: to-read\n---\n\nCompare <Paper id='on-wax' />, not <Paper id='x' />.\n",
    "content/notes/on-wax.mdx": "---\nstatus: read\ndraft: true\n---\n\nMine.\n",
    "content/notes/gone.mdx": "---\ndraft: true\n---\n\nOf no paper.\n",
  });
  await runIngest(root);
  const workspace = workspaceAt(root);
  const { value: papers } = await readArchive(workspace);
  const context = { site: site.parse({ title: "Mine" }), addressOf: () => undefined };
  const exported = await ownersExports(workspace, papers, ["obsidian", "reading-list"], context);
  const text = (path: string) => exported.files.find((file) => file.path === path)?.text;
  expect(text("obsidian/papers/On Bees.md")).toContain(
    "\n## Notes\n\nCompare [[papers/On Wax|On Wax]], not <Paper id='x' />.\n",
  );
  expect(text("obsidian/papers/On Wax.md")).toMatch(
    /\ndraft: true\n---[\s\S]*\n## Notes\n\nMine\.\n$/,
  );
  expect(text("reading-list.md")).toBe("# Mine\n\n## To read\n\n* On Bees\n");
  expect([exported.leftOut, exported.messages]).toEqual([["content/notes/gone.mdx"], []]);
  expect((await ownersExports(workspace, papers, ["csv"], context)).files).toEqual([]);
});
