import type { Rule } from "./rule.ts";

/** The folder `seeds/` has no files, so there are no papers to show. */
export const noSeeds: Rule = {
  name: "no-seeds",
  severity: "error",
  message: () => "The folder seeds/ is empty, so there is nothing to read.",
  hint: () => "Add a source, such as a BibTeX file, or run `npm run add -- 2510.01171`.",
};

/** An archive that was begun with `npm run init` has no papers yet. */
export const emptyArchive: Rule = {
  name: "empty-archive",
  severity: "info",
  message: () => "There are no papers yet.",
  hint: () => "Add one with `npm run add -- 2510.01171`, or put a file of references into seeds/.",
};

/** The folder `seeds/` has no files, so the site shows the sample. It goes with your first paper. */
export const sampleShown: Rule = {
  name: "sample-shown",
  severity: "info",
  message: () => "The folder seeds/ is empty, so you see the sample.",
  hint: () =>
    "Run `npm run init` to begin an archive of your own, or add a paper with `npm run add -- 2510.01171`.",
};

/**
 * A file or folder in `seeds/` cannot be read: permission is missing, a symbolic link leads nowhere, a
 * name is not valid UTF-8, or it is not a file at all.
 */
export const unreadSeed: Rule<{ reason: string }> = {
  name: "unread-seed",
  severity: "error",
  message: ({ reason }) => `This was not read: ${reason}. No entries were removed.`,
  hint: () => "Repair it, or move it out of seeds/.",
  example: { reason: "permission denied" },
};

/** A seed has no text. */
export const emptyFile: Rule = {
  name: "empty-file",
  severity: "error",
  message: () => "The file is empty.",
  hint: () => "Copy or download it again, or delete it.",
};

/** A seed is in none of the formats that Offprint can read. */
export const unknownFormat: Rule<{ formats: string; linked?: number }> = {
  name: "unknown-format",
  severity: "error",
  message: () => "The format of this file is unknown, so no papers were read from it.",
  hint: ({ formats, linked = 0 }) =>
    `${linked > 0 ? `It links to ${linked === 1 ? "a paper" : `${linked} papers`}: \`npm run add -- FILE\` downloads what it links to. ` : ""}Supported formats: ${formats}. Move files that are not sources out of seeds/.`,
  example: { formats: "BibTeX; RIS; arXiv API" },
};

/**
 * Entries come from a seed in which no paper is found now. The seed may be damaged, or its format may
 * not be recognized anymore, so no entries are removed.
 */
export const noPapersNow: Rule<{ count: number }> = {
  name: "no-papers-now",
  severity: "error",
  message: ({ count }) =>
    `No papers were found in this file, but ${count === 1 ? "an entry comes" : `${count.toLocaleString("en")} entries come`} from it. No entries were removed.`,
  hint: () => "Repair or restore the file. If its papers are meant to go, delete the file.",
  example: { count: 30 },
};

/** Most papers of a seed are gone, and their entries are removed. */
export const fewerPapers: Rule<{ gone: number; now: number }> = {
  name: "fewer-papers",
  severity: "warning",
  message: ({ gone, now }) =>
    `${gone.toLocaleString("en")} papers are not in this file anymore, and ${now.toLocaleString("en")} are left. The entries of those that no other seed has are removed.`,
  hint: () =>
    "If you did not shorten the file yourself, restore it and run `npm run ingest` again, which brings the entries back.",
  example: { gone: 28, now: 2 },
};

/**
 * A file is too large to be read into memory, or too long for its format. A small gzip file can be
 * too large when it is unpacked.
 */
export const tooLarge: Rule<{ what: string; limit: string }> = {
  name: "too-large",
  severity: "error",
  message: ({ what, limit }) => `${what} is larger than ${limit}, so it was not read.`,
  hint: () => "Split it into several files.",
  example: { what: "This file", limit: "400 MB" },
};

/** A seed that is compressed with gzip is incomplete or damaged. */
export const damagedGzip: Rule = {
  name: "damaged-gzip",
  severity: "error",
  message: () =>
    "This gzip file is damaged or incomplete. It was read as far as it could be unpacked.",
  hint: () => "Copy or download the file again.",
};

/** A seed was compressed with gzip a second time. */
export const packedTwice: Rule = {
  name: "packed-twice",
  severity: "error",
  message: () => "This file is compressed with gzip twice, so it was not read.",
  hint: () => "Unpack it once with `gunzip`.",
};

/**
 * A file has bytes that are not valid in its encoding, which is UTF-8 unless a byte order mark says
 * UTF-16. Each invalid byte is shown as U+FFFD, the replacement character.
 */
export const invalidEncoding: Rule<{ encoding: string }> = {
  name: "invalid-encoding",
  severity: "error",
  message: ({ encoding }) =>
    `The file is not valid ${encoding} from this line on. Invalid bytes are shown as \uFFFD.`,
  hint: () => "Save the file as UTF-8, or download it again if it is damaged.",
  example: { encoding: "UTF-8" },
};

/** The first bytes of a seed are damaged, but a record further down can be read. */
export const damagedBeginning: Rule = {
  name: "damaged-beginning",
  severity: "error",
  message: () => "The beginning of this file is damaged. Reading starts at this line.",
  hint: () => "Download or export the file again, or repair the lines above this one.",
};

/**
 * A seed has very many problems of one kind. Only the first ones are reported one by one.
 */
export const moreMessages: Rule<{ rule: string; count: number }> = {
  name: "more-messages",
  severity: "info",
  message: ({ rule, count }) =>
    `${count.toLocaleString("en")} more ${rule} messages about this file are not shown.`,
  hint: () => "Fix the first ones. The rest often have the same cause.",
  example: { rule: "no-title", count: 1204 },
};

/** `seedYears` in `content/site.yaml` names a file that is not in `seeds/`. */
export const unusedSeedYear: Rule<{ file: string; nearest: string[] }> = {
  name: "unused-seed-year",
  severity: "warning",
  message: ({ file }) => `seedYears sets a year for "${file}", but seeds/ has no such file.`,
  hint: ({ nearest }) =>
    nearest.length > 0
      ? `Use the path of the file within seeds/. Similar files: ${nearest.join(", ")}.`
      : "Use the path of the file within seeds/, or delete the line.",
  example: { file: "daily.txt", nearest: ["daily-papers.txt"] },
};

/**
 * `content/removed.yaml` lists a paper as removed and as restored, as after a merge of two branches: git keeps
 * the lines of both.
 */
export const removedAndRestored: Rule<{ id: string; restoredAt: number }> = {
  name: "removed-and-restored",
  severity: "warning",
  message: ({ id, restoredAt }) =>
    `"${id}" is removed here and restored in line ${restoredAt}, so it stays removed.`,
  hint: () =>
    "Delete this line to have the paper in the archive, or the other one to keep it removed.",
  example: { id: "2510.01171", restoredAt: 7 },
};

/** `content/removed.yaml` lists a paper that no seed has. */
export const unusedRemoval: Rule<{ id: string; nearest: string[] }> = {
  name: "unused-removal",
  severity: "info",
  message: ({ id }) => `The list of removed papers has "${id}", but no seed has this paper.`,
  hint: ({ nearest }) =>
    `${nearest.length > 0 ? `Similar ids: ${nearest.join(", ")}. ` : ""}If the id is right, you can keep the line in case the paper comes back.`,
  example: { id: "2510.0117", nearest: ["2510.01171"] },
};
