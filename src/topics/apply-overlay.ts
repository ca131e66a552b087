import type { TopicId } from "../schemas/identifiers.ts";
import type { Message, Place, Staged } from "../schemas/message.ts";
import {
  duplicateTopic,
  incompleteTopic,
  report,
  reservedTopic,
  topicInTwoFamilies,
  unknownCondition,
  unknownFamily,
  unknownTopic,
} from "../schemas/rules.ts";
import type { OverlayTopic, TaxonomyFamily, TopicFamily, TopicsOverlay } from "../schemas/topic.ts";
import { nearestNamed } from "../text/nearest-ids.ts";
import { changed, type Draft, ownFamily } from "./draft-topic.ts";

/** The shipped topics with the owner's changes, before any are merged or left out. */
export interface DraftTaxonomy {
  families: Map<TopicId, TopicFamily>;
  topics: Map<TopicId, Draft>;
  /** Topics that the owner switched off. */
  off: Set<TopicId>;
  /** Topics to merge, each with the topic that it becomes part of. */
  merged: Map<TopicId, TopicId>;
}

/** The place of a topic (by its id) or a family (by `families/ID`) in the overlay. */
export type PlaceOf = (about: string) => Place;

/** No topic can have this id, because the page of papers without a topic has this address. */
const reserved = "unsorted";

/** Applies the owner's changes to the shipped families. A change that cannot be used is left out. */
export function applyOverlay(
  defaults: readonly TaxonomyFamily[],
  overlay: TopicsOverlay | undefined,
  placeOf: PlaceOf,
): Staged<DraftTaxonomy> {
  const { value: taxonomy, messages } = shipped(defaults);
  for (const family of overlay?.families ?? []) taxonomy.families.set(family.id, family);
  const seen = new Set<TopicId>();
  const changes: OverlayTopic[] = [];
  for (const change of overlay?.topics ?? []) {
    const { id } = change;
    if (seen.has(id)) messages.push(report(duplicateTopic, { id }, placeOf(id)));
    else {
      const draft = draftOf(change, taxonomy, placeOf(id));
      messages.push(...draft.messages);
      if (draft.value) {
        const { family } = draft.value;
        if (!taxonomy.families.has(family)) taxonomy.families.set(ownFamily.id, ownFamily);
        taxonomy.topics.set(id, draft.value);
        changes.push(change);
      }
    }
    seen.add(id);
  }
  for (const { id, off, merge } of changes) {
    if (off) taxonomy.off.add(id);
    else if (merge) taxonomy.merged.set(id, merge);
  }
  const conditions = changes.flatMap((change) => unknownConditions(change, taxonomy, placeOf));
  return { value: taxonomy, messages: [...messages, ...conditions] };
}

function shipped(defaults: readonly TaxonomyFamily[]): Staged<DraftTaxonomy> {
  const messages: Message[] = [];
  const families = new Map<TopicId, TopicFamily>();
  const drafts = new Map<TopicId, Draft>();
  for (const { id: family, name, topics } of defaults.toSorted((a, b) => a.order - b.order)) {
    families.set(family, { id: family, name });
    for (const topic of topics) {
      const first = drafts.get(topic.id)?.family;
      if (first === undefined) drafts.set(topic.id, { ...topic, family });
      else {
        messages.push(report(topicInTwoFamilies, { id: topic.id, first, second: family }));
      }
    }
  }
  return { value: { families, topics: drafts, off: new Set(), merged: new Map() }, messages };
}

/** The topic as the owner wants it; undefined if the change cannot be used. */
function draftOf(
  change: OverlayTopic,
  { families, topics }: DraftTaxonomy,
  place: Place,
): Staged<Draft | undefined> {
  const { id } = change;
  const known = topics.get(id);
  const refused = (message: Message) => ({ value: undefined, messages: [message] });
  if (id === reserved) return refused(report(reservedTopic, { id }, place));
  const similar = similarId(id, topics);
  if (!known && (change.off || change.merge)) {
    const params = { id, similar, change: change.off ? "switch off" : "merge" } as const;
    return refused(report(unknownTopic, params, place));
  }
  const draft = changed(known, change);
  if (!draft) return refused(report(incompleteTopic, { id, similar }, place));
  const { family } = draft;
  if (families.has(family) || family === ownFamily.id) return { value: draft, messages: [] };
  const params = {
    id,
    family,
    families: [...families.keys()],
    similar: similarId(family, families),
  };
  return {
    value: { ...draft, family: known?.family ?? ownFamily.id },
    messages: [report(unknownFamily, params, place)],
  };
}

/** Reports topics that are the condition of a phrase but do not exist. */
function unknownConditions(
  { id, strong = [], phrases = [], weak = [] }: OverlayTopic,
  { topics }: DraftTaxonomy,
  placeOf: PlaceOf,
): Message[] {
  return [...strong, ...phrases, ...weak]
    .flatMap((phrase) => (typeof phrase === "string" ? [] : (phrase.with ?? [])))
    .filter((other) => !topics.has(other))
    .map((other) =>
      report(unknownCondition, { id, other, similar: similarId(other, topics) }, placeOf(id)),
    );
}

/** The known id that is most similar to an unknown one; undefined if none is close. */
export function similarId(id: string, known: ReadonlyMap<string, unknown>): string | undefined {
  const others = [...known.keys()].filter((one) => one !== id);
  const named = others.map((one) => ({ id: one, names: [one] }));
  return nearestNamed(id, named, { evenFar: false })[0];
}
