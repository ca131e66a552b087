import type { OtherLine } from "../../schemas/address.ts";
import { readLedger } from "./read-ledger.ts";

/** What a ledger has that an earlier version of it lacks. */
export interface AddedLines {
  /** Paths below the root of the site, those of papers first. */
  addresses: string[];
  /** Ids of papers that the earlier version has, but without their current titles, keys or ids. */
  papers: string[];
}

/** Compares two versions of the text of a ledger. */
export function addedLines(former: string, current: string): AddedLines {
  const before = readLedger("content/addresses.jsonl", former).value;
  const now = readLedger("content/addresses.jsonl", current).value;
  const known = new Set(before.texts);
  const added = now.papers
    .flatMap(({ lines }) => lines)
    .filter((line) => !known.has(JSON.stringify(line)))
    .map(({ address }) => address);
  const ids = [...new Set(added)].sort();
  const formerPaths = new Set(before.others.map(pathOf));
  return {
    addresses: [
      ...ids.filter((id) => !before.byAddress.has(id)).map((id) => `papers/${id}`),
      ...now.others.map(pathOf).filter((path) => !formerPaths.has(path)),
    ],
    papers: ids.filter((id) => before.byAddress.has(id)),
  };
}

function pathOf({ kind, address }: OtherLine): string {
  return kind === "topic" ? `topics/${address}` : address;
}
