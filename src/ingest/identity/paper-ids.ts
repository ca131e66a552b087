import { createHash } from "node:crypto";
import { plainText } from "../../math/tree-text.ts";
import type { Message, Staged } from "../../schemas/message.ts";
import { report, sharedSlug } from "../../schemas/rules.ts";
import { addressPart } from "../../text/address-part.ts";
import { slugOf } from "../../text/slug.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { bestTitle } from "../merge/texts.ts";
import type { FormerPaper, Ledger } from "./read-ledger.ts";
import type { Recognized } from "./recognise.ts";

/** A paper's id, and the ids that it had while less was known about it. */
export interface PaperIds {
  id: string;
  aliases: string[];
}

/** What was published before: the former papers of each group, and the paper of each address. */
export interface Published extends Pick<Ledger, "byAddress"> {
  recognised: readonly Recognized[][];
}

const unpublished: Published = { recognised: [], byAddress: new Map() };

/** In characters: file systems allow 255 bytes, and addresses should stay readable. */
const longestId = 90;

/**
 * The arXiv id or DOI of each group of records where one is known, else a slug of the title. Groups
 * with the same slug get a hash of the title as well. The id that a record would have by itself
 * is an alias, since the paper may have been published under it.
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
  const own = groups.map(
    (_, index) => new Set(published.recognised[index]?.map(({ former }) => former)),
  );
  const isForeign = (name: string, index: number) => {
    const owner = published.byAddress.get(name);
    return owner !== undefined && !own[index]?.has(owner);
  };
  const wanted = groups.map(wantedId);
  const rightful = new Set(wanted.flatMap(({ id, isClaim }) => (isClaim ? [] : [id])));
  const isRefused = ({ id, isClaim }: WantedId) => isClaim && rightful.has(id);
  const sharing = Map.groupBy(
    wanted.filter((one) => !isRefused(one)),
    ({ id }) => id,
  );
  const titles = Map.groupBy(wanted, ({ record }) => record.titleText);
  const messages: Message[] = [];
  const ids = wanted.map((one, index) => {
    const { record, id } = one;
    const owner = published.byAddress.get(id);
    if (owner !== undefined && own[index]?.has(owner)) return id;
    if (!isForeign(id, index) && id !== "" && !isRefused(one) && (sharing.get(id)?.length ?? 0) < 2)
      return id;
    // Papers with the same title get a hash of title and abstract.
    const sameTitle = (titles.get(record.titleText)?.length ?? 0) > 1;
    const hashed = withHash(id || "paper", record, sameTitle);
    if (id !== "") {
      const { titleText, source } = record;
      const params = { slug: id, id: hashed, title: titleText };
      messages.push(report(sharedSlug, params, { file: source.file, line: source.line }));
    }
    return hashed;
  });
  const settled = distinct(ids, isForeign);
  return { value: withAliases(groups, settled, { isForeign, own }), messages };
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

/** A title's slug as part of an address; empty where the title has no letter or digit. */
function titleId(titleText: string): string {
  const slug = slugOf(titleText);
  return slug && addressPart(slug);
}

/** An arXiv id or DOI as part of an address. */
function knownId(records: readonly CleanPaper[]): string | undefined {
  const arxiv = records.find(({ ids }) => ids.arxiv)?.ids.arxiv;
  const doi = records.find(({ ids }) => ids.doi)?.ids.doi;
  const known = (arxiv ?? doi)
    ?.toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+|(?<!-)-+$/g, "");
  if (known === undefined || known === "") return undefined;
  if (known.length <= longestId) return addressPart(known);
  return `${known.slice(0, longestId - 7)}-${shortHash(known)}`;
}

interface Owners {
  /** Whether an address belongs to another paper than a group's. */
  isForeign: (name: string, index: number) => boolean;
  /** The former papers of each group. */
  own: readonly ReadonlySet<FormerPaper>[];
}

function withAliases(
  groups: readonly CleanPaper[][],
  ids: readonly string[],
  { isForeign, own: formerOf }: Owners,
): PaperIds[] {
  const wanted = groups.map((group, index) => {
    const former = group.flatMap((record) => {
      const slug = knownId([record]) ?? titleId(record.titleText);
      return slug ? [{ slug, record }] : [];
    });
    return [...new Map(former.map((one) => [one.slug, one])).values()].filter(
      ({ slug }) => slug !== ids[index],
    );
  });
  const taken = new Set(ids);
  const kept = formerOf.map((former) =>
    [...former]
      .flatMap(({ lines }) => lines.map(({ address }) => String(address)))
      .filter((name) => !taken.has(name)),
  );
  for (const name of kept.flat()) taken.add(name);
  const count = Map.groupBy(wanted.flat(), ({ slug }) => slug);
  const own = wanted.map((former, index) =>
    former
      .map(({ slug, record }) => {
        const sharing = count.get(slug) ?? [];
        if (!taken.has(slug) && !isForeign(slug, index) && sharing.length < 2) return slug;
        const { titleText } = record;
        const same = sharing.filter((other) => other.record.titleText === titleText).length > 1;
        return withHash(slug, record, same);
      })
      .filter((alias) => !taken.has(alias) && !isForeign(alias, index)),
  );
  for (const alias of own.flat()) taken.add(alias);
  return ids.map((id, index) => {
    const claimed = (groups[index] ?? [])
      .flatMap(claimedNames)
      .filter((name) => !taken.has(name) && !isForeign(name, index));
    for (const name of claimed) taken.add(name);
    return {
      id,
      aliases: [...new Set([...(kept[index] ?? []), ...(own[index] ?? []), ...claimed])].sort(),
    };
  });
}

/** The names that a paper had in an exported archive, as far as no other paper has them. */
function claimedNames({ archived }: CleanPaper): string[] {
  return archived ? [...(archived.id === undefined ? [] : [archived.id]), ...archived.aliases] : [];
}

function withHash(slug: string, record: CleanPaper, withAbstract: boolean): string {
  return `${slug.slice(0, longestId)}-${hashOf(record, withAbstract)}`;
}

function hashOf(record: CleanPaper, withAbstract: boolean): string {
  const { titleText, abstract } = record;
  const text = abstract.map(({ children }) => plainText(children)).join("\n");
  return shortHash(withAbstract ? `${titleText}\n${text}` : titleText);
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 6);
}
