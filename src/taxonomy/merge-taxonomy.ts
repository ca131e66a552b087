import type { TopicId } from "../schemas/identifiers.ts";
import { topicId } from "../schemas/identifiers.ts";
import type { Message } from "../schemas/message.ts";
import type {
  OverlayTopic,
  TaxonomyFamily,
  TaxonomyTopic,
  Topic,
  TopicFamily,
  TopicPhrase,
  TopicsOverlay,
} from "../schemas/topic.ts";

/** What one mention in an abstract is worth, by the list that a phrase stands in. */
const listWeights = { strong: 2, phrases: 1, weak: 0.3 } as const;

const ownFamily: TopicFamily = { id: topicId.parse("more"), name: "More" };

export interface Taxonomy {
  /** All topics in use, families in order, each family's topics in order. */
  topics: Topic[];
  /** The families that have a topic, in order. */
  families: TopicFamily[];
  /** Merged topics: the old address leads to the new one. */
  redirects: { from: TopicId; to: TopicId }[];
  messages: Message[];
}

interface Draft extends TaxonomyTopic {
  family: TopicId;
}

/**
 * Unites the shipped families with the owner's overlay, by topic id. An overlay never fails as a
 * whole: what cannot be used is named in a message and left out.
 */
export function mergeTaxonomy(
  defaults: readonly TaxonomyFamily[],
  overlay?: TopicsOverlay,
  file = "content/topics.yaml",
): Taxonomy {
  const messages: Message[] = [];
  const say = (
    rule: string,
    severity: Message["severity"],
    reason: string,
    hint?: string,
  ): void => {
    const place = { file };
    messages.push({ rule, severity, reason, place, ...(hint === undefined ? {} : { hint }) });
  };
  const families = new Map<TopicId, TopicFamily>();
  const drafts = new Map<TopicId, Draft>();
  for (const { id, name, topics } of [...defaults].sort((a, b) => a.order - b.order)) {
    families.set(id, { id, name });
    for (const topic of topics) {
      const first = drafts.get(topic.id);
      if (first) {
        const where = `in the families "${first.family}" and "${id}"`;
        say("topics/duplicate", "error", `The topic "${topic.id}" is shipped twice, ${where}.`);
      } else drafts.set(topic.id, { ...topic, family: id });
    }
  }
  for (const family of overlay?.families ?? []) families.set(family.id, family);

  const off = new Set<TopicId>();
  const merged = new Map<TopicId, TopicId>();
  const seen = new Set<TopicId>();
  for (const change of overlay?.topics ?? []) {
    if (seen.has(change.id)) {
      const hint = "Put all you have to say about a topic into one item.";
      say("topics/duplicate", "error", `The topic "${change.id}" is listed twice.`, hint);
      continue;
    }
    seen.add(change.id);
    const known = drafts.get(change.id);
    if (!known && (change.off || change.merge)) {
      const hint = "Check the id against src/taxonomy/.";
      say("topics/unknown", "warning", `There is no topic "${change.id}" to change.`, hint);
      continue;
    }
    const draft = applyChange(known, change);
    if (!draft) {
      const reason = `The new topic "${change.id}" has no name or no phrases.`;
      const hint =
        "Give it a `name` and `phrases`, or take the id of a shipped topic to change that.";
      say("topics/incomplete", "error", reason, hint);
      continue;
    }
    if (draft.family === ownFamily.id && !families.has(ownFamily.id)) {
      families.set(ownFamily.id, ownFamily);
    } else if (!families.has(draft.family)) {
      const ids = [...families.keys()].join(", ");
      say("topics/family", "warning", `No family "${draft.family}".`, `Take one of: ${ids}.`);
      draft.family = known?.family ?? ownFamily.id;
      if (!families.has(draft.family)) families.set(draft.family, ownFamily);
    }
    drafts.set(change.id, draft);
    if (change.off) off.add(change.id);
    else if (change.merge) merged.set(change.id, change.merge);
  }

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
      const reason = `"${from}" can't be merged into "${wanted}": that is no topic in use.`;
      say("topics/merge", "error", reason, "Name a topic that exists and is not switched off.");
      continue;
    }
    redirects.push({ from, to });
    const [source, sink] = [drafts.get(from), drafts.get(to)];
    if (source && sink) drafts.set(to, uniteLists(sink, source));
  }

  const gone = new Set<TopicId>([...off, ...redirects.map(({ from }) => from)]);
  const used = [...drafts.values()].filter(({ id }) => !gone.has(id));
  const topics = used.map((draft): Topic => {
    const broader = draft.broader && target(draft.broader);
    if (draft.broader && broader === undefined && !off.has(draft.broader)) {
      const reason = `"${draft.id}" is said to be part of "${draft.broader}", which is no topic.`;
      say("topics/broader", "warning", reason);
    }
    const keeps = broader !== undefined && broader !== draft.id && !loops(draft.id, broader);
    return {
      id: draft.id,
      name: draft.name,
      description: draft.description,
      family: draft.family,
      ...(keeps ? { broader } : {}),
      phrases: (["strong", "phrases", "weak"] as const).flatMap((list) =>
        draft[list].map((phrase) => weigh(phrase, listWeights[list])),
      ),
      not: draft.not,
      categories: draft.categories.map((entry) =>
        typeof entry === "string" ? { category: entry, weight: 1 } : entry,
      ),
    };
  });
  const order = [...families.keys()];
  topics.sort((a, b) => order.indexOf(a.family) - order.indexOf(b.family));
  const shown = new Set(topics.map(({ family }) => family));
  return {
    topics,
    families: [...families.values()].filter(({ id }) => shown.has(id)),
    redirects,
    messages,
  };

  function loops(id: TopicId, from: TopicId): boolean {
    let at: TopicId | undefined = from;
    for (let steps = 0; at !== undefined && steps <= drafts.size; steps++) {
      if (at === id) {
        say("topics/loop", "error", `The topic "${id}" would be part of itself, by "${from}".`);
        return true;
      }
      const next: TopicId | undefined = drafts.get(at)?.broader;
      at = next && target(next);
    }
    return false;
  }
}

