import type { KeptPaper, PrivateNote } from "./saved-paper.ts";

/**
 * The union of what two places keep of a paper: saved or read in either is saved or read, since the
 * earlier time; no note is lost. The first one's title and date stand. Merging again changes nothing.
 */
export function mergeKept(one: KeptPaper, other: KeptPaper): KeptPaper {
  const saved = earlier(one.saved, other.saved);
  const read = earlier(one.read, other.read);
  const note = mergeNotes(one.note, other.note);
  const published = one.published ?? other.published;
  return {
    title: one.title,
    ...(published === undefined ? {} : { published }),
    ...(saved === undefined ? {} : { saved }),
    ...(read === undefined ? {} : { read }),
    ...(note === undefined ? {} : { note }),
  };
}

/** Two notes as one: the one that holds the other, else both, the older first. */
export function mergeNotes(
  one: PrivateNote | undefined,
  other: PrivateNote | undefined,
): PrivateNote | undefined {
  if (!one || !other) return one ?? other;
  const [older, newer] = isBefore(one, other) ? [one, other] : [other, one];
  const { written } = newer;
  if (newer.text.includes(older.text)) return { text: newer.text, written };
  if (older.text.includes(newer.text)) return { text: older.text, written };
  return { text: `${older.text}\n\n${newer.text}`, written };
}

function isBefore(one: PrivateNote, other: PrivateNote): boolean {
  return one.written === other.written ? one.text < other.text : one.written < other.written;
}

function earlier(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
