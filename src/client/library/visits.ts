import type { LatestPaper } from "../../archive/latest.ts";
import { fnv1a } from "../../text/fnv1a.ts";
import { isObject } from "./paper-codec.ts";

/**
 * The current visit and the one before it. A visit ends with a pause of half an hour. Devices store
 * these field names, so they must not change.
 */
export interface Visits {
  before?: Visit;
  last: Visit;
}

/** One visit: any number of page views without a long pause between them. */
export interface Visit {
  /** When the visit was last active, as an ISO instant. */
  at: string;
  /** When the reader last opened the page of new papers, and the papers that were there. */
  look?: { at: string; seen: string };
}

const pauseBetweenVisits = 30 * 60_000;

/** The visits after one more page view. A clock that was set back starts a new visit. */
export function recordVisit(visits: Visits | undefined, now: string): Visits {
  if (!visits) return { last: { at: now } };
  const { last } = visits;
  const away = Date.parse(now) - Date.parse(last.at);
  const isSameVisit = away >= 0 && away < pauseBetweenVisits;
  return { ...(isSameVisit ? visits : { before: last }), last: { ...last, at: now } };
}

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

/** The visits as text, to store them. */
export function writeVisits(visits: Visits): string {
  return JSON.stringify(visits);
}

/** Reads what `writeVisits` wrote. Undefined for anything else, which counts as a first visit. */
export function readVisits(text: string | undefined): Visits | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "");
    if (!isObject(value) || !isVisit(value["last"])) return undefined;
    const { before, last } = value;
    return isVisit(before) ? { before, last } : { last };
  } catch {
    return undefined;
  }
}

function isVisit(value: unknown): value is Visit {
  return hasTime(value) && (value["look"] === undefined || isLook(value["look"]));
}

function isLook(value: unknown): boolean {
  return hasTime(value) && typeof value["seen"] === "string";
}

function hasTime(value: unknown): value is Record<string, unknown> & { at: string } {
  return (
    isObject(value) && typeof value["at"] === "string" && !Number.isNaN(Date.parse(value["at"]))
  );
}

/** A hash of seven characters, so that those of a thousand papers take little space. */
function fingerprint(id: string): string {
  return fnv1a(id).toString(36).padStart(7, "0");
}
