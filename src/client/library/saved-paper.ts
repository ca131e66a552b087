/**
 * What a visitor keeps of one paper on their own device: whether it is saved, whether it is read,
 * and a private note. A time is an ISO instant. With it goes enough of the paper to show it in a
 * list without asking the site.
 */
export interface KeptPaper {
  title: string;
  /** The day of publication, or its month or year where no more is known; absent when unknown. */
  published?: string | undefined;
  saved?: string;
  read?: string;
  note?: PrivateNote;
}

export interface PrivateNote {
  text: string;
  written: string;
}

/** What a page knows of a paper when a visitor presses its button. */
export type PaperFacts = Pick<KeptPaper, "title" | "published">;

/** The version of the form in which a paper is kept. A reader refuses a later one. */
export const keptVersion = 1;

export type Change = (kept: KeptPaper, now: string) => KeptPaper;

/** Saves a paper, or takes it from the list. Twice the same is once. */
export function setSaved(wanted: boolean): Change {
  return ({ saved, ...rest }, now) => (wanted ? { ...rest, saved: saved ?? now } : rest);
}

/** Marks a paper read, or unread. */
export function setRead(wanted: boolean): Change {
  return ({ read, ...rest }, now) => (wanted ? { ...rest, read: read ?? now } : rest);
}

/** Writes the private note; a blank one is none. */
export function setNote(text: string): Change {
  return ({ note, ...rest }, now) => {
    if (text.trim() === "") return rest;
    return { ...rest, note: note?.text === text ? note : { text, written: now } };
  };
}

/** Brings title and date up to what the archive says now. */
export function withFacts(kept: KeptPaper, { title, published }: PaperFacts): KeptPaper {
  const { published: _, ...rest } = kept;
  return published === undefined ? { ...rest, title } : { ...rest, title, published };
}

/** Whether there is nothing to keep any more. */
export function isBlank({ saved, read, note }: KeptPaper): boolean {
  return saved === undefined && read === undefined && note === undefined;
}
