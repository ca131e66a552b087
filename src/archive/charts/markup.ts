/** Escapes text for SVG and HTML, in elements and in quoted attributes. */
export function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A number with at most two decimals, as short as possible: pages have thousands of them. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The title of a chart, and a sentence that describes it to readers who cannot see it. */
export interface ChartTexts {
  /** Unique on the page: ids of the title and description begin with it. */
  id: string;
  title: string;
  description: string;
}

/** The opening tag of a chart: one image for screen readers, or a group of links. */
export function openChart(
  { id, title, description }: ChartTexts,
  {
    width,
    height,
    role,
    kind,
  }: { width: number; height: number; role: "img" | "group"; kind: string },
): string {
  return (
    `<svg class="chart ${kind}" viewBox="0 0 ${short(width)} ${short(height)}" ` +
    `width="${short(width)}" height="${short(height)}" role="${role}" ` +
    `aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${escapeText(title)}</title>` +
    `<desc id="${id}-desc">${escapeText(description)}</desc>`
  );
}
