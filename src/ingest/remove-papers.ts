import { defined } from "../schemas/defined.ts";
import type { Message, Place, Staged } from "../schemas/message.ts";
import type { Removed } from "../schemas/removed.ts";
import { removedAndRestored, report, unusedRemoval } from "../schemas/rules.ts";
import { nearestNamed } from "../text/nearest-ids.ts";
import { keysOfName, keysOfPaper } from "../text/paper-name.ts";
import { type FormerPaper, type Ledger, noLedger } from "./identity/read-ledger.ts";
import type { Paper } from "./paper.ts";

/** The papers that stay after the owner's removals. */
export interface Remaining {
  papers: Paper[];
  /** Ids, including former ones, of the removed papers. */
  ids: Set<string>;
}

/**
 * Leaves out the papers that the owner removed. Where no paper has a name now, the paper that had it
 * in the ledger is meant. An item that names no paper is reported.
 */
export function removePapers(
  papers: readonly Paper[],
  removed: Removed,
  ledger: Ledger = noLedger,
): Staged<Remaining> {
  const present = new Set(papers.flatMap(keysOfPaper));
  const formerKeys = removed.length > 0 ? keysOfFormer(ledger) : () => [];
  const items = removed.map((item) => {
    const named = keysOfName(item.id);
    return { item, keys: named.some((key) => present.has(key)) ? named : formerKeys(named) };
  });
  const wanted = new Set(items.flatMap(({ keys }) => keys));
  const ids = new Set<string>();
  const rest = papers.filter((paper) => {
    const isRemoved = keysOfPaper(paper).some((key) => wanted.has(key));
    if (isRemoved) for (const id of [paper.id, ...paper.aliases]) ids.add(id);
    return !isRemoved;
  });
  const messages = items.flatMap(({ item, keys }) => [
    ...(keys.some((key) => present.has(key)) ? [] : [namesNothing(item, papers)]),
    ...(item.restoredAt === undefined ? [] : [contradicted(item, item.restoredAt)]),
  ]);
  return { value: { papers: rest, ids }, messages };
}

/**
 * The items of the list of removed papers that a person means by a name: those that name the same
 * paper, now or in the ledger.
 */
export function removalsNamed(written: string, removed: Removed, ledger: Ledger): Removed {
  const formerKeys = keysOfFormer(ledger);
  const allKeys = (name: string) => {
    const keys = keysOfName(name);
    return [...keys, ...formerKeys(keys)];
  };
  const wanted = new Set(allKeys(written));
  return removed.filter(({ id }) => id === written || allKeys(id).some((key) => wanted.has(key)));
}

/** The papers of the ledger that the owner removed. */
export function removedFormers(removed: Removed, ledger: Ledger): FormerPaper[] {
  if (removed.length === 0) return [];
  const named = formersByName(ledger);
  return [...new Set(removed.flatMap(({ id }) => named(keysOfName(id))))];
}

/** Finds the addresses of the papers that had one of the names. */
function keysOfFormer(ledger: Ledger): (names: readonly string[]) => string[] {
  const named = formersByName(ledger);
  return (names) =>
    named(names).flatMap(({ lines }) => lines.flatMap(({ address }) => keysOfName(address)));
}

/** Finds the papers that had one of the names. */
function formersByName({ papers }: Ledger): (names: readonly string[]) => FormerPaper[] {
  const byKey = new Map<string, FormerPaper[]>();
  for (const former of papers) {
    for (const key of new Set(former.lines.flatMap(keysOfLine))) {
      byKey.set(key, [...(byKey.get(key) ?? []), former]);
    }
  }
  return (names) => names.flatMap((name) => byKey.get(name) ?? []);
}

function keysOfLine({ address, paper, arxiv, doi }: FormerPaper["lines"][number]): string[] {
  return keysOfPaper({ id: address, aliases: [paper], ids: { arxiv, doi } });
}

function namesNothing({ id, line }: Removed[number], papers: readonly Paper[]): Message {
  const named = papers.map((paper) => ({ id: paper.id, names: namesOf(paper) }));
  const nearest = nearestNamed(id, named, { evenFar: false });
  return report(unusedRemoval, { id, nearest }, placeOf(line));
}

function contradicted({ id, line }: Removed[number], restoredAt: number): Message {
  return report(removedAndRestored, { id, restoredAt }, placeOf(line));
}

function placeOf(line: number | undefined): Place {
  return { file: "content/removed.yaml", ...defined({ line }) };
}

function namesOf({ id, aliases, ids }: Pick<Paper, "id" | "aliases" | "ids">): string[] {
  return [id, ...aliases, ids.arxiv, ids.doi].flatMap((name) => name?.toLowerCase() ?? []);
}
