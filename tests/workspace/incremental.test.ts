import { cp, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { firstFiles, randomEdit } from "../../scripts/incremental/edits.ts";
import { chanceFrom } from "../../scripts/reliability/chance.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { ingestIfChanged } from "../../src/workspace/unchanged/ingest-if-changed.ts";
import { summaryOf } from "../../src/workspace/unchanged/last-ingest.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const rounds = 30;

/** What an archive's files say, but for what is derived. */
async function textsIn(root: string): Promise<Record<string, string>> {
  const names = (await readdir(join(root, "content"), { recursive: true })).sort();
  const files = names.filter((name) => /\.\w+$/.test(name));
  const read = async (name: string) =>
    [name, await readFile(join(root, "content", name), "utf8")] as const;
  return Object.fromEntries(await Promise.all(files.map(read)));
}

it("an ingest after any edit gives what one without a cache gives, and so does the next one", async () => {
  const chance = chanceFrom(21);
  const root = await workspaceWith(firstFiles(chance));
  const clean = await workspaceWith({});
  await ingestIfChanged(workspaceAt(root), root, () => runIngest(root));
  let kept = 0;
  for (let round = 0; round < rounds; round++) {
    const { name, apply } = randomEdit(root, chance);
    apply(root);
    for (const turn of ["first", "second"]) {
      await rm(clean, { recursive: true });
      await cp(root, clean, { recursive: true, filter: (path) => !path.endsWith(".cache") });
      let runs = 0;
      const report = await ingestIfChanged(workspaceAt(root), root, () => {
        runs += 1;
        return runIngest(root);
      });
      const what = `round ${round}, ${name}, ${turn}`;
      expect(report, what).toEqual(summaryOf(await runIngest(clean)));
      expect(await textsIn(root), what).toEqual(await textsIn(clean));
      kept += 1 - runs;
    }
  }
  // Most second runs have nothing to do.
  expect(kept).toBeGreaterThan(rounds / 2);
});
