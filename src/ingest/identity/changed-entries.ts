import { createHash } from "node:crypto";
import { z } from "zod";
import { type ChangeLine, changeLine } from "../../schemas/address.ts";
import { defined } from "../../schemas/defined.ts";
import { fileOf } from "./extend-ledger.ts";
import { readLedger } from "./read-ledger.ts";

/** An entry as its file has it. */
interface WrittenEntry {
  id: string;
  text: string;
}

/**
 * The text of a ledger that also says which entries are new, or other than the ledger last knew them, on this
 * day. Of an entry that an earlier version of the ledger has the address of, but no digest, nobody knows when it
 * changed, so it has no day. Entries that are as they were add nothing.
 */
export function withChangedEntries(
  text: string,
  entries: readonly WrittenEntry[],
  { former, day }: { former: string; day: string },
): string {
  const { texts, changes } = readLedger("content/addresses.jsonl", text).value;
  const known = lastChanges(changes);
  const found = entries
    .map(({ id, text: whole }) => ({ id, digest: digestOf(whole) }))
    .filter(({ id, digest }) => !known.get(id)?.digests.has(digest));
  if (found.length === 0) return text;
  const { byAddress } = readLedger("content/addresses.jsonl", former).value;
  const isUndated = (id: string) => !known.has(id) && byAddress.has(id);
  const [undated = [], dated = []] = [true, false].map((wanted) =>
    found.filter(({ id }) => isUndated(id) === wanted),
  );
  return fileOf([...texts, ...lineOf(undated, undefined), ...lineOf(dated, day)]);
}

/**
 * The same for some entries of a ledger without damaged lines, of which it reads only the days of changes. Undefined if
 * it does not say when each of them last changed.
 */
export function withKnownEntries(
  text: string,
  entries: readonly WrittenEntry[],
  day: string,
): string | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const ids = new Set(entries.map(({ id }) => id));
  const known = lastChanges(lines.flatMap((line) => changeIn(line, ids)));
  if (entries.some(({ id }) => !known.has(id))) return undefined;
  const found = entries
    .map(({ id, text: whole }) => ({ id, digest: digestOf(whole) }))
    .filter(({ id, digest }) => !known.get(id)?.digests.has(digest));
  return found.length === 0 ? text : fileOf([...lines, ...lineOf(found, day)]);
}

/** What a line of a ledger says of the changes of some entries. */
function changeIn(line: string, ids: ReadonlySet<string>): ChangeLine[] {
  if (!line.includes('"changed"')) return [];
  const found = changesIn.safeParse(JSON.parse(line)).data;
  if (!found) return [];
  const { entries } = found;
  const own = [...ids].filter((id) => Object.hasOwn(entries, id)).map((id) => [id, entries[id]]);
  const { data } = changeLine.safeParse({ ...found, entries: Object.fromEntries(own) });
  return data && own.length > 0 ? [data] : [];
}

/** A line may have all entries. Checking each of them would take longer than all else. */
const changesIn = z.looseObject({
  kind: z.literal("changed"),
  entries: z.custom<Record<string, unknown>>(
    (value) => typeof value === "object" && value !== null,
  ),
});

/** The days on which entries last changed, by id; none of those that are not as the ledger last knew them. */
export function changeDays(
  changes: readonly ChangeLine[],
  entries: Iterable<WrittenEntry>,
): Map<string, string> {
  const known = lastChanges(changes);
  const days = new Map<string, string>();
  for (const { id, text } of entries) {
    const last = known.get(id);
    if (last?.day !== undefined && last.digests.has(digestOf(text))) days.set(id, last.day);
  }
  return days;
}

interface Found {
  id: string;
  digest: string;
}

/** The last day on which an entry changed, and all that it was on it: lines of a day are in no order. */
interface Change {
  digests: Set<string>;
  day: string | undefined;
}

function lastChanges(changes: readonly ChangeLine[]): Map<string, Change> {
  const last = new Map<string, Change>();
  const inOrder = changes.toSorted(({ day: a = "" }, { day: b = "" }) =>
    a < b ? -1 : a > b ? 1 : 0,
  );
  for (const { day, entries } of inOrder) {
    for (const [id, digest] of Object.entries(entries)) {
      const known = last.get(id);
      if (known && known.day === day) known.digests.add(digest);
      else last.set(id, { digests: new Set([digest]), day });
    }
  }
  return last;
}

function lineOf(found: readonly Found[], day: string | undefined): string[] {
  if (found.length === 0) return [];
  const sorted = found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const entries = Object.fromEntries(sorted.map(({ id, digest }) => [id, digest]));
  return [JSON.stringify({ kind: "changed", ...defined({ day }), entries })];
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
