import type { Judged } from "../research/groups.ts";
import { isAlike, isExact } from "./measure.ts";

/** One line for each damaged span that is not exact and for each false alarm, in context. */
export function listMisses({ record, truth, restoration }: Judged): string[] {
  const { text } = truth;
  const { spans } = restoration;
  const place = `${record.set} ${record.id}`;
  const context = (start: number, end: number): string =>
    JSON.stringify(
      `${text.slice(Math.max(0, start - 30), start)}«${text.slice(start, end)}»${text.slice(end, end + 20)}`,
    );
  const misses = truth.spans.flatMap((original) => {
    if (original.kind !== "damaged" || spans.some((span) => isExact(span, original))) return [];
    const met = spans.filter(({ start, end }) => start < original.end && end > original.start);
    const shown = context(original.start, original.end);
    if (met.length === 0) return [`missed    ${place} ${shown}`];
    const kind = isAlike(text, spans, truth.spans, original) ? "alike    " : "different";
    const got = met.map(({ latex }) => latex).join("   ");
    return [`${kind} ${place} ${shown} got ${got} for ${original.recoverable}`];
  });
  const alarms = spans
    .filter(({ start, end }) => !truth.spans.some((it) => start < it.end && end > it.start))
    .map(({ start, end, confidence }) => {
      return `alarm     ${place} ${context(start, end)} ${confidence.toFixed(2)}`;
    });
  return [...misses, ...alarms];
}