function applyChange(known: Draft | undefined, change: OverlayTopic): Draft | undefined {
  const base = known && !change.replace ? known : undefined;
  const name = change.name ?? known?.name;
  const lists = {
    strong: [...(base?.strong ?? []), ...(change.strong ?? [])],
    phrases: [...(base?.phrases ?? []), ...(change.phrases ?? [])],
    weak: [...(base?.weak ?? []), ...(change.weak ?? [])],
    not: [...(base?.not ?? []), ...(change.not ?? [])],
    categories: [...(base?.categories ?? []), ...(change.categories ?? [])],
  };
  const findable = lists.strong.length + lists.phrases.length + lists.categories.length > 0;
  if (name === undefined || !findable) return undefined;
  const broader = change.broader === "none" ? undefined : (change.broader ?? known?.broader);
  return {
    id: change.id,
    name,
    description: change.description ?? known?.description ?? name,
    family: change.family ?? known?.family ?? ownFamily.id,
    ...(broader === undefined ? {} : { broader: topicId.parse(broader) }),
    ...lists,
  };
}

function uniteLists(sink: Draft, source: Draft): Draft {
  return {
    ...sink,
    strong: [...sink.strong, ...source.strong],
    phrases: [...sink.phrases, ...source.phrases],
    weak: [...sink.weak, ...source.weak],
    not: [...sink.not, ...source.not],
    categories: [...sink.categories, ...source.categories],
  };
}

function weigh(phrase: TopicPhrase, usual: number): Topic["phrases"][number] {
  return typeof phrase === "string"
    ? { phrase, weight: usual }
    : { ...phrase, weight: phrase.weight ?? usual };
}
