import { everyPage } from "../i18n/strings.ts";
import type { TopicLine } from "../schemas/address.ts";
import type { Taxonomy } from "../topics/merge-taxonomy.ts";
import type { Addresses } from "./addresses.ts";
import type { Archive } from "./archive.ts";
import { listAbove } from "./list-addresses.ts";
import { movedTopics } from "./moved-topics.ts";
import type { FormerAddresses } from "./published-papers.ts";

/** A redirect between two addresses, both with the base path. */
export interface Redirect {
  from: string;
  to: string;
  /** The title of the target page. */
  name: string;
}

/** What the ledger knows about addresses that may have no page now. */
export interface Former extends Pick<FormerAddresses, "moved"> {
  /** Topics that have, or had, a page. */
  topics: readonly TopicLine[];
  /** The paths of other lists that have, or had, one. */
  lists: readonly string[];
  /** The names of the lists and overviews that have a page now, by their paths. */
  names: ReadonlyMap<string, string>;
  /** Where lists are whose papers are now a part of another page, by their paths. */
  parts: ReadonlyMap<string, Pick<Redirect, "to" | "name">>;
}

const unpublished: Former = {
  moved: [],
  topics: [],
  lists: [],
  names: new Map(),
  parts: new Map(),
};

/**
 * Redirects from old addresses, in order: former ids of a paper to the paper; topics without a page to
 * the topic that has their papers, or else to all topics; other lists without papers to the next wider
 * one. Addresses that have a page get none.
 */
export function redirectsOf(
  archive: Pick<Archive, "papers" | "byId" | "topics">,
  taxonomy: Pick<Taxonomy, "topics" | "redirects" | "off">,
  to: Pick<Addresses, "paper" | "topic" | "topics" | "home" | "ownPage">,
  former: Former = unpublished,
): Redirect[] {
  return [
    ...paperRedirects(archive, to, former),
    ...topicRedirects(archive, taxonomy, to, former),
    ...former.lists.flatMap((path) => listRedirect(path, to, former) ?? []),
  ].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function paperRedirects(
  { papers, byId }: Pick<Archive, "papers" | "byId">,
  to: Pick<Addresses, "paper">,
  { moved }: Pick<Former, "moved">,
): Redirect[] {
  const found: Redirect[] = [];
  const taken = new Set<string>();
  const aliases = papers.flatMap((paper) => paper.aliases.map((id) => ({ id, paper })));
  for (const { id, paper } of [...aliases, ...moved]) {
    if (byId.has(id) || taken.has(id)) continue;
    taken.add(id);
    found.push({ from: to.paper(id), to: to.paper(paper.id), name: paper.titleText });
  }
  return found;
}

function topicRedirects(
  archive: Pick<Archive, "topics">,
  taxonomy: Pick<Taxonomy, "topics" | "redirects" | "off">,
  to: Pick<Addresses, "topic" | "topics">,
  { topics }: Pick<Former, "topics">,
): Redirect[] {
  const names = new Map(taxonomy.topics.map(({ id, name }) => [String(id), name]));
  return movedTopics(archive, taxonomy, topics).map(({ id, target }) =>
    target === undefined
      ? { from: to.topic(id), to: to.topics(), name: everyPage.topics }
      : { from: to.topic(id), to: to.topic(target), name: names.get(target) ?? target },
  );
}

function listRedirect(
  path: string,
  to: Pick<Addresses, "home" | "ownPage">,
  { names, parts }: Pick<Former, "names" | "parts">,
): Redirect | undefined {
  if (names.has(path)) return undefined;
  const part = parts.get(path);
  if (part) return { from: to.ownPage(path), ...part };
  let above = listAbove(path);
  while (above !== undefined && !names.has(above)) above = listAbove(above);
  if (above === undefined) return undefined;
  const target = above === "" ? to.home() : to.ownPage(above);
  return { from: to.ownPage(path), to: target, name: names.get(above) ?? above };
}

/** The `_redirects` file that Netlify, Cloudflare Pages and other hosts read. */
export function redirectsFile(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to }) => `${from} ${to} 301\n`).join("");
}
