import type { Staged } from "../../schemas/message.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { digestOf, type Remembered } from "../memory.ts";
import { groupPapers, type PaperRecords } from "./group-papers.ts";
import type { KnownGroups } from "./known-groups.ts";
import type { Ledger } from "./read-ledger.ts";
import type { OwnersJoin } from "./same-paper.ts";

/** Where groups of records are remembered, and a digest of all of these records. */
export interface GroupMemory {
  groups: Remembered<KnownGroups>;
  of: string;
}

/** What `groupPapers` gives. If that is remembered of the same records and ledger, nothing is compared. */
export function rememberedGroups(
  records: readonly CleanPaper[],
  joins: readonly OwnersJoin[],
  ledger: Ledger,
  memory: GroupMemory | undefined,
): Staged<PaperRecords[]> {
  if (!memory) return groupPapers(records, joins, ledger);
  // Entries that changed are in the ledger, too, and matter to no paper.
  const published = [...ledger.byAddress].map(([address, { paper, lines }]) => [
    address,
    paper,
    lines.length,
  ]);
  const lines = ledger.papers.map((former) => former.lines);
  const key = digestOf(memory.of, joins, published, lines);
  const known = memory.groups.get(key);
  const remembered = known && papersOf(known, records);
  if (remembered) return remembered;
  const made = groupPapers(records, joins, ledger);
  memory.groups.set(key, knownOf(made, records));
  return made;
}

function papersOf(
  { papers, messages }: KnownGroups,
  all: readonly CleanPaper[],
): Staged<PaperRecords[]> | undefined {
  const value: PaperRecords[] = [];
  for (const paper of papers) {
    const records = paper.records.flatMap((one) =>
      typeof one === "number" ? (all[one] ?? []) : one,
    );
    if (records.length < paper.records.length) return undefined;
    value.push({ ...paper, records });
  }
  return { value, messages };
}

function knownOf(
  { value, messages }: Staged<PaperRecords[]>,
  all: readonly CleanPaper[],
): KnownGroups {
  const places = new Map(all.map((record, at) => [record, at]));
  const papers = value.map(({ id, aliases, titleText, records }) => {
    return { id, aliases, titleText, records: records.map((one) => places.get(one) ?? one) };
  });
  return { papers, messages };
}
