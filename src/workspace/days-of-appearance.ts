import { placeInTime } from "../archive/order.ts";
import { ledgerLine } from "../schemas/address.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import type { Workspace } from "./paths.ts";
import { readAddresses } from "./read-addresses.ts";

const changed = /^\{"kind":"changed".*$/gm;

/**
 * The days on which papers came into the archive, by id, from the first line of the ledger with an entry of theirs: "" for
 * those that were there before it had days. Papers that it does not have are left out.
 */
export function daysOfAppearance(
  workspace: Pick<Workspace, "root" | "addressesFile">,
): ReadonlyMap<string, string> {
  const { value = "" } = readAddresses(workspace);
  const days = new Map<string, string>();
  for (const [line] of value.matchAll(changed)) {
    const { day = "", entries } = changesIn(line);
    for (const id of Object.keys(entries)) {
      const known = days.get(id);
      if (known === undefined || day < known) days.set(id, day);
    }
  }
  return days;
}

/** What sorts papers in the order in which they came into the archive. */
export function orderOfArrival(
  workspace: Pick<Workspace, "root" | "addressesFile">,
): (entry: PaperEntry) => string {
  const days = daysOfAppearance(workspace);
  // Papers that the ledger does not have yet are the newest.
  const dayOf = ({ id, aliases }: PaperEntry) =>
    [id, ...aliases].flatMap((name) => days.get(name) ?? []).sort()[0] ?? "~";
  return (entry) =>
    `${dayOf(entry)} ${entry.listed[0] ?? entry.added ?? placeInTime(entry) ?? "~"}`;
}

function changesIn(line: string): { day?: string | undefined; entries: Record<string, string> } {
  try {
    const { data } = ledgerLine.safeParse(JSON.parse(line));
    if (data?.kind === "changed") return data;
  } catch {
    // An ingest reports the line.
  }
  return { entries: {} };
}
