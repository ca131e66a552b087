import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { entryPath } from "../archive/entry-path.ts";
import { type FormulaToCheck, formulasToCheck, leastSureFirst } from "../archive/formula-report.ts";
import { parseEntry } from "../workspace/entries.ts";
import { archive } from "./archive.ts";
import { workspace } from "./settings.ts";

/** Every restored formula of the archive, the least certain first. */
export async function restoredFormulas(): Promise<FormulaToCheck[]> {
  const { papers } = await archive();
  const restored = papers.filter(({ math }) => math.restored > 0);
  const found: FormulaToCheck[] = [];
  // In batches, so that large archives do not open all their files at once.
  for (let at = 0; at < restored.length; at += 64) {
    const some = restored.slice(at, at + 64).map(async (paper) => {
      const path = join(workspace.papers, entryPath(paper));
      const { data, abstract } = parseEntry(path, await readFile(path, "utf8"));
      return formulasToCheck(data, abstract);
    });
    found.push(...(await Promise.all(some)).flat());
  }
  return leastSureFirst(found);
}
