import type { AddressLine } from "../../schemas/address.ts";
import type { Message, Staged } from "../../schemas/message.ts";
import { contestedAddress, report } from "../../schemas/rules.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { foldedTitle, formerEvidence, support } from "./former-evidence.ts";
import { idKeys, keyIn, type Way, ways } from "./former-ways.ts";
import { ownNames } from "./own-names.ts";
import type { FormerPaper, Ledger } from "./read-ledger.ts";
import { splitFormer } from "./split-former.ts";

/** A former paper of a group of records, and how it was recognized. */
export interface Recognized {
  former: FormerPaper;
  by: string;
}

/** What was published before: the former papers of each group, and the paper of each address. */
export interface Published extends Pick<Ledger, "byAddress"> {
  recognised: readonly Recognized[][];
}

/** A record that may be of a former paper. */
interface Candidate {
  former: FormerPaper;
  line: AddressLine;
  record: CleanPaper;
  /** The index of the record's group. */
  at: number;
}

/** What is settled so far. */
interface State {
  /** The entries that the ledger knows. */
  entries: ReadonlySet<string>;
  groups: readonly CleanPaper[][];
  found: Recognized[][];
  settled: Set<FormerPaper>;
  /** Records whose former paper is known. */
  used: Set<CleanPaper>;
  /** Former papers that several groups could be, with the indexes of these. */
  contested: Map<FormerPaper, ReadonlySet<number>>;
}

/**
 * Recognizes papers that were published before. Each former paper belongs to at most one group. If
 * several could be it in the same way, the one with more in common is it; if they have the same in
 * common, a less sure way decides, or else none of them is. The order of the groups does not matter.
 */
export function recognise(groups: readonly CleanPaper[][], ledger: Ledger): Staged<Published> {
  const lines = ledger.papers.flatMap((former) => former.lines);
  const state: State = {
    entries: new Set(lines.flatMap(({ key, file }) => (file ? entryName(key, file) : []))),
    groups,
    found: groups.map(() => []),
    settled: new Set(),
    used: new Set(),
    contested: new Map(),
  };
  if (ledger.papers.length > 0) {
    for (const way of ways) settle(way, candidatesOf(way, ledger, state), state);
  }
  const foundBy = new Map(
    state.found.flatMap((own, at) => own.map(({ former }) => [former, at] as const)),
  );
  const byAddress = new Map(ledger.byAddress);
  for (const { at, part } of splitFormer(ledger.papers, groups, foundBy)) {
    state.found[at]?.push({ former: part, by: "its title and citation key" });
    for (const { address } of part.lines) byAddress.set(address, part);
  }
  const messages = [...state.contested].flatMap(([former, places]): Message[] => {
    if (state.settled.has(former)) return [];
    // Later, each of them has an address of its own.
    if ([...places].some((at) => (state.found[at]?.length ?? 0) > 0)) return [];
    const titles = [...places].flatMap((at) => groups[at]?.[0]?.titleText ?? []).sort();
    return [report(contestedAddress, { address: former.paper, titles })];
  });
  return { value: { recognised: state.found, byAddress }, messages };
}

/** The records that may be former papers in one way. */
function candidatesOf(way: Way, { papers }: Ledger, { groups, settled, used }: State): Candidate[] {
  const open = papers.filter((former) => !settled.has(former));
  // Most former papers are found in the surest ways.
  if (open.length === 0) return [];
  const records = new Map<string, { record: CleanPaper; at: number }[]>();
  for (const [at, group] of groups.entries()) {
    for (const record of group) {
      if (used.has(record) && !way.joins && !way.joinsEntries) continue;
      const one = { record, at };
      for (const key of new Set(way.keysOf(record))) {
        const known = records.get(key);
        if (known) known.push(one);
        else records.set(key, [one]);
      }
    }
  }
  const files = new Set(groups.flat().map(({ source }) => source.file));
  return open
    .flatMap((former) => former.lines.map((line) => ({ former, line })))
    .filter(({ line }) => !way.inGoneFile || !files.has(line.file ?? ""))
    .flatMap(({ former, line }) =>
      [...new Set(way.keysOfLine(line).flatMap((key) => records.get(key) ?? []))]
        .filter(({ record, at }) => !used.has(record) || isFree(way, former, groups[at] ?? []))
        .filter(({ record, at }) => mayBe(way, former, record, groups[at] ?? []))
        .filter(({ record }) => holds(way, record, line))
        .map((one) => ({ former, line, ...one })),
    );
}

/** Whether a group may be a former paper by a record that is of another one already. */
function isFree(way: Way, { lines }: FormerPaper, group: readonly CleanPaper[]): boolean {
  if (way.joins || !way.joinsEntries) return way.joins === true;
  const entries = new Set(group.flatMap(({ citationKey, source }) => keyIn(citationKey, source)));
  return lines.every((line) => !line.file || keyIn(line.key, line).some((key) => entries.has(key)));
}

