import { doiKey } from "../text/doi.ts";
import { asciiFold } from "../text/slug.ts";
import type { RawPaper } from "./raw-paper.ts";

/** How two versions of a seed differ: the titles of papers, in the order of the files. */
export interface SeedChanges {
  new: string[];
  changed: string[];
  gone: string[];
  /** The number of papers that are the same in both. */
  same: number;
}

/** What makes two records of one file one paper, the surest first. */
const identities: readonly ((record: RawPaper) => string | undefined)[] = [
  ({ archived }) => archived?.id,
  ({ citationKey }) => citationKey,
  ({ ids }) => ids.arxiv,
  ({ ids }) => (ids.doi === undefined ? undefined : doiKey(ids.doi)),
  ({ title }) => asciiFold(title) || title.trim() || undefined,
];

/** Compares the records of two versions of a seed by citation key, ids and title. */
export function compareSeeds(before: readonly RawPaper[], after: readonly RawPaper[]): SeedChanges {
  const former = new Map<RawPaper, RawPaper>();
  const left = new Set(before);
  for (const identity of identities) {
    const byIdentity = Map.groupBy(left, identity);
    for (const record of after) {
      const name = identity(record);
      if (former.has(record) || name === undefined) continue;
      // Records may share a key or a title; each has one former version at most.
      const old = byIdentity.get(name)?.shift();
      if (!old) continue;
      former.set(record, old);
      left.delete(old);
    }
  }
  const changed = [...former].filter(([record, old]) => factsOf(record) !== factsOf(old));
  const changedRecords = new Set(changed.map(([record]) => record));
  return {
    new: after.filter((record) => !former.has(record)).map(nameOf),
    changed: after.filter((record) => changedRecords.has(record)).map(nameOf),
    gone: before.filter((record) => left.has(record)).map(nameOf),
    same: former.size - changed.length,
  };
}

/** Everything that a record says, without its place in the file. */
function factsOf({ source: _, ...facts }: RawPaper): string {
  return JSON.stringify(facts);
}

function nameOf({ title, ids, citationKey }: RawPaper): string {
  return title.trim() || ids.arxiv || ids.doi || citationKey || "(no title)";
}
