import { z } from "zod";
import { entryPath } from "../../archive/entry-path.ts";
import { digestOfBytes } from "../../ingest/memory.ts";
import type { Entry } from "../../ingest/to-mdx.ts";
import { paper } from "../../schemas/paper.ts";
import { soundText } from "../../schemas/sound-texts.ts";
import { type EntryFile, isSoundEntry, readEntry } from "../entries.ts";
import type { Workspace } from "../paths.ts";
import { engineVersion } from "./engine-version.ts";
import { type Store, type StoreOptions, withStore } from "./open-store.ts";

const parts = z.object({ data: z.looseObject({ id: z.string() }), abstract: z.string() });

/** How a value that was written and not damaged since is recognized, which is less than all of it. */
const shape = z.custom<EntryFile>((value) => parts.safeParse(value).success);

/** Runs work with the parsed entries of a workspace, each by the digest of its text. */
export function withEntryStore<R>(
  workspace: Pick<Workspace, "root">,
  options: Omit<StoreOptions<never>, "shape">,
  work: (store: Store<EntryFile>) => Promise<R>,
): Promise<R> {
  return withStore(workspace, "entries", { ...options, shape }, work);
}

/** Runs work with the parsed entries that the last ingest kept in a workspace that has its own engine. */
export function withKeptEntries<R>(
  workspace: Pick<Workspace, "root">,
  work: (store: Pick<Store<EntryFile>, "get">) => Promise<R>,
): Promise<R> {
  const options = { version: engineVersion(workspace.root), isReadOnly: true };
  return withEntryStore(workspace, options, work);
}

/**
 * Keeps what reading entries gives, so that nobody reads them again, in the order in which files are read. An
 * entry that has a fault is not kept.
 */
export function keepEntries(store: Store<EntryFile>, entries: readonly Entry[]): void {
  for (const entry of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const { digest } = entry;
    if (store.has(digest)) continue;
    const file = madeFile(entry) ?? readEntry("", entry.path, entry.text).value;
    if (file && isSoundEntry(file)) store.set(digest, file);
  }
}

/** What reading an entry gives that was made now; undefined if only reading it says that. */
function madeFile({ made, text }: Entry): EntryFile | undefined {
  // A reader takes every line ending for the same.
  if (!made || text.includes("\r") || soundText(text) !== text) return undefined;
  const { data } = paper.safeParse(made.fields);
  return data && { data, abstract: made.abstract };
}

/** The same as `readEntry`, from the store if it has the entry. */
export function readStoredEntry(
  store: Pick<Store<EntryFile>, "get">,
  folder: string,
  path: string,
  text: string,
): ReturnType<typeof readEntry> {
  const value = store.get(digestOfBytes(text));
  if (value && entryPath(value.data) === path) return { value, messages: [] };
  return readEntry(folder, path, text);
}
