import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { listAddresses } from "../../archive/list-addresses.ts";
import type { CleanPaper } from "../../ingest/clean-paper.ts";
import { sourceKey } from "../../ingest/identity/source-key.ts";
import type { Remembered, SeedRecords } from "../../ingest/memory.ts";
import { type MadePaper, remakePaper } from "../../ingest/remake-paper.ts";
import type { Entry } from "../../ingest/to-mdx.ts";
import { isAboutIdentity, listsOfNote } from "../../notes/facts-for-ingest.ts";
import { withoutMacros } from "../../notes/note-macros.ts";
import { ownersNotes } from "../../notes/owners-notes.ts";
import { parseNote } from "../../notes/parse-note.ts";
import type { OtherLine } from "../../schemas/address.ts";
import { defined } from "../../schemas/defined.ts";
import type { Note } from "../../schemas/note.ts";
import { citationKeyTaken } from "../../schemas/rules.ts";
import { compileTaxonomy } from "../../topics/matcher/matcher.ts";
import { readEntry } from "../entries.ts";
import { type Workspace, workspaceAt } from "../paths.ts";
import { readSite } from "../read-site.ts";
import { readTaxonomy } from "../read-taxonomy.ts";
import { engineVersion } from "../store/engine-version.ts";
import { withSeedRecords } from "../store/ingest-memory.ts";
import type { LastIngest } from "./last-ingest.ts";

/** Whose code this is, as that of an ingest. */
const engine = resolve(import.meta.dirname, "../../..");

/** A note of a paper that has facts, or had some, or is new or gone. */
export interface EditedFacts {
  /** The id of the paper. */
  paper: string;
  /** The text of the note when it was last read, if it had facts. */
  before: { file: string; text: string } | undefined;
  after: Note | undefined;
}

/** The entry that a paper has now, and the addresses that it needs. */
export interface RemadeEntry {
  entry: Entry;
  isChanged: boolean;
  addresses: OtherLine[];
}

/**
 * The entries of papers whose notes were edited, made from what the last ingest remembers of their records. Undefined
 * if that does not suffice to know what an ingest of all would give.
 */
export async function remadeEntries(
  workspace: Workspace,
  last: LastIngest,
  edits: readonly EditedFacts[],
): Promise<RemadeEntry[] | undefined> {
  const site = readSite(workspace).value;
  if (!site || !last.near) return undefined;
  const { macros } = site;
  const { topics, redirects } = readTaxonomy(workspaceAt(workspace.root, engine));
  const moved = new Map(redirects.map(({ from, to }) => [from, to]));
  const context = { matcher: compileTaxonomy(topics), notes: ownersNotes([], macros, moved) };
  const isNamed = last.messages.some(({ rule }) => rule === citationKeyTaken.name);
  const near = new Set(last.near);
  const kept = {
    version: engineVersion(engine),
    isReadOnly: true,
  };
  return withSeedRecords(workspace, kept, async (seeds) => {
    const remade: RemadeEntry[] = [];
    for (const { paper: id, before, after } of edits) {
      const made = madePaper(workspace, id, seeds);
      const notes = [before && parseNote({ path: before.file, text: before.text }).value, after];
      if (!made || (before && !notes[0]) || notes.some((one) => one && isAboutIdentity(one))) {
        return undefined;
      }
      const [old, now] = notes.map((one) => one && withoutMacros(one, macros));
      const named = { ...made, isNamed: isNamed || near.has(id) };
      const found = remakePaper(named, { before: old, after: now }, context);
      if (!found) return undefined;
      const { paper, entry } = found;
      const own = new Set(paper.topics.map((topic) => topic.id));
      const ofTopics = topics.filter((topic) => own.has(topic.id));
      const lists = [...listAddresses([paper]), ...(after ? listsOfNote(after) : [])];
      const addresses: OtherLine[] = [
        ...ofTopics.map((topic) => ({
          kind: "topic" as const,
          address: topic.id,
          name: topic.name,
          ...defined({ broader: topic.broader }),
        })),
        ...lists.map((address) => ({ kind: "list" as const, address })),
      ];
      remade.push({ entry, isChanged: entry.text !== made.entry, addresses });
    }
    return remade;
  });
}

/** A paper by its entry on disk, with the records that it was made from; undefined if these are not all known. */
function madePaper(
  { papers }: Pick<Workspace, "papers">,
  id: string,
  seeds: Pick<Remembered<SeedRecords>, "get">,
): Omit<MadePaper, "isNamed"> | undefined {
  const years = readdirSync(papers).filter((year) => existsSync(join(papers, year, `${id}.mdx`)));
  const [year, ...others] = years;
  if (year === undefined || others.length > 0) return undefined;
  const entry = readFileSync(join(papers, year, `${id}.mdx`), "utf8");
  const { data } = readEntry("", `${year}/${id}.mdx`, entry).value ?? {};
  if (data?.id !== id) return undefined;
  const records: CleanPaper[] = [];
  for (const source of data.sources.filter(({ format }) => format !== "note")) {
    const key = sourceKey(source);
    const record = seeds
      .get(source.file)
      ?.records.find((one) => one.archived === undefined && sourceKey(one.source) === key);
    if (!record) return undefined;
    records.push(record);
  }
  return records.length > 0 ? { id: data.id, aliases: data.aliases, records, entry } : undefined;
}
