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
