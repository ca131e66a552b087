import { megabytes } from "./measure-step.ts";
import type { Benched, RecordedResults } from "./results.ts";
import { papersAt, type ScaleModel, scaleModel } from "./scale-model.ts";
import { table } from "./tables.ts";

const sizes = [100_000, 1_000_000, 2_900_000];
const machines = [1, 8, 64];

/** What docs/scale.md says of costs, in Markdown. */
export function scaleSection({ archives }: RecordedResults): string {
  const model = scaleModel(archives);
  const parts = archives.findLast((archive) => archive.parts !== undefined);
  if (!model) return "Two archives of made papers must be measured first.\n\n";
  return [
    ...(parts ? measuredParts(parts) : []),
    `What larger archives would take, by measurements of ${model.of.map(count).join(" and ")} made papers: each part of the work is expected to grow by the power by which it grew from the one to the other, and at least in proportion. arXiv has 2.9 million papers. Hours of processor time on the busiest machine, where reading the seeds, comparing papers and the search index are the work of one; in brackets those of all machines together:`,
    table(
      ["papers", ...machines.map((count) => (count === 1 ? "1 machine" : `${count} machines`))],
      sizes.map((papers) => [
        count(papers),
        ...machines.map(
          (of) => `${hours(model.seconds(papers, of))} (${hours(model.secondsInAll(papers, of))})`,
        ),
      ]),
    ),
    "Memory of the machine that joins, the site, and what a reader's browser loads compressed: for the map, and before its first search. What a search loads besides is in [Benchmarks](benchmarks.md#search).",
    table(
      ["papers", "memory", "of one process", "site", "files", "map", "first file of the search"],
      sizes.map((papers) => {
        const memory = model.memory(papers);
        return [
          count(papers),
          memory ? gigabytes(memory.together) : "–",
          memory ? gigabytes(memory.largest) : "–",
          gigabytes(model.bytes(papers)),
          count(Math.round(model.files(papers) / 1000) * 1000),
          kilobytes(model.map(papers)),
          kilobytes(model.search(papers)),
        ];
      }),
    ),
    "Which limit comes first:",
    table(
      ["limit", "papers"],
      limitsOf(model).map(({ name, papers }) => [name, papers >= 1e9 ? "none" : rounded(papers)]),
    ),
    "",
  ].join("\n\n");
}

/** An archive that was built in partitions. */
function measuredParts({ papers, parts, steps }: Benched): string[] {
  if (!parts) return [];
  const rows = [
    { name: "all at once", step: steps.build, pages: undefined },
    { name: "prepare", step: parts.prepare, pages: undefined },
    ...parts.partitions.map(({ name, pages, ...step }) => ({ name, step, pages })),
    { name: "join", step: parts.join, pages: undefined },
  ];
  return [
    `An archive of ${count(papers)} made papers, built at once and in partitions, one after the other; both sites have the same files:`,
    table(
      ["", "pages", "processor, s", "wall, s", "of one process"],
      rows.flatMap(({ name, step, pages }) =>
        step
          ? [
              [
                name,
                pages === undefined ? "" : count(pages),
                step.processor?.toFixed(1) ?? "–",
                step.wall.toFixed(1),
                step.largest === undefined ? "–" : megabytes(step.largest),
              ],
            ]
          : [],
      ),
    ),
  ];
}

/** Limits of hosts, machines and readers, with the number of papers that reaches each; the first one first. */
function limitsOf(model: ScaleModel): { name: string; papers: number }[] {
  const limits: [name: string, limit: number, of: (papers: number) => number][] = [
    ["GitHub Pages: 1 GB", 1e9, model.bytes],
    ["Cloudflare Pages, free: 20,000 files", 20_000, model.files],
    ["Cloudflare Pages, paid: 100,000 files", 100_000, model.files],
    [
      "16 GB of memory, as GitHub's machines have",
      16e9,
      (papers) => model.memory(papers)?.together ?? 0,
    ],
    ["4 GB in one process, as Node allows", 4e9, (papers) => model.memory(papers)?.largest ?? 0],
    ["6 hours of processor time on one machine", 6 * 3600, (papers) => model.seconds(papers, 1)],
    ["6 hours on the busiest of 64 machines", 6 * 3600, (papers) => model.seconds(papers, 64)],
    ["1 MB for a reader's map", 1e6, model.map],
  ];
  return limits
    .map(([name, limit, of]) => ({ name, papers: papersAt(limit, of) }))
    .sort((a, b) => a.papers - b.papers);
}

function count(value: number): string {
  return value.toLocaleString("en");
}

function rounded(value: number): string {
  return Number(value.toPrecision(2)).toLocaleString("en");
}

function hours(seconds: number): string {
  return rounded(seconds / 3600);
}

function gigabytes(bytes: number): string {
  return `${rounded(bytes / 1e9)} GB`;
}

function kilobytes(bytes: number): string {
  return `${count(Math.round(bytes / 1000))} kB`;
}
