import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { digestOfBytes } from "../../src/ingest/memory.ts";
import { readEntry } from "../../src/workspace/entries.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readArchive } from "../../src/workspace/read-archive.ts";
import { readEntries } from "../../src/workspace/read-entries.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { engineVersion } from "../../src/workspace/store/engine-version.ts";
import { withEntryStore } from "../../src/workspace/store/entry-store.ts";
import { canBeRaw, fields, hostileTexts, recordsWith, writers } from "../fixtures/hostile-seeds.ts";
import { engine, removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

/** Seeds of all formats, with some of the hostile texts in all fields, and those of the fixtures. */
async function manySeeds(): Promise<Record<string, string | Uint8Array>> {
  const seeds: Record<string, string | Uint8Array> = {};
  for (const [at, writer] of writers.entries()) {
    for (const [index, text] of hostileTexts.entries()) {
      if (index % writers.length !== at) continue;
      const field = fields[index % fields.length] ?? "title";
      const raw = canBeRaw(writer) && index % 2 === 0;
      seeds[`seeds/h${at}-${index}.txt`] = writer.write(recordsWith(text, field, index % 3), raw);
    }
  }
  for (const folder of ["references", "exports"]) {
    for (const name of await readdir(join(engine, "tests/fixtures", folder))) {
      seeds[`seeds/${folder}/${name}`] = await readFile(
        join(engine, "tests/fixtures", folder, name),
      );
    }
  }
  return seeds;
}

it("an ingest of any seeds gives the same with what it remembers", async () => {
  const root = await workspaceWith(await manySeeds());
  await runIngest(root);
  const made = await runIngest(root, { isFresh: true, dryRun: true });
  const remembered = await runIngest(root, { dryRun: true });
  expect(made.papers).toBeGreaterThan(100);
  expect(remembered).toStrictEqual(made);
});

it("an ingest keeps of each entry what reading it gives", async () => {
  const root = await workspaceWith(await manySeeds());
  await runIngest(root);
  const workspace = workspaceAt(root);
  const read = { version: engineVersion(engine), isReadOnly: true };
  const kept = await withEntryStore(workspace, read, async (store) => {
    let count = 0;
    for (const [path, text] of await readEntries(workspace)) {
      const value = store.get(digestOfBytes(text));
      if (value) expect({ value, messages: [] }, path).toStrictEqual(readEntry("x", path, text));
      if (value) count += 1;
    }
    return count;
  });
  expect(kept).toBe((await readArchive(workspace)).value.length);
});
