import type { TopicId } from "../schemas/identifiers.ts";
import type { Message } from "../schemas/message.ts";
import type { TaxonomyFamily, Topic, TopicFamily, TopicsOverlay } from "../schemas/topic.ts";
import {
  applyOverlay,
  type Changed,
  type Drafted,
  meant,
  shippedTopics,
  type TopicMessage,
} from "./apply-overlay.ts";
import { finished, united } from "./draft-topic.ts";
import { type TopicLineage, topicLineage } from "./topic-lineage.ts";

/** The topics of a site: the shipped ones with the owner's changes. */
export interface Taxonomy {
  /** All topics in use, families in order, each family's topics in order. */
  topics: Topic[];
  /** The families that have a topic, in order. */
  families: TopicFamily[];
  /** Merged topics: the old address leads to the new one. */
  redirects: { from: TopicId; to: TopicId }[];
  /** Topics that the owner switched off, each with the nearest broader topic in use. */
  off: { id: TopicId; broader: TopicId | undefined }[];
  messages: Message[];
}

/**
 * Merges the owner's overlay into the shipped families, by topic id. An overlay never fails as a
 * whole: what cannot be used is left out, with a message. `lines` gives the line of each id in the
 * overlay's file.
 */
export function mergeTaxonomy(
  defaults: readonly TaxonomyFamily[],
  overlay: TopicsOverlay = { families: [], topics: [] },
  file = "content/topics.yaml",
  lines?: ReadonlyMap<string, number>,
): Taxonomy {
  const shipped = shippedTopics(defaults);
  const changes = applyOverlay(shipped.value, overlay);
  const lineage = topicLineage(changes.value);
  const merges = mergeTopics(changes.value, lineage);
  const all = { ...changes.value, topics: merges.value.topics };
  const topics = topicsInUse(all, topicLineage(all), merges.value.redirects);
  const shown = new Set(topics.value.map(({ family }) => family));
  const families = [...all.families.values()].filter(({ id }) => shown.has(id));
  const messages = [
    ...shipped.messages,
    ...changes.messages,
    ...merges.messages,
    ...topics.messages,
    ...emptyFamilies(overlay, families),
  ];
  return {
    topics: topics.value,
    families,
    redirects: merges.value.redirects,
    off: [...all.off].map((id) => ({ id, broader: lineage.nearestBroader(id) })),
    messages: messages.map((message) => placed(message, file, lines)),
  };
}

/** Gives the phrases of each merged topic to the one that it is merged into. */
function mergeTopics(
  { topics, merged }: Changed,
  { target }: TopicLineage,
): Drafted<Pick<Changed, "topics"> & Pick<Taxonomy, "redirects">> {
  const messages: TopicMessage[] = [];
  const redirects: Taxonomy["redirects"] = [];
  for (const [from, wanted] of merged) {
    const to = target(from);
    if (to === undefined) {
      const reason = `"${from}" can't be merged into "${wanted}", which is no topic in use.`;
      const hint = `${meant(wanted, topics)}Name a topic that exists and is neither switched off nor merged into this one.`;
      messages.push({ rule: "topics/merge", severity: "error", reason, hint, about: from });
    } else redirects.push({ from, to });
  }
  const result = new Map(topics);
  for (const { from, to } of redirects) {
    const [source, sink] = [result.get(from), result.get(to)];
    if (source && sink) result.set(to, united(sink, source));
  }
  return { value: { topics: result, redirects }, messages };
}

/** The topics that are neither switched off nor merged, ready for use, in the order of families. */
function topicsInUse(
  { topics, families, off }: Changed,
  { broaderOf, isLoop }: TopicLineage,
  redirects: Taxonomy["redirects"],
): Drafted<Topic[]> {
  const messages: TopicMessage[] = [];
  const gone = new Set<TopicId>([...off, ...redirects.map(({ from }) => from)]);
  const order = [...families.keys()];
  const value = [...topics.values()]
    .filter(({ id }) => !gone.has(id))
    .map((draft): Topic => {
      const { id, broader } = draft;
      if (broader !== undefined && !topics.has(broader)) {
        const reason = `The topic "${id}" is said to be part of "${broader}", which is no topic.`;
        const hint = `${meant(broader, topics)}All ids stand in src/topics/taxonomy/.`;
        messages.push({ rule: "topics/broader", severity: "warning", reason, hint, about: id });
      } else if (isLoop(id)) {
        const reason = `The topic "${id}" would be part of itself, by "${broader}".`;
        const hint = "Take one `broader` out.";
        messages.push({ rule: "topics/loop", severity: "warning", reason, hint, about: id });
        return finished(draft, undefined);
      }
      return finished(draft, broaderOf(id));
    })
    .sort((a, b) => order.indexOf(a.family) - order.indexOf(b.family));
  return { value, messages };
}

/** Messages about the owner's families that have no topic. */
function emptyFamilies(overlay: TopicsOverlay, used: readonly TopicFamily[]): TopicMessage[] {
  const known = new Map(used.map((family) => [family.id, family]));
  return overlay.families
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => {
      const reason = `No topic is in the family "${id}", so it is not shown.`;
      const hint = `${meant(id, known)}Name it as the \`family\` of a topic.`;
      const about = `families/${id}`;
      return { rule: "topics/family", severity: "warning", reason, hint, about };
    });
}

function placed(
  { about, ...message }: TopicMessage,
  file: string,
  lines?: ReadonlyMap<string, number>,
): Message {
  if (about === undefined) return message;
  const line = lines?.get(about);
  return { ...message, place: line === undefined ? { file } : { file, line } };
}
