import type { TopicLine } from "../schemas/address.ts";
import type { Taxonomy } from "../topics/merge-taxonomy.ts";
import type { Archive } from "./archive.ts";

/** A topic that has no page, and the one whose page has its papers now, if there is one. */
export interface MovedTopic {
  id: string;
  target: string | undefined;
}

/**
 * What has become of topics that may have been published and have no page now: they were merged,
 * switched off or deleted, or no paper has them. The target is the topic that they were merged into, or
 * else the nearest broader one that has papers. `published` are those that the ledger knows.
 */
export function movedTopics(
  { topics: groups }: Pick<Archive, "topics">,
  { topics, redirects, off }: Pick<Taxonomy, "topics" | "redirects" | "off">,
  published: readonly TopicLine[] = [],
): MovedTopic[] {
  const shown = new Set(groups.map(({ key }) => key));
  const next = new Map<string, string | undefined>([
    ...published.map(({ address, broader }) => [address, broader] as const),
    ...topics.map(({ id, broader }) => [id, broader] as const),
    ...off.map(({ id, broader }) => [id, broader] as const),
    ...redirects.map(({ from, to }) => [from, to] as const),
  ]);
  const former = [...redirects.map(({ from }) => from), ...off.map(({ id }) => id)];
  const ids = new Set<string>([...former, ...published.map(({ address }) => address)]);
  const targetOf = (id: string) => {
    const seen = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !shown.has(at) && !seen.has(at)) {
      seen.add(at);
      at = next.get(at);
    }
    return at !== undefined && shown.has(at) ? at : undefined;
  };
  return [...ids].filter((id) => !shown.has(id)).map((id) => ({ id, target: targetOf(id) }));
}
