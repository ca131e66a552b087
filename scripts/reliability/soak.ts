import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readArchive } from "../../src/workspace/read-archive.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { leftoversIn, makeArchive, ownersFilesIn } from "./archive.ts";
import type { RoundOptions } from "./chance.ts";
import type { Model } from "./model.ts";
import { actions } from "./owner-actions.ts";
import { runCommand } from "./run-command.ts";

/** How often each action was done, and every fault that was found. */
export interface SoakReport {
  actions: Map<string, number>;
  faults: string[];
}

/** The site is built once in so many rounds, since that takes longest. */
const roundsPerBuild = 25;

/** Does random things that an owner does, and compares the archive with a model of it after each. */
export async function soak(
  engine: string,
  folder: string,
  { count, chance, log, isEnded }: RoundOptions,
): Promise<SoakReport> {
  const papers = makeArchive(engine, folder, chance);
  const model: Model = {
    files: ownersFilesIn(folder),
    titles: new Map(papers.map(({ title }, index) => [`seeds/${index}.bib`, title])),
    removed: new Map(),
    linked: new Map(),
  };
  await runIngest(folder);
  const report: SoakReport = { actions: new Map(), faults: [] };
  for (let round = 1; round <= count && !isEnded(); round += 1) {
    const [name, act] = chance.of(Object.entries(actions));
    report.actions.set(name, (report.actions.get(name) ?? 0) + 1);
    const found = await act({ folder, model, chance });
    // What the owner changed by hand is in the archive after the next ingest.
    await runIngest(folder);
    found.push(...(await differences(folder, model)));
    if (round % roundsPerBuild === 0) found.push(...(await checkSite(folder)));
    for (const fault of found) {
      const line = `round ${round}, ${name}: ${fault}`;
      report.faults.push(line);
      log(line);
    }
    if (round % 25 === 0) log(`${round} of ${count} rounds, ${report.faults.length} faults`);
  }
  return report;
}

/** Where the archive is not as the model has it. */
async function differences(folder: string, { files, titles, removed }: Model): Promise<string[]> {
  const now = ownersFilesIn(folder);
  const changed = [...new Set([...files.keys(), ...now.keys()])]
    // The command keeps this list, with words of its own.
    .filter((path) => path !== "content/removed.yaml" && files.get(path) !== now.get(path))
    .map((path) => `${path} is not as its owner left it`);
  const { value } = await readArchive(workspaceAt(folder));
  const found = value.map(({ entry }) => entry.titleText).sort();
  const expected = [...titles.values()].filter((title) => !removed.has(title)).sort();
  const isSame = JSON.stringify(found) === JSON.stringify(expected);
  const papers = isSame ? [] : [`the papers are ${found.join(", ")}; not ${expected.join(", ")}`];
  const left = leftoversIn(folder).map((path) => `${path} is left`);
  return [...changed, ...papers, ...left];
}

/** Builds the site, and compares its papers with the entries. */
async function checkSite(folder: string): Promise<string[]> {
  const { code, output } = await runCommand(folder, ["build"]);
  if (code !== 0) return [`the build failed: ${output.slice(-400)}`];
  const pages = join(folder, "dist/papers");
  const { value } = await readArchive(workspaceAt(folder));
  const missing = value.filter(({ entry }) => !existsSync(join(pages, entry.id, "index.html")));
  // An address that was published keeps a page, which says that its paper is gone or where it is now.
  const published = readFileSync(join(folder, "content/addresses.jsonl"), "utf8");
  const known = new Set([...published.matchAll(/"address":"([^"]+)"/g)].map(([, id]) => id));
  const odd = readdirSync(pages, { withFileTypes: true }).filter(
    (one) => one.isDirectory() && !known.has(one.name),
  );
  const left = leftoversIn(folder).map((path) => `the build left ${path}`);
  return [
    ...missing.map(({ entry }) => `the site has no page of ${entry.id}`),
    ...odd.map(({ name }) => `the site has a page of ${name}, which was never published`),
    ...left,
  ];
}
