/** A query of someone who half remembers a paper. */
export interface TestQuery {
  query: string;
  /** The paper's id. */
  paper: string;
  /** Held back while the ranking was tuned. */
  held: boolean;
  /** The collection that it is from. */
  set: string;
}

/** The papers found for a query, best first. */
export interface Found {
  query: TestQuery;
  ids: string[];
}

/** One line: how often the paper is first, among the first five, and the mean reciprocal rank. */
export function formatMeasures(name: string, found: readonly Found[]): string {
  const places = found.map(({ query, ids }) => ids.indexOf(query.paper));
  const share = (most: number) =>
    places.filter((place) => place >= 0 && place < most).length / (places.length || 1);
  const reciprocal =
    places.reduce((sum, place) => sum + (place < 0 ? 0 : 1 / (place + 1)), 0) /
    (places.length || 1);
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`.padStart(8);
  return `${name.padEnd(22)} first ${percent(share(1))}   first five ${percent(share(5))}   MRR ${reciprocal.toFixed(3)}   (${places.length})`;
}
