import type { PaperEntry } from "../schemas/paper.ts";
import { readArchive } from "../workspace/read-archive.ts";
import { reportMessages } from "./integrations/build-report.ts";
import { notePaperDates } from "./integrations/paper-dates.ts";
import { forStore } from "./integrations/paper-loader.ts";
import { madeOnce } from "./made-once.ts";
import { workspace } from "./settings.ts";
import { lookup } from "./traced.ts";

/** The texts of a paper that few pages show. */
export interface EntryTexts {
  /** The abstract's Markdown. */
  abstract: string;
  /** Title and abstract as the source printed them, if formulas in them were restored or corrected. */
  originals: { title?: string | undefined; abstract?: string | undefined };
}

/** All entries, and their texts by the ids of the papers. */
export interface Entries {
  papers: PaperEntry[];
  texts: ReadonlyMap<string, EntryTexts>;
}

/**
 * The entries of a build, read from disk once. Astro's store would have to be written, bundled and parsed for it,
 * which takes longer.
 */
export const entriesOnce = madeOnce(["papers"], async (): Promise<Entries> => {
  const { value, messages } = await readArchive(workspace);
  reportMessages(messages);
  notePaperDates(
    value.map(({ entry: { id, published, publishedIn } }) => ({
      id,
      date: published ?? publishedIn,
    })),
  );
  const textsOf = (entry: PaperEntry, abstract: string): EntryTexts => ({
    abstract: apart(abstract),
    originals: originalsIn(entry),
  });
  return {
    papers: value.map(({ entry }) => forStore(entry)),
    texts: new Map(value.map(({ entry, abstract }) => [entry.id, textsOf(entry, abstract)])),
  };
});

/** Makes a function that finds the texts of a paper. */
export const entryTexts = lookup("texts of a paper", ["papers"], async () => {
  const { texts } = await entriesOnce();
  return (id) => texts.get(id);
});

/** Title and abstract as the source printed them, if formulas in them were restored or corrected. */
export function originalsIn(entry: PaperEntry): EntryTexts["originals"] {
  const { restored, corrected = 0 } = entry.math;
  if (restored + corrected === 0) return {};
  return { title: entry.originalTitle, abstract: entry.original };
}

/** A string of its own. A part of a file's text would keep all of that in memory. */
function apart(text: string): string {
  return Buffer.from(text).toString();
}
