import { megabytes } from "./measure-step.ts";
import { type Benched, type RecordedResults, ratiosOf, type StepKey } from "./results.ts";
import { nameOfStage, table } from "./tables.ts";

/** What docs/benchmarks.md says of building, in Markdown. `picture` is the address of the chart. */
export function buildingSection({ machine, archives }: RecordedResults, picture: string): string {
  const versions = Object.entries(machine.versions).map((version) => version.join(" "));
  const gigabytes = Math.round(machine.memory / 1e9);
  const days = [...new Set(archives.map(({ day }) => day))].sort();
  const busiest = Math.max(...archives.map(({ load }) => load));
  return [
    `${machine.cores} processors (${machine.processor}), ${gigabytes} GB of memory, ${machine.system}, Node ${machine.node.slice(1)}; ${versions.join(", ")}; ${days.join(", ")}. When the measurements began, ${busiest.toFixed(1)} processes at most wanted a processor.`,
    `![Processor time of builds](${picture})`,
    "Seconds of processor time, and by the clock in brackets. At install, `npm ci` compiles the code of commands and pages once, which is in no ratio:",
    table(
      [
        "papers",
        "at install",
        "entries",
        "site",
        "Eleventy, Pagefind",
        "script, Pagefind",
        "site over Eleventy's",
      ],
      archives.map((archive) => [
        nameOf(archive),
        timesOf(archive, "compile"),
        timesOf(archive, "ingest"),
        timesOf(archive, "build"),
        timesOf(archive, "eleventy", "eleventySearch"),
        timesOf(archive, "bare", "bareSearch"),
        bothRatios(archive, "site over Eleventy and Pagefind"),
      ]),
    ),
    "Another build over the first one of entries and site, in processor time, and the files that were others after it:",
    table(
      ["papers", "nothing changed", "a note edited", "a paper corrected", "a day of 40 added"],
      archives.map((archive) => [
        nameOf(archive),
        changeOf(archive, "unchanged", "nothing changed over first time"),
        changeOf(archive, "note", "a note edited over first time"),
        changeOf(archive, "paper", "a paper corrected over first time"),
        changeOf(archive, "day", "a day added over first time"),
      ]),
    ),
    "The most memory of all processes together, and of the largest one; and the site:",
    table(
      ["papers", "entries", "site", "pages", "files", "size", "a paper"],
      archives.map((archive) => [
        nameOf(archive),
        memoryOf(archive, "ingest"),
        memoryOf(archive, "build"),
        count(archive.site.pages),
        count(archive.site.files),
        megabytes(archive.site.bytes),
        `${(archive.site.bytes / archive.papers / 1000).toFixed(1)} kB, ${(archive.site.files / archive.papers).toFixed(2)} files`,
      ]),
    ),
    "Where the time of the first build goes, processor time and clock time in seconds. What is made beside the pages is in a process of its own:",
    stagesTable(archives),
    "",
  ].join("\n\n");
}

function nameOf({ name, papers }: Benched): string {
  if (name === "sample") return `${count(papers)}, the sample`;
  return /^\d+$/.test(name) ? `${count(papers)}` : `${count(papers)}, real ones`;
}

function timesOf({ steps }: Benched, ...keys: StepKey[]): string {
  const found = keys.map((key) => steps[key]);
  if (!found.every((step) => step !== undefined)) return "–";
  const wall = found.reduce((sum, step) => sum + step.wall, 0);
  const processor = found.reduce((sum, step) => sum + (step.processor ?? Number.NaN), 0);
  return `${processor.toFixed(1)} (${wall.toFixed(1)})`;
}

function bothRatios(archive: Benched, name: string): string {
  const ratios = new Map(ratiosOf(archive).map((ratio) => [ratio.name, ratio.value]));
  const [processor, wall] = [ratios.get(name), ratios.get(`${name}, by the clock`)];
  return processor === undefined || wall === undefined
    ? "–"
    : `${processor.toFixed(1)} (${wall.toFixed(1)})`;
}

function changeOf(archive: Benched, key: StepKey, name: string): string {
  const ratio = ratiosOf(archive).find((one) => one.name === name);
  const files = archive.changed[key];
  if (!ratio) return "–";
  return `${ratio.value.toFixed(2)}${files === undefined ? "" : `; ${count(files)}`}`;
}

function memoryOf({ steps }: Benched, key: StepKey): string {
  const { together, largest } = steps[key] ?? {};
  if (together === undefined || largest === undefined) return "–";
  return `${megabytes(together)}, ${megabytes(largest)}`;
}

function stagesTable(archives: readonly Benched[]): string {
  const names = [...new Set(archives.flatMap(({ stages }) => stages.map(({ stage }) => stage)))];
  // Less would say nothing but that it is there.
  const notable = names.filter((name) =>
    archives.some(({ stages }) => stages.some(({ stage, wall }) => stage === name && wall >= 0.2)),
  );
  const cell = ({ stages }: Benched, name: string) => {
    const found = stages.find(({ stage }) => stage === name);
    return found ? `${found.processor.toFixed(1)} (${found.wall.toFixed(1)})` : "–";
  };
  return table(
    ["stage", ...archives.map(nameOf)],
    notable.map((name) => [nameOfStage(name), ...archives.map((archive) => cell(archive, name))]),
  );
}

function count(value: number): string {
  return value.toLocaleString("en");
}
