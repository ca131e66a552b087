import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildingChart } from "./building-chart.ts";
import { buildingSection } from "./building-section.ts";
import { readRecorded, recordedFile } from "./recorded-results.ts";
import { type Benched, type RecordedResults, recordedResults } from "./results.ts";
import { scaleSection } from "./scale-section.ts";
import { thisMachine } from "./this-machine.ts";

/** Where the results are shown, and what is written there. */
const page = "docs/benchmarks.md";
const scalePage = "docs/scale.md";
const picture = "docs/pictures/building.svg";

/** Records results in the place of earlier ones of the same archives, and writes them into the documentation. */
export function writeRecorded(root: string, results: readonly Benched[]): void {
  const earlier = readRecorded()?.archives ?? [];
  const names = new Set(results.map(({ name }) => name));
  const archives = [...earlier.filter(({ name }) => !names.has(name)), ...results].sort(
    (a, b) => a.papers - b.papers,
  );
  const recorded = rounded({ machine: thisMachine(root), archives });
  writeFileSync(recordedFile, `${JSON.stringify(recorded, undefined, 2)}\n`);
  const documents = documentsOf(root, recorded);
  for (const [path, text] of Object.entries(documents)) writeFileSync(join(root, path), text);
}

/** The files of the documentation that show recorded results, by path. */
export function documentsOf(root: string, recorded: RecordedResults): Record<string, string> {
  const withSection = (path: string, name: string, section: string) =>
    readFileSync(join(root, path), "utf8").replace(
      new RegExp(`(?<=<!-- ${name} -->\\n)[\\s\\S]*(?=<!-- end of ${name} -->)`),
      () => section,
    );
  const building = buildingSection(recorded, picture.replace("docs/", ""));
  return {
    [page]: withSection(page, "building", building),
    [picture]: buildingChart(recorded.archives),
    [scalePage]: withSection(scalePage, "costs", scaleSection(recorded)),
  };
}

/** Numbers with as many digits as mean something. */
function rounded(results: RecordedResults): RecordedResults {
  const text = JSON.stringify(results, (_, one: unknown) =>
    typeof one === "number" && !Number.isInteger(one) ? Math.round(one * 100) / 100 : one,
  );
  return recordedResults.parse(JSON.parse(text));
}
