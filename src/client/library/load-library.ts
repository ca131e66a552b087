import type { LibraryStore } from "./library-store.ts";
import { decodePaper, isPaperId, type PaperError } from "./paper-codec.ts";
import type { SavedPaper } from "./saved-paper.ts";
import type { StoreResult } from "./text-store.ts";

/** A record that cannot be read. It stays as it is, under its name in the store. */
export interface DamagedRecord {
  name: string;
  text: string;
  error: PaperError | "bad-id";
}

/** Everything that a reader has stored about papers, by id. */
export interface Library {
  papers: Map<string, SavedPaper>;
  damaged: DamagedRecord[];
  /** Whether the browser allows no storage. */
  blocked: boolean;
}

/** Reads all papers of a store. Does not throw. */
export function loadLibrary(store: LibraryStore): Library {
  const papers = new Map<string, SavedPaper>();
  const damaged: DamagedRecord[] = [];
  const names = store.names();
  for (const name of names ?? []) {
    const [kind, ...rest] = name.split(":");
    const text = store.getText(name);
    if (text === undefined || (kind !== "paper" && kind !== "damaged")) continue;
    const decoded = decodePaper(text);
    const id = kind === "paper" ? rest.join(":") : (rest[0] ?? "");
    if ("error" in decoded) damaged.push({ name, text, error: decoded.error });
    else if (!isPaperId(id)) damaged.push({ name, text, error: "bad-id" });
    else {
      // An older version of this code could not read the record and moved it out of the way.
      if (kind === "damaged") store.mergeFrom(name, id, decoded.paper);
      papers.set(id, store.get(id) ?? decoded.paper);
    }
  }
  return { papers, damaged, blocked: names === undefined };
}

/** Removes everything: papers, settings, visits and damaged records. */
export function clearLibrary(store: LibraryStore): StoreResult {
  const results = store.names()?.map((name) => store.setText(name, undefined)) ?? ["blocked"];
  return results.find((result) => result !== "stored") ?? "stored";
}
