import type { Message, Staged } from "../schemas/message.ts";
import { type Entry, stateOfFile } from "./to-mdx.ts";

/** Files on disk under the folder of entries, by relative path. */
export type FilesOnDisk = ReadonlyMap<string, string>;

/** What must be done so that the folder of entries holds just the entries. Paths are relative. */
export interface WritePlan {
  create: Entry[];
  update: Entry[];
  /** Entries that are on disk already, byte for byte. */
  keep: Entry[];
  /** Entries that lie elsewhere until now: their year or id changed. */
  move: (Move & { entry: Entry })[];
  /** Made files whose paper is gone. */
  remove: string[];
}

/** Where a file lies, and where it belongs. */
export interface Move {
  from: string;
  to: string;
}

/**
 * Compares the entries with what is on disk. A file that a person wrote or changed is never
 * touched; nothing is removed while a seed could not be read whole (`complete` is false), but for
 * papers that the owner left out.
 */
export function planWrites(
  entries: Entry[],
  disk: FilesOnDisk,
  {
    folder,
    complete,
    leftOut = new Set(),
  }: { folder: string; complete: boolean; leftOut?: ReadonlySet<string> },
): Staged<WritePlan> {
  const messages: Message[] = [];
  const plan: WritePlan = { create: [], update: [], keep: [], move: [], remove: [] };
  const paths = new Set(entries.map(({ path }) => path));
  const strays = [...disk]
    .filter(([path]) => !paths.has(path))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const made = strays.filter(([, text]) => stateOfFile(text) === "made").map(([path]) => path);
  const madeById = Map.groupBy(made, idOfPath);
  for (const entry of entries) {
    const old = disk.get(entry.path);
    const elsewhere = [entry.id, ...entry.aliases].flatMap((id) => madeById.get(id) ?? []);
    const [from, ...others] = elsewhere;
    // A paper must not stand in two places.
    if (old === undefined && from !== undefined) {
      plan.move.push({ from, to: entry.path, entry });
      plan.remove.push(...others);
    } else {
      plan.remove.push(...elsewhere);
      if (old === undefined) plan.create.push(entry);
      else if (old === entry.text) plan.keep.push(entry);
      else {
        const state = stateOfFile(old);
        if (state === "made") plan.update.push(entry);
        else messages.push(untouched(`${folder}/${entry.path}`, entry.title, state));
      }
    }
  }
  const settled = new Set([...plan.remove, ...plan.move.map(({ from }) => from)]);
  for (const [path, text] of strays) {
    if (settled.has(path)) continue;
    const state = stateOfFile(text);
    if (state !== "made") messages.push(stray(`${folder}/${path}`, state));
    else if (complete || leftOut.has(idOfPath(path))) plan.remove.push(path);
    else messages.push(kept(`${folder}/${path}`));
  }
  return { value: plan, messages };
}

function untouched(file: string, title: string, state: "edited" | "foreign"): Message {
  return {
    rule: "entry-edited",
    severity: "warning",
    reason:
      state === "edited"
        ? `The entry of "${title}" was changed by hand, so it was left as it is.`
        : `A file that was not made from seeds/ stands where the entry of "${title}" belongs; it was left as it is.`,
    place: { file },
    hint: "Move your changes to content/notes/, delete the file, and run `npm run ingest` again.",
  };
}

function kept(file: string): Message {
  return {
    rule: "entry-kept",
    severity: "info",
    reason: "No seed has this paper now, but a seed could not be read whole, so the entry stays.",
    place: { file },
    hint: "Mend the seed named above; the entry goes when all seeds read well and none has it.",
  };
}

function stray(file: string, state: "edited" | "foreign"): Message {
  return {
    rule: "stray-entry",
    severity: "warning",
    reason:
      state === "edited"
        ? "No seed has this paper, but the entry was changed by hand, so it stays."
        : "This file was not made from seeds/, so it stays; content/papers/ is for made files only.",
    place: { file },
    hint: "Move the file to another folder, or delete it.",
  };
}

/** The id of the paper whose entry lies at a path. */
export function idOfPath(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.mdx$/, "");
}
