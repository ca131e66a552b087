/**
 * What a reader has stored about one paper on their device. Times are ISO instants. Title and date
 * are stored as well, so that a list can be shown without asking the site.
 *
 * Devices store these field names, so they must not change.
 */
export interface SavedPaper {
  title: string;
  /** The day of publication, or only its month or year. Absent when unknown. */
  published?: string | undefined;
  /** When it was saved. */
  saved?: string;
  /** When it was marked as read. */
  read?: string;
  note?: PrivateNote;
}

/** A reader's own note, as plain text. */
export interface PrivateNote {
  text: string;
  /** When it was last changed. */
  written: string;
}

/** What a page knows about a paper when a reader presses one of its buttons. */
export type PaperSummary = Pick<SavedPaper, "title" | "published">;

/** The version of the stored format. Records of a later version are refused. */
export const formatVersion = 1;

/** A change to a paper at a time, which is an ISO instant. */
export type Change = (paper: SavedPaper, now: string) => SavedPaper;

/** Saves a paper, or removes it from the saved ones. Doing it twice changes nothing more. */
export function setSaved(wanted: boolean): Change {
  return ({ saved, ...rest }, now) => (wanted ? { ...rest, saved: saved ?? now } : rest);
}

/** Marks a paper as read or unread. */
export function setRead(wanted: boolean): Change {
  return ({ read, ...rest }, now) => (wanted ? { ...rest, read: read ?? now } : rest);
}

/** Writes the private note. A note of white space deletes it. */
export function setNote(text: string): Change {
  return ({ note, ...rest }, now) => {
    if (text.trim() === "") return rest;
    return { ...rest, note: note?.text === text ? note : { text, written: now } };
  };
}

/** Replaces title and date with what the archive has now. */
export function updateSummary(paper: SavedPaper, { title, published }: PaperSummary): SavedPaper {
  const { published: _, ...rest } = paper;
  return published === undefined ? { ...rest, title } : { ...rest, title, published };
}

/** Whether there is nothing left to store. */
export function isEmpty({ saved, read, note }: SavedPaper): boolean {
  return saved === undefined && read === undefined && note === undefined;
}
