import { type Measured, megabytes } from "./measure-step.ts";
import { type Benched, ratiosOf, type SiteSize, type StepKey, steps } from "./results.ts";

const own = ["ingest", "build", "ingestAgain", "unchanged", "note", "paper", "day"] as const;
const others = ["eleventy", "eleventySearch", "bare", "bareSearch"] as const;

/** The results of an archive as tables in Markdown: its steps, the stages of the first time, the ratios. */
export function tablesOf(archive: Benched): string {
  const { steps: found, stages, changed, site, papers } = archive;
  const keys: readonly StepKey[] = [...own, ...others];
  const rows = keys.flatMap((key) => {
    const step = found[key];
    return step ? [[steps[key], ...cellsOf(step), changed[key]?.toLocaleString("en") ?? ""]] : [];
  });
  const head = ["step", "wall, s", "processor, s", "memory", "of one process", "files changed"];
  const stageRows = stages.map(({ stage, wall, processor }) => [
    nameOfStage(stage),
    wall.toFixed(1),
    processor.toFixed(1),
  ]);
  const ratios = ratiosOf(archive).map(({ name, value }) => [name, value.toFixed(2)]);
  const sizes = [
    `Offprint's site has ${sizeInWords(site, papers)}`,
    ...Object.entries(archive.others).map(
      ([key, size]) =>
        `that of ${key === "bare" ? "the script" : "Eleventy"} ${sizeInWords(size, papers)}`,
    ),
  ];
  return [
    table(head, rows),
    `${sizes.join("; ")}.`,
    ...(stageRows.length > 0 ? [table(["stage", "wall, s", "processor, s"], stageRows)] : []),
    ...(ratios.length > 0 ? [table(["ratio", ""], ratios)] : []),
  ].join("\n\n");
}

function cellsOf({ wall, processor, together, largest }: Measured): string[] {
  return [
    wall.toFixed(1),
    processor?.toFixed(1) ?? "–",
    together === undefined ? "–" : megabytes(together),
    largest === undefined ? "–" : megabytes(largest),
  ];
}

function sizeInWords({ pages, files, bytes }: SiteSize, papers: number): string {
  const count = (value: number) => value.toLocaleString("en");
  const each = `${(bytes / papers / 1000).toFixed(1)} kB and ${(files / papers).toFixed(2)} files a paper`;
  return `${count(pages)} pages in ${count(files)} files, ${megabytes(bytes)} (${each})`;
}

const stageNames: Readonly<Record<string, string>> = {
  start: "start, and waiting for bundles",
  bundles: "bundles: the code of pages, compiled",
  related: "related papers, beside",
  map: "map, beside",
  likeness: "likeness, beside",
  search: "search, beside",
  "offprint:pagefind-index": "waiting for search",
  "offprint:cards": "pictures for links",
  "offprint:sitemap": "sitemap",
  "offprint:offline-files": "packs for reading offline",
  "offprint:licences": "licences",
};

/** What a stage is called in tables. */
export function nameOfStage(stage: string): string {
  return stageNames[stage] ?? stage;
}

/** A table in Markdown; all columns but the first are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `| --- |${" ---: |".repeat(head.length - 1)}`, ...rows.map(line)].join("\n");
}
