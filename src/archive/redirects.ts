import { everyPage } from "../i18n/strings.ts";
import type { Taxonomy } from "../topics/merge-taxonomy.ts";
import type { Addresses } from "./addresses.ts";
import type { Archive } from "./archive.ts";

/** A redirect between two addresses, both with the base path. */
export interface Redirect {
  from: string;
  to: string;
  /** The title of the target page. */
  name: string;
}

/**
 * Redirects from old addresses: former ids of a paper to the paper, merged topics to the topic that
 * has their papers, and disabled topics to a broader one. Addresses that have a page get none.
 */
export function redirectsOf(
  { papers, byId, topics }: Pick<Archive, "papers" | "byId" | "topics">,
  { topics: known, redirects, off }: Pick<Taxonomy, "topics" | "redirects" | "off">,
  to: Pick<Addresses, "paper" | "topic" | "topics">,
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
  for (const { id, aliases, titleText } of papers) {
    for (const alias of aliases) {
      if (byId.has(alias) || taken.has(alias)) continue;
      taken.add(alias);
      found.push({ from: to.paper(alias), to: to.paper(id), name: titleText });
    }
  }
  return found.sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The `_redirects` file that Netlify, Cloudflare Pages and other hosts read. */
export function redirectsFile(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to }) => `${from} ${to} 301\n`).join("");
}
