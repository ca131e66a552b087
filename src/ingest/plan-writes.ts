import type { Message, Staged } from "../schemas/message.ts";
import {
  editedEntry,
  editedOrphan,
  editedRemoved,
  entryKept,
  entryPathTaken,
  foreignFile,
  report,
} from "../schemas/rules.ts";
import { editOf } from "./edited-entry.ts";
import { type FilesOnDisk, idOfPath, stateOfFile } from "./entry-file.ts";
import type { Entry } from "./to-mdx.ts";

/** The changes that bring the folder of entries up to date. Paths are relative to it. */
export interface WritePlan {
  create: Entry[];
  update: Entry[];
  /** Entries that are already on disk, byte for byte. */
  keep: Entry[];
  /** Entries whose file is still at another path, because their year or id changed. */
  move: (Move & { entry: Entry })[];
  /** Files that were made by Offprint and whose paper is gone. */
  remove: string[];
}

/** The path of a file, and the path that it should have. */
export interface Move {
  from: string;
  to: string;
}

interface PlanContext {
  /** The folder of entries, for messages. */
  folder: string;
  /** Whether every seed was read completely. If not, entries without a paper stay. */
  complete: boolean;
  /** Ids of papers that the owner removed; their entries always go. */
  leftOut?: ReadonlySet<string>;
}

/**
 * Compares the entries with the files on disk. Files that a person wrote or changed are never
 * touched.
 */
export function planWrites(
  entries: Entry[],
  disk: FilesOnDisk,
  context: PlanContext,
): Staged<WritePlan> {
  const paths = new Set(entries.map(({ path }) => path));
  const strays = [...disk]
    .filter(([path]) => !paths.has(path))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const placed = placeEntries(entries, disk, strays, context.folder);
  const { remove, move } = placed.value;
  const settled = new Set([...remove, ...move.map(({ from }) => from)]);
  const rest = strays.filter(([path]) => !settled.has(path));
  const cleared = clearStrays(rest, entries, context);
  return {
    value: { ...placed.value, remove: [...remove, ...cleared.value] },
    messages: [...placed.messages, ...cleared.messages],
  };
}

/** Decides for each entry whether its file is created, updated, kept or moved. */
function placeEntries(
  entries: readonly Entry[],
  disk: FilesOnDisk,
  strays: readonly (readonly [path: string, text: string])[],
  folder: string,
): Staged<WritePlan> {
  const messages: Message[] = [];
  const plan: WritePlan = { create: [], update: [], keep: [], move: [], remove: [] };
  const made = strays.filter(([, text]) => stateOfFile(text) === "made").map(([path]) => path);
  const madeById = Map.groupBy(made, idOfPath);
  for (const entry of entries) {
    const old = disk.get(entry.path);
    const elsewhere = [entry.id, ...entry.aliases].flatMap((id) => madeById.get(id) ?? []);
    const [from, ...others] = elsewhere;
    // A paper must not have two files.
    if (old === undefined && from !== undefined) {
      plan.move.push({ from, to: entry.path, entry });
      plan.remove.push(...others);
      continue;
    }
    plan.remove.push(...elsewhere);
    if (old === undefined) plan.create.push(entry);
    else if (old === entry.text) plan.keep.push(entry);
    else {
      const state = stateOfFile(old);
      if (state === "made") plan.update.push(entry);
      else {
        const place = { file: `${folder}/${entry.path}` };
        const { title } = entry;
        messages.push(
          state === "edited"
            ? report(editedEntry, { title, ...editIn(old, entry) }, place)
            : report(entryPathTaken, { title }, place),
        );
      }
    }
  }
  return { value: plan, messages };
}

/** What the owner changed in an entry, and the note that can keep it. */
function editIn(edited: string, { note, text }: Entry) {
  return { note, edit: editOf(edited, text) };
}

/** Which files without an entry are removed; the others are reported. */
function clearStrays(
  strays: readonly (readonly [path: string, text: string])[],
  entries: readonly Entry[],
  { folder, complete, leftOut = new Set() }: PlanContext,
): Staged<string[]> {
  const byId = new Map<string, Entry>();
  for (const entry of entries) for (const id of entry.aliases) byId.set(id, entry);
  for (const entry of entries) byId.set(entry.id, entry);
  const remove: string[] = [];
  const messages: Message[] = [];
  for (const [path, text] of strays) {
    const state = stateOfFile(text);
    const place = { file: `${folder}/${path}` };
    const entry = byId.get(idOfPath(path));
    if (state === "edited" && entry) {
      const params = { title: entry.title, now: `${folder}/${entry.path}`, ...editIn(text, entry) };
      messages.push(report(editedEntry, params, place));
    } else if (state === "edited") {
      const id = idOfPath(path);
      messages.push(
        leftOut.has(id) ? report(editedRemoved, { id }, place) : report(editedOrphan, {}, place),
      );
    } else if (state === "foreign") messages.push(report(foreignFile, {}, place));
    else if (complete || leftOut.has(idOfPath(path))) remove.push(path);
    else messages.push(report(entryKept, {}, place));
  }
  return { value: remove, messages };
}