function holds(way: Way, record: CleanPaper, line: AddressLine): boolean {
  const isUnchanged =
    record.titleText === line.title &&
    record.authors[0]?.name === line.authors?.[0] &&
    line.year !== undefined &&
    (record.published ?? record.publishedIn)?.startsWith(line.year) === true;
  return (way.holdsUnchanged === true && isUnchanged) || way.holds(formerEvidence(record, line));
}

/** Whether a record has no ids that contradict a former paper, or need not have the same ones. */
function mayBe(way: Way, former: FormerPaper, record: CleanPaper, group: readonly CleanPaper[]) {
  if (way.despiteIds) return true;
  // With its key a record is recognized by itself, but without it by all that is known of its paper.
  return !(way.joins ? [record] : group).some((one) => contradicts(one, former));
}

/** Whether a record has other ids than a former paper. */
function contradicts({ ids }: CleanPaper, { lines }: FormerPaper): boolean {
  const former = new Set(lines.flatMap(idKeys));
  return idKeys(ids).some((key) => {
    const kind = key.slice(0, key.indexOf(" ") + 1);
    return !former.has(key) && [...former].some((other) => other.startsWith(kind));
  });
}

/** Decides between the candidates of one way, those with most support first. */
function settle(way: Way, candidates: readonly Candidate[], state: State): void {
  const bySupport = Map.groupBy(candidates, supportAmong(candidates));
  const blocked = new Set<FormerPaper>();
  const isOpen = ({ former, record, at }: Candidate) =>
    !state.settled.has(former) &&
    !blocked.has(former) &&
    (!state.used.has(record) || isFree(way, former, state.groups[at] ?? []));
  for (const points of [...bySupport.keys()].sort((a, b) => b - a)) {
    const byFormer = Map.groupBy(bySupport.get(points) ?? [], ({ former }) => former);
    const inOrder = [...byFormer].sort(([a], [b]) => (a.paper < b.paper ? -1 : 1));
    for (const [former, ofFormer] of inOrder) {
      const open = ofFormer.filter(isOpen);
      const places = new Set(open.map(({ at }) => at));
      const [at] = places;
      if (places.size > 1) {
        blocked.add(former);
        state.contested.set(former, places);
      } else if (at !== undefined) take(former, at, way, open, state);
    }
  }
}

/** How much speaks for a candidate. This matters only where there is a choice. */
function supportAmong(candidates: readonly Candidate[]): (candidate: Candidate) => number {
  const groupsOf = countsOf(
    candidates,
    ({ former }) => former,
    ({ at }) => at,
  );
  const formersOf = countsOf(
    candidates,
    ({ record }) => record,
    ({ former }) => former,
  );
  return ({ former, record, line }) => {
    const isOnly = groupsOf.get(former)?.size === 1 && formersOf.get(record)?.size === 1;
    if (isOnly) return Number.POSITIVE_INFINITY;
    return (
      2 * support(formerEvidence(record, line)) + Number(ownNames(record).includes(line.address))
    );
  };
}

function countsOf<T, K, V>(
  items: readonly T[],
  keyOf: (item: T) => K,
  partOf: (item: T) => V,
): ReadonlyMap<K, ReadonlySet<V>> {
  const counts = new Map<K, Set<V>>();
  for (const item of items) {
    const key = keyOf(item);
    counts.set(key, (counts.get(key) ?? new Set<V>()).add(partOf(item)));
  }
  return counts;
}

/** An entry by its key and file; one without a key only by its file. */
function entryName(key = "", file: string): string {
  return JSON.stringify([key, file]);
}

/** Gives a former paper to a group. */
function take(
  former: FormerPaper,
  at: number,
  { by, joins = false }: Way,
  candidates: readonly Candidate[],
  { entries, groups, found, settled, used }: State,
): void {
  found[at]?.push({ former, by });
  settled.add(former);
  // An entry of another file may have been a paper of its own until it got this one's title or id.
  const files = new Set(former.lines.flatMap(({ file }) => file ?? []));
  const isOfFile = ({ citationKey, source }: CleanPaper) =>
    files.size === 0 || files.has(source.file) || !entries.has(entryName(citationKey, source.file));
  for (const { record } of candidates) if (!joins || isOfFile(record)) used.add(record);
  // Other records of the group need no other former paper if this one had their title or key.
  const titles = new Set(former.lines.map(({ title }) => foldedTitle(title)));
  const keys = new Set(former.lines.flatMap((line) => keyIn(line.key, line)));
  for (const record of groups[at] ?? []) {
    const hasKey = keyIn(record.citationKey, record.source).some((key) => keys.has(key));
    if (hasKey || (isOfFile(record) && titles.has(foldedTitle(record.titleText)))) used.add(record);
  }
}
