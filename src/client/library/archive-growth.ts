import { isObject } from "./paper-codec.ts";

/** How many papers the archive had when a reader saw its home page. */
interface Seen {
  /** An ISO instant. */
  at: string;
  total: number;
}

/**
 * What a reader saw on this visit and on the one before. Devices store these field names, so they must not
 * change.
 */
export interface Growth {
  before?: Seen;
  last: Seen;
}

const pauseBetweenVisits = 30 * 60_000;

/** The growth after one more view of the home page. */
export function recordTotal(growth: Growth | undefined, now: string, total: number): Growth {
  const last = { at: now, total };
  if (!growth) return { last };
  const away = Date.parse(now) - Date.parse(growth.last.at);
  return away >= 0 && away < pauseBetweenVisits
    ? { ...growth, last }
    : { before: growth.last, last };
}

/** How many papers are new since the visit before, and when that was; undefined if none are. */
export function newPapers({ before, last }: Growth): { count: number; since: string } | undefined {
  if (!before || before.at > last.at || last.total <= before.total) return undefined;
  return { count: last.total - before.total, since: before.at };
}

/** Reads a growth as JSON. Undefined for anything else, which counts as a first visit. */
export function readGrowth(text: string | undefined): Growth | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "");
    if (!isObject(value)) return undefined;
    const { before, last } = value;
    if (!isSeen(last)) return undefined;
    return isSeen(before) ? { before, last } : { last };
  } catch {
    return undefined;
  }
}

function isSeen(value: unknown): value is Seen {
  return (
    isObject(value) &&
    typeof value["total"] === "number" &&
    typeof value["at"] === "string" &&
    !Number.isNaN(Date.parse(value["at"]))
  );
}
