import type { Message, Staged } from "../../schemas/message.ts";
import { report, sharedSlug } from "../../schemas/rules.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { bestTitle } from "../merge/texts.ts";
import { hashesOf, isLonger, knownId, longestId, titleId, withHash } from "./own-names.ts";
import { aliasesOf, type Owners } from "./paper-aliases.ts";
import type { FormerPaper } from "./read-ledger.ts";
import type { Published } from "./recognise.ts";

/** A paper's id, and the ids that it had while less was known about it. */
export interface PaperIds {
  id: string;
  aliases: string[];
}

const unpublished: Published = { recognised: [], byAddress: new Map() };

/**
 * The arXiv id or DOI of each group of records where one is known, else a slug of the title. Groups
 * with the same slug get a hash of the title as well, or of more where titles are the same, so that ids
 * do not depend on the order of files. The id that a record would have by itself is an alias, since the
 * paper may have been published under it.
 *
 * An exported archive says which id a paper had in it. Anybody can write that, so such a claim counts
 * only where no other paper has the id by itself.
 *
 * A published address belongs to its paper for ever, and no other paper gets it.
 */
export function idsOf(
  groups: readonly CleanPaper[][],
  published: Published = unpublished,
): Staged<PaperIds[]> {
  const owners = ownersOf(groups, published);
  const wanted = groups.map(wantedId);
  const choose = chooser(wanted, owners);
  const chosen = wanted.map((_, index) => choose(index));
  const ids = distinct(
    chosen.map(({ id }) => id),
    owners.isForeign,
  );
  const aliases = aliasesOf(groups, ids, owners);
  return {
    value: ids.map((id, index) => ({ id, aliases: aliases[index] ?? [] })),
    messages: wanted.flatMap(({ id: slug, record }, index): Message[] => {
      const id = ids[index] ?? "";
      if (!chosen[index]?.isNew || slug === "") return [];
      const { titleText: title, source } = record;
      const place = { file: source.file, line: source.line };
      return [report(sharedSlug, { slug, id, title }, place)];
    }),
  };
}

function ownersOf(groups: readonly CleanPaper[][], { recognised, byAddress }: Published): Owners {
  const own = groups.map((_, index) => new Set(recognised[index]?.map(({ former }) => former)));
  const isForeign = (name: string, index: number) => {
    const owner = byAddress.get(name);
    return owner !== undefined && !own[index]?.has(owner);
  };
  return { own, isForeign };
}

interface WantedId {
  record: CleanPaper;
  id: string;
  /** Whether only an exported archive says so. */
  isClaim: boolean;
}

function wantedId(group: readonly CleanPaper[]): WantedId {
  const record = bestTitle(group);
  const known = knownId(group);
  const claimed = group.find(({ archived }) => archived?.id)?.archived?.id;
  const isClaim = known === undefined && claimed !== undefined;
  return { record, isClaim, id: known ?? claimed ?? titleId(record.titleText) };
}

/** An id, and whether it is another one than the paper wanted and had. */
interface ChosenId {
  id: string;
  isNew: boolean;
}

/** Gives each paper the id that it wants, or a longer one if that is not its own. */
function chooser(
  wanted: readonly WantedId[],
  { own: former, isForeign }: Owners,
): (index: number) => ChosenId {
  const rightful = new Set(wanted.flatMap(({ id, isClaim }) => (isClaim ? [] : [id])));
  const isRefused = ({ id, isClaim }: WantedId) => isClaim && rightful.has(id);
  const sharing = Map.groupBy(
    wanted.filter((one) => !isRefused(one)),
    ({ id }) => id,
  );
  const titles = Map.groupBy(wanted, ({ record }) => record.titleText);
  const countsOf = hashCounter();
  return (index) => {
    const one = wanted[index];
    if (!one) return { id: "", isNew: false };
    const { id, record } = one;
    const addresses = addressesOf(former[index]).filter((name) => !isForeign(name, index));
    if (addresses.includes(id)) return { id, isNew: false };
    const name = id || "paper";
    const had = addresses.filter((address) => isLonger(address, name)).sort()[0];
    if (had !== undefined) return { id: had, isNew: false };
    const rivals = sharing.get(id) ?? [];
    const isFree = id !== "" && !isForeign(id, index) && !isRefused(one) && rivals.length < 2;
    if (isFree) return { id, isNew: false };
    const hashes = hashesOf(record);
    const own = [isRefused(one) ? 0 : 1, 1];
    const counts = [countsOf(rivals), countsOf(titles.get(record.titleText) ?? [])];
    const free = hashes.find(
      (hash, at) =>
        !isForeign(withHash(name, hash), index) &&
        counts.every((count, kind) => (count[at]?.get(hash) ?? 0) === own[kind]),
    );
    return { id: withHash(name, free ?? hashes[2]), isNew: true };
  };
}

/** Counts the hashes of each kind in a list, once for each list. */
function hashCounter(): (list: readonly WantedId[]) => Map<string, number>[] {
  const known = new Map<readonly WantedId[], Map<string, number>[]>();
  return (list) => {
    const old = known.get(list);
    if (old) return old;
    const counts = [
      new Map<string, number>(),
      new Map<string, number>(),
      new Map<string, number>(),
    ];
    for (const { record } of list) {
      for (const [at, hash] of hashesOf(record).entries()) {
        counts[at]?.set(hash, (counts[at].get(hash) ?? 0) + 1);
      }
    }
    known.set(list, counts);
    return counts;
  };
}

function addressesOf(former: ReadonlySet<FormerPaper> | undefined): string[] {
  return [...(former ?? [])].flatMap(({ lines }) => lines.map(({ address }) => String(address)));
}

/** Numbers ids that are still the same: a claim may be another paper's id with its hash. */
function distinct(
  ids: readonly string[],
  isForeign: (name: string, index: number) => boolean,
): string[] {
  const taken = new Set<string>();
  return ids.map((id, index) => {
    let name = id;
    for (let count = 2; taken.has(name) || isForeign(name, index); count += 1)
      name = `${id.slice(0, longestId)}-${count}`;
    taken.add(name);
    return name;
  });
}
