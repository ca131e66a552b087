import { distance } from "fastest-levenshtein";

/** A candidate: its id, and its names in lower case. */
export interface Named {
  id: string;
  names: readonly string[];
}

/**
 * The ids that may have been meant, best first: those that contain the text, then those with the
 * fewest edits. If none is close, the closest ones are returned nevertheless.
 */
export function nearestIds(written: string, ids: readonly string[]): string[] {
  const named = ids.map((id) => ({ id, names: [id.toLowerCase()] }));
  return nearestNamed(written, named);
}

/** Like `nearestIds`, for things with several names. Only close ones unless `evenFar` is set. */
export function nearestNamed(
  written: string,
  named: readonly Named[],
  { evenFar = true } = {},
): string[] {
  const wanted = written.toLowerCase();
  if (!/[\p{L}\p{N}]/u.test(wanted)) return [];
  const ranked = named
    .map(({ id, names }) => ({ id, far: Math.min(...names.map((name) => farness(wanted, name))) }))
    .sort((a, b) => a.far - b.far || a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
  const near = ranked.filter(({ far }) => far <= Math.max(1, wanted.length * 0.5));
  return (near.length > 0 || !evenFar ? near : ranked).slice(0, 3).map(({ id }) => id);
}

/** The number of edits from the text to a name, or to a part of it. */
function farness(wanted: string, name: string): number {
  if (name.includes(wanted)) return 0;
  // Also compares the beginning of the name, so that a short form is close to the long name.
  const whole = Math.min(
    distance(wanted, name),
    distance(wanted, name.slice(0, wanted.length)) + 1,
  );
  return Math.min(whole, byWords(wanted, name));
}

/** The edits word by word, in any order. Words of one or two letters do not count. */
function byWords(wanted: string, name: string): number {
  const words = (text: string) => text.match(/[\p{L}\p{N}.]{3,}/gu) ?? [];
  const [mine, theirs] = [words(wanted), words(name)];
  if (mine.length === 0 || theirs.length === 0) return Number.POSITIVE_INFINITY;
  return mine
    .map((word) => Math.min(word.length, ...theirs.map((other) => distance(word, other))))
    .reduce((sum, changes) => sum + changes, 1);
}
