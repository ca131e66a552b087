import { floors, type Platform, type Room } from "./rooms.ts";

// All lengths are in CSS pixels.
const width = 960;
const margin = 16;
const gutter = 72;
const gap = 10;
const lineHeight = 16;
/** The average width of a character in the purposes, rounded up. */
const characterWidth = 6.6;

const kinds: readonly { name: string; platforms: readonly Platform[]; label: string }[] = [
  { name: "plain", platforms: [], label: "plain TypeScript" },
  { name: "browser", platforms: ["browser"], label: "may use the browser" },
  { name: "node", platforms: ["node"], label: "may use Node" },
  { name: "node-astro", platforms: ["node", "astro"], label: "may use Node and Astro" },
  { name: "astro", platforms: ["browser", "astro"], label: "may use the browser and Astro" },
];

const style = `
text { font: 13px system-ui, sans-serif; fill: #1f2328; }
.name { font: 600 14px ui-monospace, monospace; }
.small { font-size: 12px; fill: #59636e; }
.paper { fill: #fff; }
.room { stroke: #59636e; stroke-width: 1; }
.plain { fill: #fff; }
.browser { fill: #fff1d6; }
.node { fill: #dff3e4; }
.node-astro { fill: #dbeafe; }
.astro { fill: #eee6fb; }
.arrow { stroke: #59636e; stroke-width: 1.5; fill: none; }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc; }
  .small { fill: #b1bac4; }
  .paper { fill: #0d1117; }
  .room { stroke: #9198a1; }
  .plain { fill: #151b23; }
  .browser { fill: #41310c; }
  .node { fill: #12381f; }
  .node-astro { fill: #10305c; }
  .astro { fill: #39245c; }
  .arrow { stroke: #9198a1; }
}
`.trim();

/**
 * The table of rooms as an SVG document, the top floor first. It follows the reader's preference for
 * light or dark.
 */
export function drawArchitecture(): string {
  const rows: string[] = [];
  let y = margin;
  for (const [index, rooms] of [...floors.entries()].reverse()) {
    const height = Math.max(...rooms.map((room) => heightOf(room, widthOf(rooms))));
    rows.push(drawFloor(index + 1, rooms, { y, height }));
    y += height + gap;
  }
  const x = margin + gutter - 14;
  const arrow = `<path class="arrow" d="M${x} ${margin} V${y - gap} m-4 -7 l4 7 l4 -7"/>`;
  const key = kinds.map((kind, index) => drawKey(kind, index, y + 6));
  const height = y + 6 + 44 + 24 + margin;
  const rule = `<text class="small" x="${margin + gutter}" y="${y + 6 + 62}">A file imports from its own room and from the floors below it, never from above.</text>`;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">`,
    '<title id="title">The rooms of the source on eight floors; each imports from its own room and from the floors below</title>',
    `<style>${style}</style>`,
    `<rect class="paper" width="${width}" height="${height}" rx="8"/>`,
    arrow,
    ...rows,
    ...key,
    rule,
    "</svg>",
  ].join("\n")}\n`;
}

function widthOf(rooms: readonly Room[]): number {
  return (width - 2 * margin - gutter - gap * (rooms.length - 1)) / rooms.length;
}

function linesOf({ purpose, besides = [] }: Room, room: number): string[] {
  const most = Math.floor((room - 24) / characterWidth);
  const also = besides.length > 0 ? [`also imports ${besides.join(", ")}`] : [];
  return [purpose, ...also].flatMap((text) => wrap(text, most));
}

function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < most) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

function heightOf(room: Room, wide: number): number {
  return 34 + linesOf(room, wide).length * lineHeight;
}

function drawFloor(
  number: number,
  rooms: readonly Room[],
  { y, height }: { y: number; height: number },
): string {
  const wide = widthOf(rooms);
  const boxes = rooms.map((room, index) => {
    const x = margin + gutter + index * (wide + gap);
    const lines = linesOf(room, wide).map(
      (line, at) =>
        `<text class="small" x="${x + 12}" y="${y + 41 + at * lineHeight}">${line}</text>`,
    );
    return [
      `<rect class="room ${kindOf(room)}" x="${x}" y="${y}" width="${wide}" height="${height}" rx="6"/>`,
      `<text class="name" x="${x + 12}" y="${y + 22}">${room.name}/</text>`,
      ...lines,
    ].join("\n");
  });
  return [`<text class="small" x="${margin}" y="${y + 22}">floor ${number}</text>`, ...boxes].join(
    "\n",
  );
}

function kindOf({ name, platforms }: Room): string {
  const kind = kinds.find((one) => one.platforms.join() === platforms.join());
  if (!kind) throw new Error(`The drawing has no colour for the platforms of ${name}`);
  return kind.name;
}

function drawKey({ name, label }: (typeof kinds)[number], index: number, y: number): string {
  const x = margin + gutter + (index % 3) * 270;
  const top = y + Math.floor(index / 3) * 24;
  return [
    `<rect class="room ${name}" x="${x}" y="${top}" width="16" height="16" rx="3"/>`,
    `<text class="small" x="${x + 24}" y="${top + 13}">${label}</text>`,
  ].join("\n");
}
