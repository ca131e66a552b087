import { brief, type Rule, recreateEntry } from "./rule.ts";

/** An entry in `content/papers/`, which `npm run ingest` writes, was changed so that it is not valid. */
export const invalidEntry: Rule<{ reason: string; hint?: string | undefined }> = {
  name: "invalid-entry",
  severity: "error",
  message: ({ reason }) => `${reason} The site does not show this entry.`,
  hint: ({ hint }) => (hint === undefined ? recreateEntry : `${hint} Or: ${recreateEntry}`),
  example: {
    reason: "title is 12, but must be text (in quotes if it looks like a number or a date).",
  },
};

/** A later version of Offprint made an entry, in a format that this version does not know. */
export const laterEntry: Rule<{ version: number; known: number }> = {
  name: "later-entry",
  severity: "error",
  message: ({ version, known }) =>
    `A later version of Offprint made this entry, so the site does not show it: its schemaVersion is ${version}, and this version reads up to ${known}.`,
  hint: () => "Update Offprint, or delete the entry and run `npm run ingest`.",
  example: { version: 3, known: 2 },
};

/** A file or folder in `content/papers/` cannot be read. Nothing is written in its place. */
export const unreadEntry: Rule<{ reason: string }> = {
  name: "unread-entry",
  severity: "error",
  message: ({ reason }) => `This was not read, so it was not updated: ${reason}.`,
  hint: () => "Make it readable, or move it out of content/papers/ and run `npm run ingest`.",
  example: { reason: "permission denied" },
};

/** The process that makes the search index ended early, or its files could not be moved into the site. */
export const noSearchIndex: Rule<{ reason: string }> = {
  name: "no-search-index",
  severity: "error",
  message: ({ reason }) => `The site was built without its search index: ${reason}.`,
  hint: () =>
    "Search does not work on this site. If there was too little memory, close other programs, or set NODE_OPTIONS=--max-old-space-size=8000, and build again.",
  example: { reason: "its process ended early, with signal SIGKILL; what it printed is above" },
};

/** A process that makes pages, one of several, said nothing for so long that the build went on without it. */
export const silentProcess: Rule<{ time: string }> = {
  name: "silent-process",
  severity: "warning",
  message: ({ time }) =>
    `A process that makes pages did nothing for ${time}, so it was ended. Other processes made its pages.`,
  hint: () => "The site is complete. If this happens again, build with `--processes 1`.",
  example: { time: "10 minutes" },
};

/** A text of an entry has too many quotes, lists, brackets or emphases inside of each other. */
export const deepEntry: Rule = {
  name: "deep-entry",
  severity: "warning",
  message: () => "A text of this entry is nested too deeply, so its source is shown.",
  hint: () => recreateEntry,
};

/** An entry was moved or renamed, so its path does not match its paper. */
export const misplacedEntry: Rule<{ expected: string }> = {
  name: "misplaced-entry",
  severity: "error",
  message: ({ expected }) =>
    `The path of this entry should be ${expected}, so the site does not show it.`,
  hint: () => recreateEntry,
  example: { expected: "content/papers/2025/2510.01171.mdx" },
};

/** How an entry that was edited by hand differs from its sources, and where they have it. */
interface EditedEntry {
  title: string;
  /** The path of the paper's note. */
  note: string;
  /** The path of the paper's entry, if that is another one now. */
  now?: string | undefined;
  /** Absent if the entry cannot be read. */
  edit:
    | {
        correction?: string;
        kept: string[];
        others: string[];
        derived: { name: string; from: string }[];
        unknown: string[];
      }
    | undefined;
}

/**
 * An entry was edited by hand. Ingesting never overwrites your changes. The message ends with the line that
 * keeps them in a note.
 */
