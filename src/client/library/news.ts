import type { LatestPaper } from "../../archive/latest.ts";
import { fnv1a } from "../../text/fnv1a.ts";
import type { Visits } from "./visits.ts";

/** Records that the reader has seen the latest papers. */
export function recordSeen(visits: Visits, latest: readonly LatestPaper[]): Visits {
  const { at } = visits.last;
  const seen = latest.map(({ id }) => fingerprint(id)).join("");
  return { ...visits, last: { at, look: { at, seen } } };
}

/** The papers that are new to a reader, and how that is known. */
export type News =
  | { kind: "first visit" }
  /** Exact: the reader has not seen these papers on the page of new papers. */
  | { kind: "since last look"; since: string; papers: LatestPaper[] }
  /** By date, for a reader who never opened that page. */
  | { kind: "since last visit"; since: string; papers: LatestPaper[] }
  | { kind: "clock went back"; since: string };

/** Compares the latest papers with the visit before this one. */
export function newsSince({ before, last }: Visits, latest: readonly LatestPaper[]): News {
  if (!before) return { kind: "first visit" };
  if (before.look) {
    const seen = new Set(before.look.seen.match(/.{7}/gs));
    // A paper that was seen under a former id is not new.
    const papers = latest.filter(
      ({ id, aliases = [] }) => ![id, ...aliases].some((one) => seen.has(fingerprint(one))),
    );
    return { kind: "since last look", since: before.look.at, papers };
  }
  const since = before.at;
  if (since > last.at) return { kind: "clock went back", since };
  // Includes the day of the visit itself, because its papers may have come later that day.
  const day = since.slice(0, 10);
  const papers = latest.filter((paper) => paper.day !== undefined && paper.day >= day);
  return { kind: "since last visit", since, papers };
}

/** A hash of seven characters, so that those of a thousand papers take little space. */
function fingerprint(id: string): string {
  return fnv1a(id).toString(36).padStart(7, "0");
}
