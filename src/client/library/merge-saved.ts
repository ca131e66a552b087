import type { PrivateNote, SavedPaper } from "./saved-paper.ts";

/**
 * Merges what two places have stored about a paper. It is saved or read if it is in either, since the
 * earlier time; notes are joined. Title and date are the first one's. Merging again changes nothing.
 */
export function mergeSaved(first: SavedPaper, second: SavedPaper): SavedPaper {
  const merged: SavedPaper = { title: first.title };
  const published = first.published ?? second.published;
  const saved = earlier(first.saved, second.saved);
  const read = earlier(first.read, second.read);
  const note = mergeNotes(first.note, second.note);
  if (published !== undefined) merged.published = published;
  if (saved !== undefined) merged.saved = saved;
  if (read !== undefined) merged.read = read;
  if (note !== undefined) merged.note = note;
  return merged;
}

/** The note that contains the other one, else both texts, the older one first. */
export function mergeNotes(
  first: PrivateNote | undefined,
  second: PrivateNote | undefined,
): PrivateNote | undefined {
  if (!first || !second) return first ?? second;
  const [older, newer] = isBefore(first, second) ? [first, second] : [second, first];
  const { written } = newer;
  if (newer.text.includes(older.text)) return { text: newer.text, written };
  if (older.text.includes(newer.text)) return { text: older.text, written };
  return { text: `${older.text}\n\n${newer.text}`, written };
}

function isBefore(a: PrivateNote, b: PrivateNote): boolean {
  return a.written === b.written ? a.text < b.text : a.written < b.written;
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
