import type { Benched, StepKey } from "./results.ts";

interface Bar {
  name: string;
  steps: readonly StepKey[];
  kind: "own" | "others" | "again";
}

const bars: readonly Bar[] = [
  { name: "Offprint, first time", steps: ["build"], kind: "own" },
  { name: "Eleventy, Pagefind", steps: ["eleventy", "eleventySearch"], kind: "others" },
  { name: "script, Pagefind", steps: ["bare", "bareSearch"], kind: "others" },
  { name: "nothing changed", steps: ["unchanged"], kind: "again" },
  { name: "a note edited", steps: ["note"], kind: "again" },
  { name: "a paper corrected", steps: ["paper"], kind: "again" },
  { name: "a day added", steps: ["day"], kind: "again" },
];

const fills = { own: "#8a3324", others: "#6b7280", again: "#c98a7d" };
const width = 720;
const [left, right] = [170, 90];
const [rowHeight, headHeight] = [22, 44];

/**
 * A drawing of what builds took: for each archive, bars of processor time, and a mark at the time by the clock.
 * Each archive has a scale of its own, so that the ratios can be compared.
 */
export function buildingChart(archives: readonly Benched[]): string {
  let y = 0;
  const groups = archives.map((archive) => {
    const rows = bars.flatMap((bar) => {
      const found = bar.steps.map((key) => archive.steps[key]);
      if (!found.every((step) => step !== undefined)) return [];
      const sum = (values: (number | undefined)[]) =>
        values.reduce<number>((total, value) => total + (value ?? 0), 0);
      return [
        {
          ...bar,
          processor: sum(found.map(({ processor }) => processor)),
          wall: sum(found.map(({ wall }) => wall)),
        },
      ];
    });
    const most = Math.max(...rows.flatMap(({ processor, wall }) => [processor, wall]));
    const at = (seconds: number) => round((seconds / most) * (width - left - right));
    const title = `<text class="title" x="0" y="${y + 28}">${titleOf(archive)}</text>`;
    const lines = rows.map(({ name, kind, processor, wall }, index) => {
      const top = y + headHeight + index * rowHeight;
      return [
        `<text x="${left - 10}" y="${top + 14}" text-anchor="end">${name}</text>`,
        `<rect x="${left}" y="${top + 3}" width="${at(processor)}" height="15" fill="${fills[kind]}"/>`,
        `<path d="M${left + at(wall)} ${top}v21" class="clock"/>`,
        `<text x="${left + Math.max(at(processor), at(wall)) + 8}" y="${top + 14}">${processor.toFixed(1)} s</text>`,
      ].join("");
    });
    y += headHeight + rows.length * rowHeight;
    return [title, ...lines].join("\n");
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y + 34}" role="img" aria-label="Processor time of builds">
<style>text{font:13px system-ui,sans-serif;fill:#1f2328}.title{font-weight:600}.clock{stroke:#1f2328;stroke-width:2}</style>
<rect width="100%" height="100%" fill="#fff"/>
${groups.join("\n")}
<text x="0" y="${y + 24}">Bars: seconds of processor time. Black marks: seconds by the clock.</text>
</svg>
`;
}

function titleOf({ name, papers }: Benched): string {
  const count = papers.toLocaleString("en");
  if (name === "sample") return `${count} papers, the sample`;
  return /^\d+$/.test(name) ? `${count} papers` : `${count} real papers`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
