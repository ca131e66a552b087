import type { TopicId } from "../schemas/identifiers.ts";
import type { Message } from "../schemas/message.ts";
import type {
  OverlayTopic,
  TaxonomyFamily,
  Topic,
  TopicFamily,
  TopicsOverlay,
} from "../schemas/topic.ts";
import { nearestNamed } from "../text/nearest-ids.ts";
import type { Draft } from "./draft-topic.ts";
import { changed, finished, ownFamily, united } from "./draft-topic.ts";

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

/** The address of the page of papers without topics, so no topic can have it. */
const reserved = "unsorted";

/**
 * Unites the shipped families with the owner's overlay, by topic id. An overlay never fails as a
 * whole: what cannot be used is named in a message, with its line where `lines` knows it, and left
 * out.
 */
export function mergeTaxonomy(
  defaults: readonly TaxonomyFamily[],
  overlay?: TopicsOverlay,
  file = "content/topics.yaml",
  lines?: ReadonlyMap<string, number>,
): Taxonomy {
  const messages: Message[] = [];
  const say = (message: Omit<Message, "place">, about: string): void => {
    const line = lines?.get(about);
    messages.push({ ...message, place: line === undefined ? { file } : { file, line } });
  };
  const families = new Map<TopicId, TopicFamily>();
  const drafts = new Map<TopicId, Draft>();
  for (const { id, name, topics } of [...defaults].sort((a, b) => a.order - b.order)) {
    families.set(id, { id, name });
    for (const topic of topics) {
      const first = drafts.get(topic.id)?.family;
      if (first === undefined) drafts.set(topic.id, { ...topic, family: id });
      else {
        const reason = `The topic "${topic.id}" is in two families, "${first}" and "${id}".`;
        messages.push({ rule: "topics/duplicate", severity: "error", reason });
      }
    }
  }
  for (const family of overlay?.families ?? []) families.set(family.id, family);

  const off = new Set<TopicId>();
  const merged = new Map<TopicId, TopicId>();
  const seen = new Set<TopicId>();
  const conditions: { id: TopicId; other: TopicId }[] = [];
  for (const change of overlay?.topics ?? []) {
    const { id } = change;
    const known = drafts.get(id);
    if (seen.has(id)) {
      const reason = `The topic "${id}" is listed twice; only the first item is used.`;
      const hint = "Put all you have to say about a topic into one item.";
      say({ rule: "topics/duplicate", severity: "error", reason, hint }, id);
      continue;
    }
    seen.add(id);
    if (id === reserved) {
      const reason = `"${id}" is the page of papers that no topic fits, and can be no topic.`;
      const hint = "Take another id; the name may be any.";
      say({ rule: "topics/reserved", severity: "error", reason, hint }, id);
      continue;
    }
    if (!known && (change.off || change.merge)) {
      const reason = `There is no topic "${id}" to ${change.off ? "switch off" : "merge"}.`;
      const hint = `${meant(id, drafts)}All ids stand in src/topics/taxonomy/.`;
      say({ rule: "topics/unknown", severity: "warning", reason, hint }, id);
      continue;
    }
    const draft = changed(known, change);
    if (!draft) {
      const reason = `The new topic "${id}" lacks a name or phrases, so no paper could have it.`;
      const hint = `${meant(id, drafts)}Give it a name and phrases, or take a shipped topic's id to change that one.`;
      say({ rule: "topics/incomplete", severity: "error", reason, hint }, id);
      continue;
    }
    if (!families.has(draft.family) && draft.family !== ownFamily.id) {
      const reason = `The topic "${id}" names the family "${draft.family}", which does not exist.`;
      const hint = `${meant(draft.family, families)}Take one of these, or add it under "families": ${[...families.keys()].join(", ")}.`;
      say({ rule: "topics/family", severity: "warning", reason, hint }, id);
      draft.family = known?.family ?? ownFamily.id;
    }
    if (!families.has(draft.family)) families.set(ownFamily.id, ownFamily);
    drafts.set(id, draft);
    for (const other of conditionsOf(change)) conditions.push({ id, other });
    if (change.off) off.add(id);
    else if (change.merge) merged.set(id, change.merge);
  }

  for (const { id, other } of conditions.filter((one) => !drafts.has(one.other))) {
    const reason = `A phrase of "${id}" counts only with the topic "${other}", which is no topic.`;
    const hint = `${meant(other, drafts)}All ids stand in src/topics/taxonomy/.`;
    say({ rule: "topics/with", severity: "warning", reason, hint }, id);
  }

  /** The topic that an id stands for at last, if it is in use. */
  const target = (id: TopicId): TopicId | undefined => {
    let at = id;
    for (let steps = 0; steps <= merged.size; steps++) {
      const next = merged.get(at);
      if (next === undefined) return drafts.has(at) && !off.has(at) ? at : undefined;
      at = next;
    }
    return undefined;
  };
  const redirects: Taxonomy["redirects"] = [];
  for (const [from, wanted] of merged) {
    const to = target(from);
    if (to === undefined) {
      const reason = `"${from}" can't be merged into "${wanted}", which is no topic in use.`;
      const hint = `${meant(wanted, drafts)}Name a topic that exists and is neither switched off nor merged into this one.`;
      say({ rule: "topics/merge", severity: "error", reason, hint }, from);
    } else redirects.push({ from, to });
  }
  for (const { from, to } of redirects) {
    const [source, sink] = [drafts.get(from), drafts.get(to)];
    if (source && sink) drafts.set(to, united(sink, source));
  }

  const broaderOf = (id: TopicId): TopicId | undefined => {
    const broader = drafts.get(id)?.broader;
    return broader === undefined ? undefined : target(broader);
  };
  const isLoop = (id: TopicId): boolean => {
    let at = broaderOf(id);
    for (let steps = 0; at !== undefined && at !== id && steps < drafts.size; steps++) {
      at = broaderOf(at);
    }
    return at === id;
  };
  const gone = new Set<TopicId>([...off, ...redirects.map(({ from }) => from)]);
  const topics = [...drafts.values()].filter(({ id }) => !gone.has(id));
  const order = [...families.keys()];
  const result = topics.map((draft): Topic => {
    const { id, broader } = draft;
    if (broader !== undefined && !drafts.has(broader)) {
      const reason = `The topic "${id}" is said to be part of "${broader}", which is no topic.`;
      const hint = `${meant(broader, drafts)}All ids stand in src/topics/taxonomy/.`;
      say({ rule: "topics/broader", severity: "warning", reason, hint }, id);
    } else if (isLoop(id)) {
      const reason = `The topic "${id}" would be part of itself, by "${broader}".`;
      say(
        { rule: "topics/loop", severity: "warning", reason, hint: "Take one `broader` out." },
        id,
      );
      return finished(draft, undefined);
    }
    return finished(draft, broaderOf(id));
  });
  result.sort((a, b) => order.indexOf(a.family) - order.indexOf(b.family));
  const shown = new Set(result.map(({ family }) => family));
  const used = [...families.values()].filter(({ id }) => shown.has(id));
  for (const { id } of overlay?.families ?? []) {
    if (shown.has(id)) continue;
    const reason = `No topic is in the family "${id}", so it is not shown.`;
    const hint = `${meant(id, new Map(used.map((family) => [family.id, family])))}Name it as the \`family\` of a topic.`;
    const line = lines?.get(`families/${id}`);
    const place = line === undefined ? { file } : { file, line };
    messages.push({ rule: "topics/family", severity: "warning", reason, hint, place });
  }
  const switchedOff = [...off].map((id) => {
    let above = drafts.get(id)?.broader;
    for (let steps = 0; above !== undefined && steps < drafts.size; steps++) {
      const used = target(above);
      if (used !== undefined) return { id, broader: used };
      above = drafts.get(above)?.broader;
    }
    return { id, broader: undefined };
  });
  return { topics: result, families: used, redirects, off: switchedOff, messages };
}

/** The topics that the phrases of a change count only with. */
function conditionsOf({ strong, phrases, weak }: OverlayTopic): TopicId[] {
  return [strong, phrases, weak].flatMap((list) =>
    (list ?? []).flatMap((phrase) => (typeof phrase === "string" ? [] : (phrase.with ?? []))),
  );
}

/** The id that was meant, as the beginning of a hint; empty where none is near. */
function meant(id: string, known: ReadonlyMap<string, unknown>): string {
  const others = [...known.keys()].filter((one) => one !== id);
  const named = others.map((one) => ({ id: one, names: [one] }));
  const [near] = nearestNamed(id, named, { evenFar: false });
  return near === undefined ? "" : `Did you mean "${near}"? `;
}
