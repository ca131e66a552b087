import { number } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

/** The pages of saved papers, of shared lists and of new papers. */
export const library = {
  morePapers: "More papers",

  toRead: "To read",
  read: "Read",
  noteOnly: "With a note only",
  blocked:
    "This browser does not allow this site to store data, so papers cannot be saved. Check its privacy settings, or leave private browsing.",
  summary: ({ saved, read, notes }: { saved: number; read: number; notes: number }) => {
    const parts = [
      ...(saved > 0 ? [`${paperLabels.count(saved)} saved`] : []),
      ...(read > 0 ? [`${number(read)} read`] : []),
      ...(notes > 0 ? [`${number(notes)} with a note`] : []),
    ];
    return parts.length > 0
      ? parts.join(", ")
      : "You have not saved any papers on this device yet. Use the bookmark next to a paper to save it, and the check mark to mark it as read.";
  },
  notInArchive: "This paper is no longer in this archive.",

  damaged: {
    label: (count: number): string =>
      count === 1 ? "Damaged data" : "Damaged data of several papers",
    explanation: (count: number) =>
      `The stored data of ${paperLabels.count(count)} cannot be read. It was left unchanged, and your other papers are not affected.`,
    download: "Download damaged data",
    remove: "Delete damaged data",
  },
  /** Why the data of a paper cannot be read; each completes “name: …”. */
  paperErrors: {
    "not-json": "not JSON, or cut off",
    "not-an-object": "not a JSON object",
    "no-version": "no version number",
    "newer-version": "written by a newer version of this site",
    "no-title": "no title",
    "bad-published": "“published” is not a day, month or year",
    "bad-saved": "“saved” is not a time",
    "bad-read": "“read” is not a time",
    "bad-note": "“note” has no text or no time",
    "bad-id": "no valid id, such as 2510.01171",
  },

  linkCopied: "Link copied",
  copyingBlocked:
    "This browser does not allow the page to copy. The link is selected, so you can copy it yourself.",
  exporting: "Preparing the file…",
  exportedCitations: (count: number, format: string) =>
    `${paperLabels.count(count)} exported as ${format}`,
  exportedBackup: (count: number) =>
    `${paperLabels.count(count)} exported, with your notes and reading history`,
  citedButGone: (count: number) =>
    `${paperLabels.count(count)} ${count === 1 ? "is" : "are"} no longer in this archive and ${count === 1 ? "has" : "have"} only title and date.`,
  citedOffline: (count: number) =>
    `${paperLabels.count(count)} could not be looked up without a connection and ${count === 1 ? "has" : "have"} only title and date.`,
  moreDetails: (count: number) => `… and ${number(count)} more`,

  unreadableFile: (file: string) => `${file} could not be read.`,
  nothingImported: (file: string) =>
    `Nothing was imported from ${file}. Your saved papers are unchanged.`,
  /** What is wrong with the file, and what to do. */
  importErrors: {
    "not-json": [
      "The file is not JSON, or part of it is missing.",
      "Choose a backup that was exported from a page like this one, and check that it was copied completely.",
    ],
    "not-a-backup": [
      "The file is JSON, but not a backup from this kind of site.",
      "Citations such as CSL-JSON cannot be imported, only backups that were exported from a page like this one.",
    ],
  },
  otherVersion: (version: string, supported: number) => [
    `The backup has version ${version}, but this page reads version ${supported}.`,
    "Export it again from an up-to-date site, or import it on a site as new as the one it came from.",
  ],
  imported: (count: number, total: number, file: string) =>
    `${number(count)} of ${paperLabels.count(total)} imported from ${file} and merged with your saved papers.`,
  importStopped: {
    full: "The rest was not imported: the browser’s storage for this site is full.",
    blocked: "The rest was not imported: this browser does not allow this site to store data.",
  },
  itemOfFile: (position: number, id: string | undefined) =>
    id === undefined ? `Paper ${number(position)}` : `Paper ${number(position)} (${id})`,
  skipped: (paper: string, reason: string) => `${paper} was skipped: ${reason}.`,

  confirmRemoval: (count: number) =>
    `Delete ${paperLabels.count(count)} with your notes, and everything else this site has stored, from this device? This cannot be undone.`,
  removed: "Everything was deleted from this device.",
  removedButOffline:
    "Your saved papers were deleted, but the pages stored for reading offline were not. You can delete them on the page “Read offline”.",

  emptyLink:
    "This link contains no papers. The link to a list ends with # and the ids of its papers; perhaps that part was cut off.",
  loadingList: "Loading the papers…",
  inList: (count: number) => `${paperLabels.count(count)} in this list`,
  partOfList: (count: number, total: number) =>
    `${number(count)} of the ${paperLabels.count(total)} in this list can be shown without a connection`,
  /** `names` is a list of quoted names. */
  notInThisArchive: (count: number, names: string) =>
    count === 1
      ? `This paper is not in this archive: ${names}.`
      : `These papers are not in this archive: ${names}.`,
  couldNotLoad: (count: number, names: string) =>
    `${paperLabels.count(count)} could not be loaded: ${names}. Check your connection and reload the page.`,
  quoted: (text: string) => `“${text}”`,
  andMore: (list: string, count: number) => `${list} and ${number(count)} more`,
  saveList: (count: number) =>
    count === 1 ? "Save this paper" : `Save these ${paperLabels.count(count)}`,
  savedFromList: (count: number, total: number) =>
    `${number(count)} of ${paperLabels.count(total)} in this list ${count === 1 ? "is" : "are"} saved on this device`,

  news: {
    blocked:
      "This browser does not allow this site to store data, so the page cannot know when you last visited. Here are the latest days.",
    failed: "The latest papers could not be loaded. Check your connection and reload the page.",
    notRemembered:
      "This visit cannot be remembered because the browser’s storage for this site is full.",
    firstVisit:
      "First visit on this device. From your next visit on, this page lists the papers added in the meantime. Until then, here are the latest days.",
    /** `since` is a date with a time. */
    clockWentBack: (since: string) =>
      `According to this device’s clock, your last visit (${since}) is in the future, so this page cannot know which papers are new. From your next visit on, it can. Until then, here are the latest days.`,
    sinceLook: (count: number, since: string, atLeast: boolean) => {
      if (count === 0) return `No new papers since you last looked here on ${since}`;
      const some = atLeast ? `At least ${paperLabels.count(count)}` : paperLabels.count(count);
      return `${some} added since you last looked here on ${since}`;
    },
    sinceVisit: (count: number, since: string) =>
      count === 0
        ? `No papers from the days since your last visit on ${since}`
        : `${paperLabels.count(count)} from the days since your last visit on ${since}`,
  },
};
