import { defined } from "../schemas/defined.ts";
import { type TopicId, topicId } from "../schemas/identifiers.ts";
import type { Message, Staged } from "../schemas/message.ts";
import {
  circularTopic,
  emptyFamily,
  invalidMerge,
  report,
  unknownBroader,
} from "../schemas/rules.ts";
import type { TaxonomyFamily, Topic, TopicFamily, TopicsOverlay } from "../schemas/topic.ts";
import { applyOverlay, type DraftTaxonomy, type PlaceOf, similarId } from "./apply-overlay.ts";
import { finished, united } from "./draft-topic.ts";
import { type RenamedTopics, renamedTopics, withPresentIds } from "./renamed-topics.ts";

/** The topics of an archive. */
export interface Taxonomy {
  /** All topics in use, families in order, each family's topics in order. */
  topics: Topic[];
  /** The families that have a topic, in order. */
  families: TopicFamily[];
  /** Merged topics: the old address redirects to the new one. */
  redirects: { from: TopicId; to: TopicId }[];
  /** Topics that the owner switched off, each with the nearest broader topic in use. */
  off: { id: TopicId; broader: TopicId | undefined }[];
  messages: Message[];
}

/**
 * Merges the owner's overlay into the shipped families, by topic id. Changes that cannot be used are
 * reported and left out; `lines` has the line of each topic, and of each family as `families/ID`. Shipped topics that
 * were `renamed` are known by their former ids, too.
 */
export function mergeTaxonomy(
  defaults: readonly TaxonomyFamily[],
  overlay?: TopicsOverlay,
  file = "content/topics.yaml",
  lines?: ReadonlyMap<string, number>,
  renamed: RenamedTopics = renamedTopics,
): Taxonomy {
  const formerIds = new Map(Object.entries(renamed).map(([former, id]) => [id, former]));
  const lineOf = (about: string) => lines?.get(about) ?? lines?.get(formerIds.get(about) ?? "");
  const placeOf: PlaceOf = (about) => ({ file, ...defined({ line: lineOf(about) }) });
  const present = overlay && withPresentIds(overlay, placeOf, renamed);
  const drafts = applyOverlay(defaults, present?.value, placeOf);
  const merged = mergeTopics(drafts.value, placeOf);
  const taxonomy = { ...drafts.value, topics: merged.value.topics };
  const topics = topicsInUse(taxonomy, merged.value.redirects, placeOf);
  const shown = new Set(topics.value.map(({ family }) => family));
  const families = [...taxonomy.families.values()].filter(({ id }) => shown.has(id));
  const known = new Map(families.map((family) => [family.id, family]));
  const empty = (overlay?.families ?? [])
    .filter(({ id }) => !shown.has(id))
    .map(({ id }) =>
      report(emptyFamily, { family: id, similar: similarId(id, known) }, placeOf(`families/${id}`)),
    );
  return {
    topics: topics.value,
    families,
    redirects: [...merged.value.redirects, ...redirectsOfRenamed(taxonomy, renamed)],
    off: [...taxonomy.off].map((id) => ({ id, broader: usedAbove(id, taxonomy) })),
    messages: [
      ...(present?.messages ?? []),
      ...drafts.messages,
      ...merged.messages,
      ...topics.messages,
      ...empty,
    ],
  };
}

/** From the former ids of shipped topics to those that are in use. */
function redirectsOfRenamed(
  taxonomy: DraftTaxonomy,
  renamed: RenamedTopics,
): Taxonomy["redirects"] {
  return Object.entries(renamed).flatMap(([former, id]) => {
    const to = target(topicId.parse(id), taxonomy);
    return to === undefined ? [] : [{ from: topicId.parse(former), to }];
  });
}

/**
 * The topic that a topic is merged into, or the topic itself; undefined if that one is not in use.
 */
function target(id: TopicId, { topics, off, merged }: DraftTaxonomy): TopicId | undefined {
  let at = id;
  for (let steps = 0; steps <= merged.size; steps++) {
    const next = merged.get(at);
    if (next === undefined) return topics.has(at) && !off.has(at) ? at : undefined;
    at = next;
  }
  return undefined;
}

/** Adds the phrases of merged topics to the topics that they become part of. */
function mergeTopics(
  taxonomy: DraftTaxonomy,
  placeOf: PlaceOf,
): Staged<Pick<DraftTaxonomy, "topics"> & Pick<Taxonomy, "redirects">> {
  const messages: Message[] = [];
  const redirects: Taxonomy["redirects"] = [];
  for (const [from, into] of taxonomy.merged) {
    const to = target(from, taxonomy);
    if (to !== undefined) redirects.push({ from, to });
    else {
      const params = { from, into, similar: similarId(into, taxonomy.topics) };
      messages.push(report(invalidMerge, params, placeOf(from)));
    }
  }
  const topics = new Map(taxonomy.topics);
  for (const { from, to } of redirects) {
    const [source, sink] = [topics.get(from), topics.get(to)];
    if (source && sink) topics.set(to, united(sink, source));
  }
  return { value: { topics, redirects }, messages };
}

/** The topics that are neither switched off nor merged, sorted by family. */
function topicsInUse(
  taxonomy: DraftTaxonomy,
  redirects: Taxonomy["redirects"],
  placeOf: PlaceOf,
): Staged<Topic[]> {
  const gone = new Set<TopicId>([...taxonomy.off, ...redirects.map(({ from }) => from)]);
  const order = [...taxonomy.families.keys()];
  const drafts = [...taxonomy.topics.values()].filter(({ id }) => !gone.has(id));
  const messages = drafts.flatMap(({ id, broader }) => {
    if (broader === undefined) return [];
    if (!taxonomy.topics.has(broader)) {
      const similar = similarId(broader, taxonomy.topics);
      return [report(unknownBroader, { id, broader, similar }, placeOf(id))];
    }
    return isCircular(id, taxonomy) ? [report(circularTopic, { id, broader }, placeOf(id))] : [];
  });
  const value = drafts
    .map((draft) => {
      const isLoop = isCircular(draft.id, taxonomy);
      return finished(draft, isLoop ? undefined : broaderOf(draft.id, taxonomy));
    })
    .sort((a, b) => order.indexOf(a.family) - order.indexOf(b.family));
  return { value, messages };
}

function broaderOf(id: TopicId, taxonomy: DraftTaxonomy): TopicId | undefined {
  const broader = taxonomy.topics.get(id)?.broader;
  return broader === undefined ? undefined : target(broader, taxonomy);
}

/** Whether a topic is broader than itself, directly or through others. */
function isCircular(id: TopicId, taxonomy: DraftTaxonomy): boolean {
  let at = broaderOf(id, taxonomy);
  for (let steps = 0; at !== undefined && at !== id && steps < taxonomy.topics.size; steps++) {
    at = broaderOf(at, taxonomy);
  }
  return at === id;
}

/** The nearest broader topic in use of a topic that is not in use. */
function usedAbove(id: TopicId, taxonomy: DraftTaxonomy): TopicId | undefined {
  let above = taxonomy.topics.get(id)?.broader;
  for (let steps = 0; above !== undefined && steps < taxonomy.topics.size; steps++) {
    const used = target(above, taxonomy);
    if (used !== undefined) return used;
    above = taxonomy.topics.get(above)?.broader;
  }
  return undefined;
}
