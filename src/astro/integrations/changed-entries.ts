import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import type { PaperEntry } from "../../schemas/paper.ts";
import { readEntry } from "../../workspace/entries.ts";
import type { Workspace } from "../../workspace/paths.ts";
import { shownFile } from "../../workspace/read-entries.ts";
import { walkFolder } from "../../workspace/walk-folder.ts";
import { reportMessages } from "./build-report.ts";
import { forStore } from "./paper-loader.ts";

/** An entry of Astro's store, as far as it matters here. */
interface StoredEntry {
  id: string;
  data: PaperEntry;
}

const key = Symbol.for("offprint.changed-entries");

/** The entries that changed since Astro read them, by id; those that are gone have no value. */
function changed(): Map<string, PaperEntry | undefined> {
  // Pages and integrations are in different bundles, so they would not share a module's variable.
  const known: Map<string, PaperEntry | undefined> | undefined = Reflect.get(globalThis, key);
  if (known) return known;
  const made = new Map<string, PaperEntry | undefined>();
  Reflect.set(globalThis, key, made);
  return made;
}

/** The entries of the archive: those of Astro's store, with what a preview has read since. */
export function withChanges(stored: readonly StoredEntry[]): PaperEntry[] {
  const all = new Map<string, PaperEntry | undefined>(stored.map(({ id, data }) => [id, data]));
  for (const [id, data] of changed()) all.set(id, data);
  return [...all.values()].filter((data) => data !== undefined);
}

/** What a preview knows of the files of entries. */
export interface EntryFiles {
  /** Reads the files that changed since the last call, and returns the ids of their papers. */
  readChanged: () => Promise<string[]>;
}

/**
 * Watches the files of entries for a preview. Astro would read all of them after each change, and write what it
 * knows of them to the disk, before pages could show it.
 */
export function watchEntries(workspace: Workspace): EntryFiles {
  changed().clear();
  let known = stampsOf(workspace);
  const readChanged = async () => {
    const found = stampsOf(workspace);
    const paths = new Set([...known.keys(), ...found.keys()]);
    const ids = new Set([...paths].filter((path) => known.get(path) !== found.get(path)).map(idOf));
    known = found;
    if (ids.size === 0) return [];
    const files = Map.groupBy(
      [...found.keys()].filter((path) => ids.has(idOf(path))),
      idOf,
    );
    for (const id of ids) changed().set(id, await readOne(workspace, files.get(id) ?? []));
    return [...ids];
  };
  return { readChanged };
}

/** The entry of a paper, which may have several files. */
async function readOne(
  workspace: Workspace,
  paths: readonly string[],
): Promise<PaperEntry | undefined> {
  const texts = await Promise.all(
    paths.map(async (path): Promise<[string, string][]> => {
      const text = await readFile(join(workspace.papers, path), "utf8").catch(() => undefined);
      return text === undefined ? [] : [[path, text]];
    }),
  );
  const file = shownFile(texts.flat());
  if (!file) return undefined;
  const folder = relative(workspace.root, workspace.papers).replaceAll("\\", "/");
  const { value, messages } = readEntry(folder, ...file);
  reportMessages(messages);
  return value && forStore(value.data);
}

/** When each file of an entry was written, and its size. */
function stampsOf({ papers }: Workspace): Map<string, string> {
  const { files } = walkFolder(papers, { followLinks: true });
  return new Map(
    files.flatMap((path): [string, string][] => {
      const found = statSync(join(papers, path), { throwIfNoEntry: false });
      return path.endsWith(".mdx") && found ? [[path, `${found.mtimeMs} ${found.size}`]] : [];
    }),
  );
}

function idOf(path: string): string {
  return basename(path, ".mdx");
}
