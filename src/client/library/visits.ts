import type { LatestPaper } from "../../archive/latest.ts";
import { fnv1a } from "../../text/fnv1a.ts";
import { isObject } from "./paper-codec.ts";

/**
 * Visits are told apart by pauses. Kept is when the visit before this one ended, when this one was
 * last active, and which of the latest papers were there when the visitor looked at what is new.
 */
export interface Visits {
  before?: Visit;
  last: Visit;
}

export interface Visit {
  at: string;
  look?: { at: string; seen: string };
}

const pause = 30 * 60_000;

/** The visits after one more sign of life. A clock that went back begins a new visit. */
export function visitAt(visits: Visits | undefined, now: string): Visits {
  if (!visits) return { last: { at: now } };
  const { last } = visits;
  const away = Date.parse(now) - Date.parse(last.at);
  const isSameVisit = away >= 0 && away < pause;
  return { ...(isSameVisit ? visits : { before: last }), last: { ...last, at: now } };
}

/** Notes that the visitor looks at the latest papers. */
export function lookAt(visits: Visits, latest: readonly LatestPaper[]): Visits {
  const { at } = visits.last;
  return { ...visits, last: { at, look: { at, seen: latest.map(({ id }) => mark(id)).join("") } } };
}

/** What is new, and how that is known. */
export type News =
  | { kind: "first visit" }
  /** By the papers that were there when the visitor last looked: certain. */
  | { kind: "since last look"; since: string; papers: LatestPaper[] }
  /** By days, since the visitor never looked before. */
  | { kind: "since last visit"; since: string; papers: LatestPaper[] }
  | { kind: "clock went back"; since: string };

export function newsOf({ before, last }: Visits, latest: readonly LatestPaper[]): News {
  if (!before) return { kind: "first visit" };
  if (before.look) {
    const seen = marksIn(before.look.seen);
    // A paper that was there under another id is not new.
    const papers = latest.filter(
      ({ id, aliases = [] }) => ![id, ...aliases].some((one) => seen.has(mark(one))),
    );
    return { kind: "since last look", since: before.look.at, papers };
  }
  const since = before.at;
  if (since > last.at) return { kind: "clock went back", since };
  // The day of the visit itself counts: its papers may have come in the evening.
  const day = since.slice(0, 10);
  const papers = latest.filter((paper) => paper.day !== undefined && paper.day >= day);
  return { kind: "since last visit", since, papers };
}

export function writeVisits(visits: Visits): string {
  return JSON.stringify(visits);
}

/** Reads what `writeVisits` wrote; undefined for anything else, which then is a first visit. */
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
  return isMoment(value) && (value["look"] === undefined || isLook(value["look"]));
}

function isLook(value: unknown): boolean {
  return isMoment(value) && typeof value["seen"] === "string";
}

function isMoment(value: unknown): value is Record<string, unknown> & { at: string } {
  return (
    isObject(value) && typeof value["at"] === "string" && !Number.isNaN(Date.parse(value["at"]))
  );
}

/** Seven characters a paper, so that a thousand of them are short. */
function mark(id: string): string {
  return fnv1a(id).toString(36).padStart(7, "0");
}

function marksIn(seen: string): Set<string> {
  return new Set(seen.match(/.{7}/gs));
}
