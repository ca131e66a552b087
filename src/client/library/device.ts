import { mergeKept } from "./merge-saved.ts";
import { readKept, writeKept } from "./paper-codec.ts";
import { type Change, isBlank, type KeptPaper, type PaperFacts } from "./saved-paper.ts";

/** What this module uses of the browser's `localStorage`. */
export type DeviceStorage = Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

/** How a change ended: kept, or why not. `newer`: a later version of the site wrote what is there. */
export type StorageOutcome = "kept" | "full" | "blocked" | "newer";

/**
 * Papers kept on a device, one key a paper: `offprint:<base>:paper:<id>`. So two tabs change
 * different papers without meeting, one damaged text harms one paper, and two archives of one host
 * stay apart. No method throws.
 */
export interface Device {
  /** Whether a key of the storage is one of this archive's. */
  owns: (key: string | null) => boolean;
  get: (id: string) => KeptPaper | undefined;
  /** Applies a change to what is on the device at this moment. */
  change: (id: string, facts: PaperFacts, change: Change, now: string) => StorageOutcome;
  /** Unites with a paper what is kept of it under another name, and removes that. */
  unite: (id: string, other: KeptPaper, name: string) => StorageOutcome;
  /** Moves what is kept under former ids of a paper to its present id. */
  follow: (id: string, aliases: readonly string[]) => StorageOutcome;
  /** A small setting or memory beside the papers, as text. */
  getText: (name: string) => string | undefined;
  setText: (name: string, text: string | undefined) => StorageOutcome;
  /** Names of all texts, papers' too, in order; undefined where the storage is blocked. */
  names: () => string[] | undefined;
}

/** A device over a storage. It is asked for each time, since merely naming it may be forbidden. */
export function openDevice(storage: () => DeviceStorage, base: string): Device {
  const prefix = `offprint:${base}:`;
  const keyOf = (id: string) => `${prefix}paper:${id}`;

  function textAt(key: string): string | undefined {
    try {
      return storage().getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  }

  function put(key: string, text: string | undefined): StorageOutcome {
    try {
      if (text === undefined) storage().removeItem(key);
      else storage().setItem(key, text);
      return "kept";
    } catch (error) {
      return isQuota(error) ? "full" : "blocked";
    }
  }

  function get(id: string): KeptPaper | undefined {
    const text = textAt(keyOf(id));
    const reading = text === undefined ? undefined : readKept(text);
    return reading && "kept" in reading ? reading.kept : undefined;
  }

  /** Writes a paper; what stood there and could not be read is set aside first. */
  function set(id: string, kept: KeptPaper): StorageOutcome {
    const key = keyOf(id);
    const before = textAt(key);
    const reading = before === undefined ? undefined : readKept(before);
    if (before !== undefined && reading && "fault" in reading) {
      if (reading.newer) return "newer";
      const aside = put(freeKey(`${prefix}damaged:${id}`), before);
      if (aside !== "kept") return aside;
    }
    return put(key, isBlank(kept) ? undefined : writeKept(kept));
  }

  function freeKey(wanted: string): string {
    let key = wanted;
    for (let number = 2; textAt(key) !== undefined; number += 1) key = `${wanted}:${number}`;
    return key;
  }

  function unite(id: string, other: KeptPaper, name: string): StorageOutcome {
    const present = get(id);
    const outcome = set(id, present ? mergeKept(present, other) : other);
    return outcome === "kept" ? put(prefix + name, undefined) : outcome;
  }

  function names(): string[] | undefined {
    try {
      const store = storage();
      const found: string[] = [];
      for (let index = 0; index < store.length; index += 1) {
        const key = store.key(index);
        if (key?.startsWith(prefix)) found.push(key.slice(prefix.length));
      }
      return found.sort();
    } catch {
      return undefined;
    }
  }

  return {
    owns: (key) => key === null || key.startsWith(prefix),
    get,
    change: (id, facts, change, now) => set(id, change(get(id) ?? facts, now)),
    follow: (id, aliases) => {
      for (const alias of aliases) {
        const former = get(alias);
        if (!former) continue;
        const outcome = unite(id, former, `paper:${alias}`);
        if (outcome !== "kept") return outcome;
      }
      return "kept";
    },
    getText: (name) => textAt(prefix + name),
    setText: (name, text) => put(prefix + name, text),
    unite,
    names,
  };
}

/** Browsers name a full storage differently. */
function isQuota(error: unknown): boolean {
  return /quota/i.test(String(error));
}
