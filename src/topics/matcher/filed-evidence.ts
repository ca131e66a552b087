import type { Matcher } from "./compile-taxonomy.ts";
import { categoriesOfVenue, categoryOfKeyword } from "./fields.ts";
import { keywordKey } from "./tokens.ts";
import type { Item, TopicalPaper } from "./topical-paper.ts";

/** More than any text has as evidence: the owner gave the topic this keyword or collection. */
const givenWeight = 10;
/** Enough for a topic: someone filed the paper by its name. */
const namedWeight = 2.5;
const categoryWeight = 1;

/** The evidence for each topic in how a paper is filed: collections, keywords, categories and venue. */
export function filedEvidence(paper: TopicalPaper, matcher: Matcher): Map<number, Item[]> {
  const found = new Map<number, Item[]>();
  const add = (topic: number, item: Item) => found.set(topic, [...(found.get(topic) ?? []), item]);
  for (const [topic, item] of givenByOwner(paper, matcher)) add(topic, item);
  for (const [topic, item] of namedByKeyword(paper, matcher)) add(topic, item);
  for (const [topic, item] of inCategories(paper, matcher)) add(topic, item);
  return found;
}

/** The venue of a paper without an abstract, which may be all that says what it is about. */
export function venueNames({ venue, abstractText }: TopicalPaper): string[] {
  return venue === undefined || abstractText !== "" ? [] : [venue];
}

/** The topics whose keywords and collections the paper has. */
function givenByOwner(
  { keywords = [], collections = [] }: TopicalPaper,
  matcher: Matcher,
): Map<number, Item> {
  const items = new Map<number, Item>();
  if (matcher.keywords.size === 0) return items;
  for (const phrase of [...keywords, ...collections.flatMap(collectionNames)]) {
    for (const topic of matcher.keywords.get(keywordKey(phrase)) ?? []) {
      const evidence = { phrase, where: "keywords" as const };
      if (!items.has(topic)) items.set(topic, { worth: givenWeight, weak: false, evidence });
    }
  }
  return items;
}

/** The topics that a keyword of a reference names: by the topic's name or id, or by a phrase that is sufficient. */
function namedByKeyword(
  { keywords = [], isFiled = false }: TopicalPaper,
  matcher: Matcher,
): Map<number, Item> {
  const items = new Map<number, Item>();
  for (const phrase of isFiled ? keywords : []) {
    for (const topic of matcher.names.get(keywordKey(phrase)) ?? []) {
      const evidence = { phrase, where: "keywords" as const };
      if (!items.has(topic)) items.set(topic, { worth: namedWeight, weak: false, evidence });
    }
  }
  return items;
}

/** A collection and those around it, each by its path and by its name. */
function collectionNames(path: string): string[] {
  const names = path.split("/");
  return [...names.map((_, index) => names.slice(0, index + 1).join("/")), ...names];
}

/** The topics of the paper's categories, of those that its keywords name, and of those of its venue. */
function inCategories(paper: TopicalPaper, matcher: Matcher): [topic: number, item: Item][] {
  const { categories = [], keywords = [] } = paper;
  const named = new Map<string, Item["evidence"]>();
  const add = (category: string, evidence: Item["evidence"]) => {
    if (!named.has(category)) named.set(category, evidence);
  };
  for (const phrase of categories) add(phrase, { phrase, where: "categories" });
  for (const phrase of keywords) {
    const category = categoryOfKeyword(phrase);
    if (category !== undefined) add(category, { phrase, where: "keywords" });
  }
  for (const phrase of venueNames(paper)) {
    for (const category of categoriesOfVenue(phrase)) add(category, { phrase, where: "venue" });
  }
  return [...named].flatMap(([category, evidence]) =>
    [category, `${category.split(".")[0]}.*`].flatMap((key) =>
      (matcher.categories.get(key) ?? []).map(({ topic, weight }): [number, Item] => [
        topic,
        { worth: weight * categoryWeight, weak: false, evidence },
      ]),
    ),
  );
}
