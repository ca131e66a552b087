import { distance } from "fastest-levenshtein";

/**
 * The ids that a person may have meant, best first: those that hold what was written, then those of
 * the fewest changes.
 */
export function nearestIds(written: string, ids: readonly string[], count = 3): string[] {
  const wanted = written.toLowerCase();
  // An id's beginning is compared, so that a short form is near to the long id it stands for.
  const changes = (id: string) =>
    Math.min(distance(wanted, id), distance(wanted, id.slice(0, wanted.length)) + 1);
  return ids
    .map((id) => ({ id, far: id.includes(wanted) ? 0 : changes(id) }))
    .filter(({ far }) => far <= Math.max(1, wanted.length * 0.5))
    .sort((a, b) => a.far - b.far || a.id.length - b.id.length || (a.id < b.id ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);
}