export const editedEntry: Rule<EditedEntry> = {
  name: "edited-entry",
  severity: "warning",
  message: ({ title, now, edit }) => {
    const { kept = [], others = [], derived = [], unknown = [] } = edit ?? {};
    const names = [...kept, ...others, ...derived.map(({ name }) => name), ...unknown];
    const differing =
      names.length > 0
        ? `in: ${names.join(", ")}`
        : "only in comments, spaces or the way values are written";
    const result =
      now === undefined
        ? "so it was not updated from its sources"
        : `so it was kept here, although the entry of this paper is ${now} now`;
    return `The entry of "${brief(title)}" was edited by hand, ${result}.${
      edit ? ` It differs ${differing}.` : ""
    }`;
  },
  hint: ({ note, edit }) => {
    if (!edit) {
      return `It cannot be read. Move your changes to ${note}, delete the entry, and run \`npm run ingest\`.`;
    }
    const lost = whatIsLost(edit);
    return edit.correction === undefined
      ? `Delete the entry and run \`npm run ingest\`, which writes it again.${lost}`
      : `To keep your changes, add the following line to the frontmatter of ${note}, delete the entry, and run \`npm run ingest\`.${lost} The line: ${edit.correction}`;
  },
  example: {
    title: "Attention Is All You Need",
    note: "content/notes/1706.03762.mdx",
    edit: {
      correction: 'corrections: {"published":"2017-06-12"}',
      kept: ["published"],
      others: [],
      derived: [{ name: "titleText", from: "title" }],
      unknown: [],
    },
  },
};

/** What a note cannot keep of an edit, and why. */
function whatIsLost({ others, derived, unknown }: NonNullable<EditedEntry["edit"]>): string {
  const made = derived.map(({ name, from }) => `${name} (from ${from})`).join(", ");
  return [
    others.length > 0
      ? ` A note cannot correct ${others.join(", ")}: change that in the source.`
      : "",
    made === "" ? "" : ` Offprint derives ${made}: change what it is derived from.`,
    unknown.length > 0
      ? ` Entries have no field ${unknown.join(", ")}. A note can have status, rating, readOn and tags.`
      : "",
  ].join("");
}

/** A file of your own has the path at which the entry of a paper belongs. */
export const entryPathTaken: Rule<{ title: string }> = {
  name: "entry-path-taken",
  severity: "warning",
  message: ({ title }) =>
    `This file was not made by \`npm run ingest\`, so the entry of "${title}" was not written here.`,
  hint: () => "Move the file out of content/papers/, and run `npm run ingest`.",
  example: { title: "Attention Is All You Need" },
};

/** No seed has a paper anymore, but a seed is incomplete or there are no seeds, so the paper may come back. */
export const entryKept: Rule = {
  name: "entry-kept",
  severity: "info",
  message: () =>
    "No seed has this paper anymore. Its entry is kept because seeds/ is empty or a seed could not be read completely.",
  hint: () =>
    "Repair or restore the seed. The entry is removed once all seeds are read without errors. If the paper is to go now, delete this file.",
};

/** No seed has a paper anymore, but its entry was edited by hand. */
export const editedOrphan: Rule = {
  name: "edited-orphan",
  severity: "warning",
  message: () => "No seed has this paper anymore. Its entry is kept because it was edited by hand.",
  hint: () => "Move your changes to another folder, or delete the file.",
};

/** A paper was removed, but its entry was edited by hand. Such a file is never deleted. */
export const editedRemoved: Rule<{ id: string }> = {
  name: "edited-removed",
  severity: "warning",
  message: () =>
    "This paper was removed, but its entry was edited by hand, so it is kept and still shown.",
  hint: ({ id }) =>
    `Move your changes to another folder, or delete the file. To keep the paper, run \`npm run remove -- --undo ${id}\`.`,
  example: { id: "1706.03762" },
};

/** `content/papers/` has a file that `npm run ingest` did not make. */
export const foreignFile: Rule = {
  name: "foreign-file",
  severity: "warning",
  message: () =>
    "This file was not made by `npm run ingest`, so it is neither changed nor shown on the site.",
  hint: () => "Move it out of content/papers/, or delete it.",
};

/**
 * A title or an abstract would not survive being written as MDX and read back. This check keeps a bug from
 * changing a text unnoticed.
 */
export const entryRoundTrip: Rule<{
  title: string;
  text: "title" | "abstract";
  reason: string;
}> = {
  name: "entry-round-trip",
  severity: "error",
  message: ({ title, text, reason }) =>
    `The ${text} of "${title}" would be changed by MDX, so its entry was not written: ${reason}.`,
  hint: () => "This is a bug in Offprint. Please report it together with the text.",
  example: { title: "Attention Is All You Need", text: "abstract", reason: "the words differ" },
};

/** Two papers have one citation key. */
export const citationKeyTaken: Rule<{ key: string; title: string; other: string }> = {
  name: "citation-key-taken",
  severity: "warning",
  message: ({ key, title, other }) =>
    `"${brief(title)}" has the citation key ${key}, and so has "${brief(other)}". Exports cite the first by its id instead.`,
  hint: () => "Give one of them another key in its source.",
  example: { key: "smith2020", title: "On honey", other: "On bees" },
};
