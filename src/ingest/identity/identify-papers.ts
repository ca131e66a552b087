import { defined } from "../../schemas/defined.ts";
import type { PaperId } from "../../schemas/identifiers.ts";
import type { Message, Staged } from "../../schemas/message.ts";
import { duplicateNote, report } from "../../schemas/rules.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { digestOf } from "../memory.ts";
import type { MatchedNotes, OwnersNotes } from "../owners-notes.ts";
import type { PaperRecords } from "./group-papers.ts";
import { type Ledger, noLedger } from "./read-ledger.ts";
import { type GroupMemory, rememberedGroups } from "./remembered-groups.ts";
import { sourceKey } from "./source-key.ts";

/**
 * Determines which records belong to one paper, the ids of papers, and which note is about which
 * paper. Papers are sorted by id. Notes are matched by the ids that papers have without them; then
 * the ids and joins that notes give are applied. `kept` are the ids of entries that stay although
 * no seed has their paper. `memory` has groups of records by a digest of all of them.
 */
export function identifyPapers(
  records: readonly CleanPaper[],
  notes: OwnersNotes,
  kept: ReadonlySet<string>,
  ledger: Ledger = noLedger,
  memory?: GroupMemory,
): Staged<PaperRecords[]> {
  const found = rememberedGroups(records, [], ledger, memory);
  const matched = notes.match(found.value, kept);
  const { ids, joins } = matched.value;
  // A record that lost a stray id is another object, from the same place.
  const ownIds = new Map([...ids].map(([{ source }, own]) => [sourceKey(source), own]));
  const corrected = records.map((record) => {
    const own = ownIds.get(sourceKey(record.source));
    return own ? { ...record, ids: own } : record;
  });
  const own = memory && { ...memory, of: digestOf(memory.of, [...ownIds]) };
  const settled =
    ids.size + joins.length > 0 ? rememberedGroups(corrected, joins, ledger, own) : found;
  const noted = attachNotes(settled.value, matched.value, formerIds(found.value, joins), ledger);
  return {
    value: noted.value,
    messages: [...settled.messages, ...matched.messages, ...noted.messages],
  };
}

/** The ids that joined papers would have on their own, by the key of their first record. */
function formerIds(
  papers: readonly PaperRecords[],
  joins: MatchedNotes["joins"],
): ReadonlyMap<string, PaperId> {
  const joined = new Set(joins.flat().map(sourceKey));
  return new Map(
    papers
      .map(({ id, records }) => [keyOf(records), id] as const)
      .filter(([key]) => joined.has(key)),
  );
}

/**
 * Gives each paper its note. A note's paper is identified by the first record of the paper that the
 * note matched. A name that was another paper's address is no alias.
 */
function attachNotes(
  papers: readonly PaperRecords[],
  { noteOf, alone }: MatchedNotes,
  former: ReadonlyMap<string, PaperId>,
  { byAddress }: Ledger,
): Staged<PaperRecords[]> {
  const byRecord = new Map([...noteOf].map(([{ records }, note]) => [keyOf(records), note]));
  const messages: Message[] = [];
  const named = papers.map((paper): PaperRecords => {
    const { id, records } = paper;
    const keys = records.map(({ source }) => sourceKey(source));
    const [note, ...others] = keys.flatMap((key) => byRecord.get(key) ?? []);
    messages.push(
      ...others.map((other) =>
        report(duplicateNote, { id, other: note?.file ?? "" }, { file: other.file }),
      ),
    );
    const names = [...keys.flatMap((key) => former.get(key) ?? []), ...(note ? [note.id] : [])];
    const owners = new Set([id, ...paper.aliases].map((name) => byAddress.get(name)));
    const free = names.filter((name) => !byAddress.has(name) || owners.has(byAddress.get(name)));
    const aliases = new Set([...paper.aliases, ...free]);
    aliases.delete(id);
    return { ...paper, aliases: [...aliases], ...defined({ note }) };
  });
  // A note can give a paper the id of another note that is a paper of its own.
  const byName = new Map(
    named.flatMap((paper) => [paper.id, ...paper.aliases].map((name) => [name, paper] as const)),
  );
  for (const { id, note } of alone) {
    const other = byName.get(id)?.note;
    if (note && other) {
      messages.push(report(duplicateNote, { id, other: other.file }, { file: note.file }));
    }
  }
  const standing = alone.filter(({ id }) => !byName.has(id));
  const value = [...named, ...standing].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { value, messages };
}

function keyOf([first]: readonly CleanPaper[]): string {
  return first ? sourceKey(first.source) : "";
}
