import { fnv1a } from "../../text/fnv1a.ts";

/** How much smaller and larger than the usual size a part may be, and by how many items at least. */
const slack = { share: 0.25, items: 1 };

/**
 * Splits a list into parts of about a size. Where a part ends is decided by the names of the items near its end, so that
 * an item that is added or removed changes its own part and at most a few after it.
 */
export function splitSteadily<T>(
  items: readonly T[],
  {
    size,
    nameOf,
    sizeOf = () => 1,
  }: { size: number; nameOf: (item: T) => string; sizeOf?: (item: T) => number },
): T[][] {
  const apart = size === 1 ? 0 : Math.max(slack.items, Math.floor(size * slack.share));
  const [least, most] = [size - apart, size + apart];
  const parts: T[][] = [];
  for (let start = 0; start < items.length; ) {
    let end = start;
    let best = -1;
    let sum = 0;
    for (let at = start; at < items.length; at += 1) {
      const item = items[at];
      if (item === undefined) break;
      sum += sizeOf(item);
      // An item that is too large for any part is in one of its own.
      if (sum > most && at > start) break;
      if (at + 1 === items.length) {
        end = items.length;
        break;
      }
      const weight = sum < least ? -1 : weightOf(nameOf(item));
      if (sum < least || weight > best) {
        best = weight;
        end = at + 1;
      }
    }
    parts.push(items.slice(start, end));
    start = end;
  }
  return parts;
}

/** A number by a name, evenly spread. */
function weightOf(name: string): number {
  // The last characters alone would decide the high bits.
  const hash = Math.imul(fnv1a(name), 0x2c1b3c6d);
  return (hash ^ (hash >>> 15)) >>> 0;
}
