import type { TopicId } from "../schemas/identifiers.ts";
import type { Message } from "../schemas/message.ts";
import type { OverlayTopic, TaxonomyFamily, TopicFamily, TopicsOverlay } from "../schemas/topic.ts";
import { nearestNamed } from "../text/nearest-ids.ts";
import { changed, type Draft, ownFamily } from "./draft-topic.ts";

/** A message about an id in the overlay, before its place in the file is looked up. */
export type TopicMessage = Omit<Message, "place"> & {
  /** The id, or `families/` and the id of a family; absent for the shipped topics. */
  about?: string;
};

/** The result of a stage whose messages have no place yet. */
export interface Drafted<T> {
  value: T;
  messages: TopicMessage[];
}

/** Topics and families on their way, by id, in order. */
export interface Drafts {
  families: Map<TopicId, TopicFamily>;
  topics: Map<TopicId, Draft>;
}

/** The topics after the owner's changes, and what is still to be done with some of them. */
export interface Changed extends Drafts {
  /** Topics that the owner switched off. */
  off: Set<TopicId>;
  /** Topics to be merged, each with the one that it is merged into. */
  merged: Map<TopicId, TopicId>;
}

/** The address of the page of papers without topics, so no topic can have it. */
const reserved = "unsorted";

/** The shipped topics. Of an id in two families the first one counts. */
export function shippedTopics(defaults: readonly TaxonomyFamily[]): Drafted<Drafts> {
  const messages: TopicMessage[] = [];
  const families: Drafts["families"] = new Map();
  const topics: Drafts["topics"] = new Map();
  for (const { id, name, topics: own } of [...defaults].sort((a, b) => a.order - b.order)) {
    families.set(id, { id, name });
    for (const topic of own) {
      const first = topics.get(topic.id)?.family;
      if (first === undefined) topics.set(topic.id, { ...topic, family: id });
      else {
        const reason = `The topic "${topic.id}" is in two families, "${first}" and "${id}".`;
        messages.push({ rule: "topics/duplicate", severity: "error", reason });
      }
    }
  }
  return { value: { families, topics }, messages };
}

/** Applies the owner's changes, one topic after the other. A change that cannot be used is left out. */
export function applyOverlay(shipped: Drafts, overlay: TopicsOverlay): Drafted<Changed> {
  const messages: TopicMessage[] = [];
  const families = new Map(shipped.families);
  for (const family of overlay.families) families.set(family.id, family);
  const topics = new Map(shipped.topics);
  const off = new Set<TopicId>();
  const merged = new Map<TopicId, TopicId>();
  const seen = new Set<TopicId>();
  const applied: OverlayTopic[] = [];
  for (const change of overlay.topics) {
    const { id } = change;
    if (seen.has(id)) {
      const reason = `The topic "${id}" is listed twice; only the first item is used.`;
      const hint = "Put all you have to say about a topic into one item.";
      messages.push({ rule: "topics/duplicate", severity: "error", reason, hint, about: id });
      continue;
    }
    seen.add(id);
    const { value: draft, messages: told } = applyChange(change, { families, topics });
    messages.push(...told);
    if (!draft) continue;
    if (!families.has(draft.family)) families.set(ownFamily.id, ownFamily);
    topics.set(id, draft);
    applied.push(change);
    if (change.off) off.add(id);
    else if (change.merge) merged.set(id, change.merge);
  }
  messages.push(...applied.flatMap((change) => unknownConditions(change, topics)));
  return { value: { families, topics, off, merged }, messages };
}

/** The topic after a change; undefined where the change cannot be used. */
function applyChange(
  change: OverlayTopic,
  { families, topics }: Drafts,
): Drafted<Draft | undefined> {
  const { id } = change;
  const known = topics.get(id);
  const unusable = (message: Omit<TopicMessage, "about">): Drafted<undefined> => ({
    value: undefined,
    messages: [{ ...message, about: id }],
  });
  if (id === reserved) {
    const reason = `"${id}" is the page of papers that no topic fits, and can be no topic.`;
    const hint = "Take another id; the name may be any.";
    return unusable({ rule: "topics/reserved", severity: "error", reason, hint });
  }
  if (!known && (change.off || change.merge)) {
    const reason = `There is no topic "${id}" to ${change.off ? "switch off" : "merge"}.`;
    const hint = `${meant(id, topics)}All ids stand in src/topics/taxonomy/.`;
    return unusable({ rule: "topics/unknown", severity: "warning", reason, hint });
  }
  const draft = changed(known, change);
  if (!draft) {
    const reason = `The new topic "${id}" lacks a name or phrases, so no paper could have it.`;
    const hint = `${meant(id, topics)}Give it a name and phrases, or take a shipped topic's id to change that one.`;
    return unusable({ rule: "topics/incomplete", severity: "error", reason, hint });
  }
  if (families.has(draft.family) || draft.family === ownFamily.id) {
    return { value: draft, messages: [] };
  }
  const reason = `The topic "${id}" names the family "${draft.family}", which does not exist.`;
  const hint = `${meant(draft.family, families)}Take one of these, or add it under "families": ${[...families.keys()].join(", ")}.`;
  return {
    value: { ...draft, family: known?.family ?? ownFamily.id },
    messages: [{ rule: "topics/family", severity: "warning", reason, hint, about: id }],
  };
}

/** Messages about phrases that count only with a topic that does not exist. */
function unknownConditions(
  { id, strong, phrases, weak }: OverlayTopic,
  topics: Drafts["topics"],
): TopicMessage[] {
  const conditions = [strong, phrases, weak].flatMap((list) =>
    (list ?? []).flatMap((phrase) => (typeof phrase === "string" ? [] : (phrase.with ?? []))),
  );
  return conditions
    .filter((other) => !topics.has(other))
    .map((other) => {
      const reason = `A phrase of "${id}" counts only with the topic "${other}", which is no topic.`;
      const hint = `${meant(other, topics)}All ids stand in src/topics/taxonomy/.`;
      return { rule: "topics/with", severity: "warning", reason, hint, about: id };
    });
}

/** The beginning of a hint that names the known id closest to a wrong one; empty if none is close. */
export function meant(id: string, known: ReadonlyMap<string, unknown>): string {
  const others = [...known.keys()].filter((one) => one !== id);
  const named = others.map((one) => ({ id: one, names: [one] }));
  const [near] = nearestNamed(id, named, { evenFar: false });
  return near === undefined ? "" : `Did you mean "${near}"? `;
}
