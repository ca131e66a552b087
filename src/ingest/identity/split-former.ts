import type { AddressLine } from "../../schemas/address.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { foldedTitle, formerEvidence } from "./former-evidence.ts";
import { idKeys, isOther } from "./former-ways.ts";
import { knownId, titleId } from "./own-names.ts";
import type { FormerPaper } from "./read-ledger.ts";

/** The part of a former paper that is a group of records by itself now. */
export interface FormerPart {
  /** The index of the group. */
  at: number;
  part: FormerPaper;
}

/**
 * Divides former papers whose records are in several groups now, as before the owner's notes join them.
 * Each group without a former paper gets the addresses that its own records had by themselves.
 * `foundBy` has the index of the group that each former paper belongs to.
 */
export function splitFormer(
  papers: readonly FormerPaper[],
  groups: readonly CleanPaper[][],
  foundBy: ReadonlyMap<FormerPaper, number>,
): FormerPart[] {
  // Only a paper with several addresses can be divided, and few have.
  const several = papers.filter(({ lines: [first, ...others] }) =>
    others.some(({ address }) => address !== first?.address),
  );
  if (several.length === 0) return [];
  const hasFormer = new Set(foundBy.values());
  const holders = new Map<string, Set<number>>();
  for (const [at, group] of groups.entries()) {
    for (const key of group.flatMap(keysOfRecord)) {
      holders.set(key, (holders.get(key) ?? new Set<number>()).add(at));
    }
  }
  const records = groups.flatMap((group, at) => group.map((record) => ({ record, at })));
  const byEntry = Map.groupBy(records, ({ record }) => entryOfRecord(record));
  return several.flatMap((former) => {
    const addresses = new Set(former.lines.map(({ address }) => String(address)));
    const owners = new Map<string, Set<number>>();
    for (const [name, key] of former.lines.flatMap(namesOf)) {
      if (!addresses.has(name)) continue;
      owners.set(name, new Set([...(owners.get(name) ?? []), ...(holders.get(key) ?? [])]));
    }
    // Only an entry that was in the paper can leave it: an id may have been given to it by mistake.
    const entries = new Set(
      former.lines.flatMap((line) =>
        entryOf(line)
          .flatMap((key) => byEntry.get(key) ?? [])
          .filter(({ record }) => !isOther(formerEvidence(record, line)))
          .map(({ at }) => at),
      ),
    );
    const single = [...owners].flatMap(([name, [at, ...others]]) =>
      at === undefined || others.length > 0 || hasFormer.has(at) || !entries.has(at)
        ? []
        : [{ at, name }],
    );
    return [...Map.groupBy(single, ({ at }) => at)].map(([at, own]) => {
      const names = new Set(own.map(({ name }) => name));
      const lines = former.lines.filter(({ address }) => names.has(address));
      return { at, part: { paper: lines[0]?.address ?? former.paper, lines } };
    });
  });
}

type Named = [name: string, key: string];

/** The names that a line's record would have had by itself, and by what its group is found. */
function namesOf(line: AddressLine): Named[] {
  const known = knownId([{ ids: line }]) ?? "";
  return [
    ...entryOf(line).map((key): Named => [titleId(line.title), key]),
    ...idKeys(line).map((key): Named => [known, key]),
  ];
}

function entryOf({ title, key, file }: AddressLine): string[] {
  return file ? [entryKey(title, key, file)] : [];
}

function keysOfRecord(record: CleanPaper): string[] {
  return [...idKeys(record.ids), entryOfRecord(record)];
}

function entryOfRecord({ titleText, citationKey, source }: CleanPaper): string {
  return entryKey(titleText, citationKey, source.file);
}

function entryKey(title: string, key: string | undefined, file: string): string {
  return `entry ${JSON.stringify([foldedTitle(title), key ?? "", file])}`;
}
