import { brief, type Rule } from "./rule.ts";

/** A file outside the archive that cannot be read, and its copy in `seeds/`. */
interface Missing {
  from: string;
  reason: string;
  file: string;
  hasCopy: boolean;
}

const missing: Missing = {
  from: "~/Zotero/library.bib",
  reason: "there is no such file",
  file: "seeds/added/library.bib",
  hasCopy: true,
};

/** A file that `content/links.yaml` names cannot be read. The last copy in `seeds/` stays in use. */
export const linkedFileMissing: Rule<Missing> = {
  name: "linked-file-missing",
  severity: "warning",
  message: ({ from, reason, hasCopy }) =>
    `The linked file ${from} was not read: ${reason}. ${hasCopy ? "Its last copy stays in use." : "There is no copy of it either."}`,
  hint: ({ from }) =>
    `Restore the file, or remove the link with \`npm run add -- --unlink ${from}\`, which keeps the copy.`,
  example: missing,
};

/** A file that `content/links.yaml` names is not on a machine that builds the archive automatically. */
export const linkedFileElsewhere: Rule<Missing> = {
  name: "linked-file-elsewhere",
  severity: "info",
  message: ({ from, file }) =>
    `The linked file ${from} is not on this machine, so its copy ${file} is used.`,
  example: missing,
};

/** A linked file did not replace its copy, because that would lose an edit or papers. */
export const linkedFileUnused: Rule<{ from: string; why: string }> = {
  name: "linked-file-unused",
  severity: "warning",
  message: ({ from, why }) => `The linked file ${from} was not copied: ${why}.`,
  hint: ({ from }) =>
    `To replace the copy all the same, run \`npm run add -- --link --replace ${from}\`.`,
  example: {
    from: "~/Zotero/library.bib",
    why: "seeds/added/library.bib is not as it was added, so it was not replaced",
  },
};

/** A linked file has changed since the last ingest. */
export const linkedFileChanged: Rule<{
  from: string;
  counts: string;
  new: string[];
  changed: string[];
  gone: string[];
}> = {
  name: "linked-file-changed",
  severity: "info",
  message: ({ from, counts, ...changes }) => {
    const titles = (["new", "changed", "gone"] as const).flatMap((kind) =>
      changes[kind].map((title) => `${kind}: "${brief(title)}"`),
    );
    const shown = titles.slice(0, 20).join(", ");
    const more = titles.length > 20 ? ` and ${titles.length - 20} more` : "";
    return `The linked file ${from} has ${counts}${titles.length > 0 ? ` (${shown}${more})` : ""}.`;
  },
  example: {
    from: "~/Zotero/library.bib",
    counts: "1 new, 0 changed, 1 gone",
    new: ["On Bees"],
    changed: [],
    gone: ["On Ants"],
  },
};
