import type { CoreCost } from "./bench-core.ts";
import type { Loaded, PageCosts, QueryCost } from "./bench-page.ts";

/** Prints what queries cost on the search page. */
export function reportPage(costs: PageCosts): void {
  reportCosts("first query, with the search page's script", [costs.first]);
  reportCosts("each later query", costs.later);
  for (const { bytes, milliseconds, query } of [costs.first, ...costs.later]) {
    console.log(`    ${kilobytes(bytes)}  ${milliseconds.toFixed(0).padStart(5)} ms  ${query}`);
  }
  reportCosts("query by its address, from an empty cache", costs.opened);
  for (const [kind, { sent, whole, files }] of meanOf(costs.opened)) {
    const plain = whole > sent ? `, ${kilobytes(whole).trim()} uncompressed` : "";
    console.log(`    ${kilobytes(sent)}  ${files.toFixed(0).padStart(5)} files  ${kind}${plain}`);
  }
  reportCosts("warm query to painted results", costs.warm);
  const before = costs.before.length === 0 ? "nothing" : costs.before.join(" ");
  console.log(`  loaded before use: ${before}`);
}

/** Prints what queries cost in the engine. */
export function reportCore(name: string, costs: readonly CoreCost[]): void {
  const most = (values: number[], unit = "") => {
    const sorted = values.toSorted((a, b) => a - b);
    return `${medianOf(sorted).toFixed(0)}${unit} (${(sorted.at(-1) ?? 0).toFixed(0)})`;
  };
  const kinds = new Map<string, number>();
  for (const cost of costs) {
    for (const [kind, size] of cost.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + size);
  }
  const bytes = most(costs.map((cost) => cost.bytes / 1000));
  const files = most(costs.map((cost) => cost.files));
  const waves = most(costs.map((cost) => cost.waves));
  const time = most(costs.map(({ milliseconds }) => milliseconds));
  console.log(`  ${name}: ${bytes} kB, ${files} files in ${waves} turns, ${time} ms`);
  const parts = [...kinds]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, size]) => `${kind} ${(size / 1000 / costs.length).toFixed(1)}`);
  console.log(`    kB on average: ${parts.join(", ")}`);
}

function reportCosts(name: string, costs: readonly QueryCost[]): void {
  const sizes = costs.map(({ bytes }) => bytes).sort((a, b) => a - b);
  const times = costs.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  console.log(
    `  ${name}: ${kilobytes(medianOf(sizes))} median, ${kilobytes(sizes.at(-1) ?? 0)} most; ${medianOf(times).toFixed(0)} ms median, ${(times.at(-1) ?? 0).toFixed(0)} ms most`,
  );
}

/** What queries load on average, by kinds of files, the largest first. */
function meanOf(costs: readonly QueryCost[]): [kind: string, Loaded][] {
  const sums = new Map<string, Loaded>();
  for (const { kinds } of costs) {
    for (const [kind, { sent, whole, files }] of kinds) {
      const sum = sums.get(kind) ?? { sent: 0, whole: 0, files: 0 };
      sums.set(kind, { sent: sum.sent + sent, whole: sum.whole + whole, files: sum.files + files });
    }
  }
  const count = costs.length || 1;
  return [...sums]
    .map(([kind, { sent, whole, files }]): [string, Loaded] => [
      kind,
      { sent: sent / count, whole: whole / count, files: files / count },
    ])
    .sort(([, a], [, b]) => b.sent - a.sent);
}

function medianOf(sorted: readonly number[]): number {
  return sorted[sorted.length >> 1] ?? 0;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`.padStart(7);
}
