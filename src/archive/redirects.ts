import { everyPage } from "../i18n/strings.ts";
import type { Taxonomy } from "../topics/merge-taxonomy.ts";
import type { Addresses } from "./addresses.ts";
import type { Archive } from "./archive.ts";
import type { FormerAddresses } from "./published-papers.ts";

/** A redirect between two addresses, both with the base path. */
export interface Redirect {
  from: string;
  to: string;
  /** The title of the target page. */
  name: string;
}

/**
 * Redirects from old addresses: former ids of a paper to the paper, also those that only the ledger
 * knows (`moved`), merged topics to the topic that has their papers, and disabled topics to a broader
 * one. Addresses that have a page get none.
 */
export function redirectsOf(
  { papers, byId, topics }: Pick<Archive, "papers" | "byId" | "topics">,
  { topics: known, redirects, off }: Pick<Taxonomy, "topics" | "redirects" | "off">,
  to: Pick<Addresses, "paper" | "topic" | "topics">,
  { moved }: Pick<FormerAddresses, "moved"> = { moved: [] },
): Redirect[] {
  const shown = new Set(topics.map(({ key }) => key));
  const names = new Map(known.map(({ id, name }) => [String(id), name]));
  const topicRedirects = [
    ...redirects.map(({ from, to: target }) => ({ from, target: String(target) })),
    ...off.map(({ id, broader }) => ({ from: id, target: String(broader ?? "") })),
  ];
  const found: Redirect[] = [];
  for (const { from, target } of topicRedirects) {
    if (shown.has(from)) continue;
    found.push(
      shown.has(target)
        ? { from: to.topic(from), to: to.topic(target), name: names.get(target) ?? target }
        : { from: to.topic(from), to: to.topics(), name: everyPage.topics },
    );
  }
  const taken = new Set<string>();
  const aliases = papers.flatMap((paper) => paper.aliases.map((id) => ({ id, paper })));
  for (const { id, paper } of [...aliases, ...moved]) {
    if (byId.has(id) || taken.has(id)) continue;
    taken.add(id);
    found.push({ from: to.paper(id), to: to.paper(paper.id), name: paper.titleText });
  }
  return found.sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The `_redirects` file that Netlify, Cloudflare Pages and other hosts read. */
export function redirectsFile(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to }) => `${from} ${to} 301\n`).join("");
}
