import { queryStyles, type TestQuery } from "./evaluation-queries.ts";

/** The papers found for a query, best first. */
export interface Found {
  query: TestQuery;
  ids: string[];
}

/** How well papers were found. */
interface Measures {
  /** The share of queries whose paper is among the first 1, 5 and 20. */
  success: [first: number, five: number, twenty: number];
  /** The mean reciprocal rank. */
  mrr: number;
}

/** Measures the places of the papers that were asked for. */
export function measure(found: readonly Found[]): Measures {
  const places = found.map(({ query, ids }) => ids.indexOf(query.paper));
  const count = places.length || 1;
  const share = (most: number) =>
    places.filter((place) => place >= 0 && place < most).length / count;
  const reciprocals = places.map((place) => (place < 0 ? 0 : 1 / (place + 1)));
  return {
    success: [share(1), share(5), share(20)],
    mrr: reciprocals.reduce((sum, one) => sum + one, 0) / count,
  };
}

/** A table with a line for each style that has queries, and one for all of the five styles. */
export function measuresTable(offprint: readonly Found[], baseline: readonly Found[]): string {
  const rows = queryStyles.map((style) => ({
    name: String(style),
    isPart: ({ query }: Found) => query.style === style,
  }));
  rows.splice(5, 0, {
    name: "these five",
    isPart: ({ query }) => queryStyles.indexOf(query.style) < 5,
  });
  const heads = ["@1", "@5", "@20", "MRR"];
  const head = `${"".padEnd(24)}${cells(["Offprint", "", "", ""])}  ${cells(["BM25", "", "", ""])}`;
  const second = `${"style".padEnd(17)}${"queries".padStart(7)}${cells(heads)}  ${cells(heads)}`;
  const lines = rows.flatMap(({ name, isPart }) => {
    const ours = offprint.filter(isPart);
    if (ours.length === 0) return [];
    const figures = cells(figuresOf(ours));
    const theirs = cells(figuresOf(baseline.filter(isPart)));
    return [`${name.padEnd(17)}${String(ours.length).padStart(7)}${figures}  ${theirs}`];
  });
  return [head.trimEnd(), second, ...lines].join("\n");
}

function figuresOf(found: readonly Found[]): string[] {
  const { success, mrr } = measure(found);
  return [...success.map((share) => `${(100 * share).toFixed(0)} %`), mrr.toFixed(3)];
}

function cells(texts: readonly string[]): string {
  return texts.map((text) => text.padStart(9)).join("");
}
