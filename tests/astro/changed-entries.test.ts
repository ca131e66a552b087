import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { watchEntries, withChanges } from "../../src/astro/integrations/changed-entries.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readArchive } from "../../src/workspace/read-archive.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { printed, removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

it("reads the entries that change, move and go while a preview runs, and no others", async () => {
  const root = await workspaceWith({
    "seeds/a-2025-11-13.txt": ["Alpha", "Beta", "Cedar"].map((title) => printed(title)).join(""),
  });
  await runIngest(root);
  const workspace = workspaceAt(root);
  const { value } = await readArchive(workspace);
  const stored = value.map(({ entry }) => ({ id: entry.id, data: entry }));
  const titles = () => withChanges(stored).map(({ titleText }) => titleText);
  const entries = watchEntries(workspace);
  expect(await entries.readChanged()).toEqual([]);
  expect(titles().sort()).toEqual(["Alpha", "Beta", "Cedar"]);

  const at = (path: string) => join(workspace.papers, path);
  const edit = (path: string, from: RegExp, to: string) =>
    writeFileSync(at(path), readFileSync(at(path), "utf8").replaceAll(from, to));
  edit("2025/alpha.mdx", /Alpha/g, "Alpha Corrected");
  rmSync(at("2025/beta.mdx"));
  mkdirSync(at("2024"));
  renameSync(at("2025/cedar.mdx"), at("2024/cedar.mdx"));
  edit("2024/cedar.mdx", /2025-10-01/g, "2024-10-01");
  expect((await entries.readChanged()).sort()).toEqual(["alpha", "beta", "cedar"]);
  expect(titles().sort()).toEqual(["Alpha Corrected", "Cedar"]);
  expect(withChanges(stored).find(({ id }) => id === "cedar")?.published).toBe("2024-10-01");
  expect(await entries.readChanged()).toEqual([]);
});
