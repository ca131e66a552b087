import type { Message } from "../../schemas/message.ts";
import type { PaperLink, Provenance, Venue } from "../../schemas/paper.ts";
import { fold } from "../../text/slug.ts";
import type { CleanPaper } from "../clean.ts";
import type { Paper } from "../paper.ts";
import { Differences } from "./differences.ts";

type Facts = Omit<
  Paper,
  "id" | "title" | "titleText" | "abstract" | "aliases" | "math" | "original" | "textSources"
>;

/**
 * The union of what a paper's records tell, which come by trust. Of a fact with one right value the
 * most trusted stands; the others are named and kept in the provenance.
 */
export function uniteFacts(group: CleanPaper[], best: CleanPaper, messages: Message[]): Facts {
  const { titleText } = best;
  const differences = new Differences(titleText);
  // A formula that a source damaged is no other title.
  const hasFormula = best.title.some(({ type }) => type === "inlineMath");
  const titleOf = (record: CleanPaper) =>
    record.damaged && hasFormula ? undefined : record.titleText || undefined;
  differences.compare("title", titleText, group, titleOf, fold);
  const published = publication(group, differences);
  const authors = authorsOf(group, differences);
  const authorsCount =
    authors.length > 0 && authors.length === counted(group)
      ? authors.length
      : chosen(byInference(group), (record) => record.authorsCount);
  differences.compare("authorsCount", authorsCount, group, (record) => record.authorsCount);
  const organization = chosen(group, (record) => record.organization);
  differences.compare(
    "organization",
    organization?.handle,
    group,
    (record) => record.organization?.handle,
    fold,
  );
  const venue = venueOf(group, differences);
  const arxiv = chosen(group, ({ ids }) => ids.arxiv);
  const doi = chosen(group, ({ ids }) => ids.doi);
  differences.compare(
    "doi",
    doi,
    group,
    ({ ids }) => ids.doi,
    (value) => value.toLowerCase(),
  );
  const comments = largest(group.map((record) => record.comments));
  const upvotes = largest(group.map((record) => record.upvotes));
  messages.push(...differences.messages());
  return {
    ...published,
    listed: unique(group.flatMap(listedDays)).sort(),
    authors,
    ...(authorsCount === undefined ? {} : { authorsCount }),
    ...(organization ? { organization } : {}),
    ...(venue ? { venue } : {}),
    ...(comments === undefined ? {} : { comments }),
    ...(upvotes === undefined ? {} : { upvotes }),
    links: uniteLinks(group),
    ids: { ...(arxiv ? { arxiv } : {}), ...(doi ? { doi } : {}) },
    keywords: unique(group.flatMap(({ keywords }) => keywords)),
    categories: unique(group.flatMap(({ categories }) => categories)),
    sources: group.flatMap((record) => provenance(record, group, differences)),
  };
}

/** The day of publication, a day read before one inferred; where none tells a day, month or year. */
function publication(group: CleanPaper[], differences: Differences) {
  const published = chosen(byInference(group), (record) => record.published);
  const publishedIn = chosen(group, (record) => record.publishedIn);
  const stands = published ?? publishedIn;
  // A month is no other date than a day in it.
  const sameDate = (value: string) => (stands?.startsWith(value) ? stands : value);
  differences.compare(
    "published",
    stands,
    group,
    (one) => one.published ?? one.publishedIn,
    sameDate,
  );
  const tellers = group.filter((record) => record.published === published);
  const inferred: Facts["inferred"] =
    published !== undefined && tellers.every((one) => one.inferred.includes("published.year"))
      ? ["published.year"]
      : [];
  if (published !== undefined) return { published, inferred };
  return publishedIn === undefined ? { inferred } : { publishedIn, inferred };
}

/** Records of which nothing had to be inferred come first. */
function byInference(group: CleanPaper[]): CleanPaper[] {
  return group.toSorted((a, b) => a.inferred.length - b.inferred.length);
}

function authorsOf(group: CleanPaper[], differences: Differences): Facts["authors"] {
  const authors = chosen(group, (record) =>
    record.authors.length > 0 ? record.authors : undefined,
  );
  const line = (list: Facts["authors"]) => list.map(({ name }) => name).join(", ");
  // Sources write first names in full or not: it is the last words that tell authors apart.
  const lastWords = (value: string) =>
    fold(
      value
        .split(", ")
        .map((name) => name.split(/\s+/).at(-1))
        .join(" "),
    );
  differences.compare(
    "authors",
    authors && line(authors),
    group,
    (record) => (record.authors.length > 0 ? line(record.authors) : undefined),
    lastWords,
  );
  return authors ?? [];
}

/** The venue that the most trusted record names, with what others tell of the same one. */
function venueOf(group: CleanPaper[], differences: Differences): Venue | undefined {
  const venues = group.flatMap((record) => record.venue ?? []);
  const [first] = venues;
  if (!first) return undefined;
  const same = venues.filter(({ name }) => fold(name) === fold(first.name));
  differences.compare("venue", first.name, group, (record) => record.venue?.name, fold);
  const part = (key: "volume" | "number" | "pages" | "publisher") => {
    const told = same.map((venue) => venue[key]).find((value) => value !== undefined);
    return told === undefined ? {} : { [key]: told };
  };
  return {
    kind: first.kind,
    name: first.name,
    ...part("volume"),
    ...part("number"),
    ...part("pages"),
    ...part("publisher"),
  };
}

/** How many authors the list that stands says there are: no number where it is not whole. */
function counted(group: CleanPaper[]): number | undefined {
  return group.find(({ authors }) => authors.length > 0)?.authorsCount;
}

function listedDays({ listed, archived }: CleanPaper): string[] {
  return [...(listed === undefined ? [] : [listed]), ...(archived?.listed ?? [])];
}

function uniteLinks(group: CleanPaper[]): PaperLink[] {
  const links = new Map<string, PaperLink>();
  for (const link of group.flatMap((record) => record.links)) {
    const key = link.url.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");
    const known = links.get(key);
    if (!known) links.set(key, link);
    else if (known.kind === "other") links.set(key, { kind: link.kind, url: known.url });
  }
  return [...links.values()];
}

function provenance(
  record: CleanPaper,
  group: CleanPaper[],
  differences: Differences,
): Provenance[] {
  const differs = differences.of(record);
  const shared = group.length > 1 && record.listed !== undefined;
  const { archived, source, listed } = record;
  if (archived) return archived.sources;
  return [{ ...source, ...(shared ? { listed } : {}), ...(differs ? { differs } : {}) }];
}

function chosen<T>(group: CleanPaper[], value: (record: CleanPaper) => T | undefined) {
  return group.map(value).find((found) => found !== undefined);
}

function largest(values: (number | undefined)[]): number | undefined {
  const told = values.filter((value) => value !== undefined);
  return told.length > 0 ? told.reduce((a, b) => Math.max(a, b)) : undefined;
}

function unique<T>(values: T[]): T[] {
  return [...new Set(values)];
}
