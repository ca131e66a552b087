import { topicsPage } from "../i18n/strings.ts";
import { defined } from "../schemas/defined.ts";
import type { TopicId } from "../schemas/identifiers.ts";
import { topicId } from "../schemas/identifiers.ts";
import type {
  OverlayTopic,
  TaxonomyTopic,
  Topic,
  TopicFamily,
  TopicPhrase,
} from "../schemas/topic.ts";

/** A topic before its phrases are weighted: as a file has it, with its family. */
export interface Draft extends TaxonomyTopic {
  family: TopicId;
}

/** The family of an owner's new topic without a family. */
export const ownFamily: TopicFamily = { id: topicId.parse("more"), name: topicsPage.more };

/** The weight of one mention in an abstract, by the list that the phrase is in. */
const listWeights = { strong: 2, phrases: 1, weak: 0.3 } as const;

/** The topic as the owner wants it; undefined if a new topic lacks a name or phrases. */
export function changed(known: Draft | undefined, change: OverlayTopic): Draft | undefined {
  const base = known && !change.replace ? known : undefined;
  const name = change.name ?? known?.name;
  const lists = {
    strong: [...(base?.strong ?? []), ...(change.strong ?? [])],
    phrases: [...(base?.phrases ?? []), ...(change.phrases ?? [])],
    weak: [...(base?.weak ?? []), ...(change.weak ?? [])],
    not: [...(base?.not ?? []), ...(change.not ?? [])],
    categories: [...(base?.categories ?? []), ...(change.categories ?? [])],
    keywords: [...(base?.keywords ?? []), ...(change.keywords ?? [])],
  };
  const { strong, phrases, categories, keywords } = lists;
  const findable = [strong, phrases, categories, keywords].some((list) => list.length > 0);
  if (name === undefined || !findable) return undefined;
  const broader = change.broader === "none" ? undefined : (change.broader ?? known?.broader);
  return {
    id: change.id,
    name,
    description: change.description ?? known?.description ?? name,
    family: change.family ?? known?.family ?? ownFamily.id,
    ...defined({ broader: broader && topicId.parse(broader) }),
    ...lists,
  };
}

/** The first topic with the second one's phrases added. */
export function united(topic: Draft, merged: Draft): Draft {
  return {
    ...topic,
    strong: [...topic.strong, ...merged.strong],
    phrases: [...topic.phrases, ...merged.phrases],
    weak: [...topic.weak, ...merged.weak],
    not: [...topic.not, ...merged.not],
    categories: [...topic.categories, ...merged.categories],
    keywords: [...topic.keywords, ...merged.keywords],
  };
}

/** The topic ready for use, every phrase with its weight. */
export function finished(draft: Draft, broader: TopicId | undefined): Topic {
  const { id, name, description, family, not, keywords } = draft;
  return {
    id,
    name,
    description,
    family,
    ...defined({ broader }),
    phrases: (["strong", "phrases", "weak"] as const).flatMap((list) =>
      draft[list].map((phrase) => weighed(phrase, listWeights[list])),
    ),
    not,
    ...(keywords.length > 0 ? { keywords } : {}),
    categories: draft.categories.map((entry) =>
      typeof entry === "string" ? { category: entry, weight: 1 } : entry,
    ),
  };
}

function weighed(phrase: TopicPhrase, usual: number): Topic["phrases"][number] {
  return typeof phrase === "string"
    ? { phrase, weight: usual }
    : { ...phrase, weight: phrase.weight ?? usual };
}
