import { mergeSaved } from "./merge-saved.ts";
import { decodePaper, encodePaper } from "./paper-codec.ts";
import { type Change, isEmpty, type PaperSummary, type SavedPaper } from "./saved-paper.ts";
import {
  type KeyValueStorage,
  namesInStore,
  openTextStore,
  type StoreResult,
  type TextStore,
} from "./text-store.ts";

/**
 * The reader's library on this device. Each paper has a key of its own, `paper:<id>`: two tabs can
 * change different papers at once, and a damaged record affects one paper only. No method throws.
 */
export interface LibraryStore extends TextStore {
  /** All names in alphabetical order. Undefined where storage is blocked. */
  names: () => string[] | undefined;
  get: (id: string) => SavedPaper | undefined;
  /** Applies a change to what is stored at this moment. */
  change: (id: string, summary: PaperSummary, change: Change, now: string) => StoreResult;
  /** Merges a record stored under another name into a paper, and removes that record. */
  mergeFrom: (name: string, id: string, record: SavedPaper) => StoreResult;
  /** Moves what is stored under former ids of a paper to its current id. */
  moveAliases: (id: string, aliases: readonly string[]) => StoreResult;
}

/** Opens the library of the archive at `base`, which is this one unless it is given. */
export function openLibraryStore(storage: () => KeyValueStorage, base?: string): LibraryStore {
  const texts = openTextStore(storage, base);

  function get(id: string): SavedPaper | undefined {
    const text = texts.getText(`paper:${id}`);
    const decoded = text === undefined ? undefined : decodePaper(text);
    return decoded && "paper" in decoded ? decoded.paper : undefined;
  }

  /** Writes a paper. A record that cannot be read is moved out of the way first. */
  function set(id: string, paper: SavedPaper): StoreResult {
    const name = `paper:${id}`;
    const before = texts.getText(name);
    const decoded = before === undefined ? undefined : decodePaper(before);
    if (decoded && "error" in decoded) {
      if (decoded.error === "newer-version") return "newer";
      const moved = texts.setText(unusedName(texts, `damaged:${id}`), before);
      if (moved !== "stored") return moved;
    }
    return texts.setText(name, isEmpty(paper) ? undefined : encodePaper(paper));
  }

  function mergeFrom(name: string, id: string, record: SavedPaper): StoreResult {
    const current = get(id);
    const result = set(id, current ? mergeSaved(current, record) : record);
    return result === "stored" ? texts.setText(name, undefined) : result;
  }

  return {
    ...texts,
    names: () => namesInStore(storage, base),
    get,
    change: (id, summary, change, now) => set(id, change(get(id) ?? summary, now)),
    mergeFrom,
    moveAliases: (id, aliases) => {
      for (const alias of aliases) {
        const former = get(alias);
        const result = former ? mergeFrom(`paper:${alias}`, id, former) : "stored";
        if (result !== "stored") return result;
      }
      return "stored";
    },
  };
}

function unusedName(texts: TextStore, wanted: string): string {
  let name = wanted;
  for (let number = 2; texts.getText(name) !== undefined; number += 1) name = `${wanted}:${number}`;
  return name;
}
