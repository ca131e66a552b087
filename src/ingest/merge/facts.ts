import { defined } from "../../schemas/defined.ts";
import type { Staged } from "../../schemas/message.ts";
import type { PaperLink, Provenance, Venue } from "../../schemas/paper.ts";
import type { ReferenceFacts } from "../../schemas/reference-facts.ts";
import { doiKey } from "../../text/doi.ts";
import { asciiFold } from "../../text/slug.ts";
import type { CleanPaper } from "../clean-paper.ts";
import type { Paper } from "../paper.ts";
import { type Difference, differences, differingValues, reportDifferences } from "./differences.ts";

type Facts = Omit<
  Paper,
  | "id"
  | "title"
  | "titleText"
  | "abstract"
  | "aliases"
  | "math"
  | "original"
  | "originalTitle"
  | "textSources"
  | "note"
>;

/**
 * Merges the facts of a paper's records, the most trusted record first. If only one value can be
 * right, that of the most trusted record is chosen; the others are reported and kept in the
 * provenance. `best` is the record that gives the title.
 */
export function uniteFacts(records: readonly CleanPaper[], best: CleanPaper): Staged<Facts> {
  const authors = first(records, knownAuthors) ?? [];
  const facts = {
    ...publication(records),
    listed: unique(records.flatMap(listedDays)).sort(),
    authors,
    ...defined({
      authorsCount: countOf(records, authors),
      organization: first(records, (record) => record.organization),
      venue: uniteVenues(records),
      reference: uniteReferences(records),
      citationKey: first(records, (record) => record.citationKey),
      added: records.flatMap(({ added }) => added ?? []).sort()[0],
      comments: largest(records.map((record) => record.comments)),
      upvotes: largest(records.map((record) => record.upvotes)),
      aiSummary: first(records, (record) => record.aiSummary),
      annotation: unitedAnnotations(records),
    }),
    links: uniteLinks(records),
    ids: defined({ arxiv: first(records, arxivOf), doi: first(records, doiOf) }),
    keywords: unique(records.flatMap(({ keywords }) => keywords)),
    categories: unique(records.flatMap(({ categories }) => categories)),
    collections: unique(records.flatMap(({ collections = [] }) => collections)),
  };
  const found = compare(records, best, facts);
  const sources = records.flatMap((record) => provenance(record, records, found));
  return { value: { ...facts, sources }, messages: reportDifferences(best.titleText, found) };
}

const arxivOf = ({ ids }: CleanPaper) => ids.arxiv;
const doiOf = ({ ids }: CleanPaper) => ids.doi;
const knownAuthors = ({ authors }: CleanPaper) => (authors.length > 0 ? authors : undefined);

/** The facts of records that differ from the merged ones. */
function compare(
  records: readonly CleanPaper[],
  { title, titleText }: CleanPaper,
  facts: Omit<Facts, "sources">,
): Difference[] {
  const { authors, authorsCount, organization, venue, ids } = facts;
  const date = facts.published ?? facts.publishedIn;
  // A title with a damaged formula is not a different title.
  const hasFormula = title.some(({ type }) => type === "inlineMath");
  const titleOf = (record: CleanPaper) =>
    record.damaged && hasFormula ? undefined : record.titleText || undefined;
  // A month does not contradict a day in it.
  const sameDate = (value: string) => (date?.startsWith(value) ? date : value);
  const names = (list: Facts["authors"] | undefined) => list?.map(({ name }) => name).join(", ");
  return [
    ...differences("title", titleText, records, titleOf, asciiFold),
    ...differences(
      "published",
      date,
      records,
      (record) => record.published ?? record.publishedIn,
      sameDate,
    ),
    ...differences(
      "authors",
      authors.length > 0 ? names(authors) : undefined,
      records,
      (record) => names(knownAuthors(record)),
      lastNames,
    ),
    ...differences("authorsCount", authorsCount, records, (record) => record.authorsCount),
    ...differences(
      "organization",
      organization?.handle,
      records,
      (record) => record.organization?.handle,
      asciiFold,
    ),
    ...differences("venue", venue?.name, records, (record) => record.venue?.name, asciiFold),
    ...differences("doi", ids.doi, records, doiOf, doiKey),
  ];
}

/** The last words of names, because sources write first names in full or abbreviate them. */
function lastNames(names: string): string {
  const last = names.split(", ").map((name) => name.split(/\s+/).at(-1));
  return asciiFold(last.join(" "));
}

/**
 * The day of publication, preferably one that was read and not inferred; otherwise the month or
 * year.
 */
function publication(
  records: readonly CleanPaper[],
): Pick<Facts, "published" | "publishedIn" | "inferred"> {
  const published = first(byInference(records), (record) => record.published);
  if (published === undefined) {
    const publishedIn = first(records, (record) => record.publishedIn);
    return { ...defined({ publishedIn }), inferred: [] };
  }
  const isInferred = records
    .filter((record) => record.published === published)
    .every(({ inferred }) => inferred.includes("published.year"));
  return { published, inferred: isInferred ? ["published.year"] : [] };
}

/** Records without inferred facts come first. */
function byInference(records: readonly CleanPaper[]): CleanPaper[] {
  return records.toSorted((a, b) => a.inferred.length - b.inferred.length);
}

/** The number of authors: the length of the list, if its source says that it is complete. */
function countOf(records: readonly CleanPaper[], authors: Facts["authors"]): number | undefined {
  const counted = records.find(knownAuthors)?.authorsCount;
  return authors.length > 0 && authors.length === counted
    ? authors.length
    : first(byInference(records), (record) => record.authorsCount);
}

/** The venue of the most trusted record, with details that others have of the same venue. */
function uniteVenues(records: readonly CleanPaper[]): Venue | undefined {
  const venues = records.flatMap((record) => record.venue ?? []);
  const [trusted] = venues;
  if (!trusted) return undefined;
  const { kind, name } = trusted;
  const same = venues.filter((venue) => asciiFold(venue.name) === asciiFold(name));
  return {
    kind,
    name,
    ...defined({
      volume: first(same, ({ volume }) => volume),
      number: first(same, ({ number }) => number),
      pages: first(same, ({ pages }) => pages),
      publisher: first(same, ({ publisher }) => publisher),
    }),
  };
}

/** Each fact of references from the most trusted record that has it. */
function uniteReferences(records: readonly CleanPaper[]): ReferenceFacts | undefined {
  const united: ReferenceFacts = {};
  for (const { reference } of records.toReversed()) Object.assign(united, reference);
  // A list of persons is that of the first record that has one, whatever others cut.
  if (!records.find(knownAuthors)?.reference?.authorsCut) delete united.authorsCut;
  const { reference } = records.find((one) => one.reference?.editors !== undefined) ?? {};
  if (!reference?.editorsCut) delete united.editorsCut;
  return Object.keys(united).length > 0 ? united : undefined;
}

/** What the owner wrote in any file, each text once. */
function unitedAnnotations(records: readonly CleanPaper[]): string | undefined {
  const texts = unique(records.flatMap(({ annotation }) => annotation ?? []));
  const whole = texts.filter(
    (text) => !texts.some((other) => other !== text && other.includes(text)),
  );
  return whole.length > 0 ? whole.join("\n\n") : undefined;
}

function listedDays({ listed, archived }: CleanPaper): string[] {
  return [...(listed === undefined ? [] : [listed]), ...(archived?.listed ?? [])];
}

/** Each link once, ignoring its protocol. A known kind is preferred to "other". */
function uniteLinks(records: readonly CleanPaper[]): PaperLink[] {
  const links = new Map<string, PaperLink>();
  for (const link of records.flatMap((record) => record.links)) {
    const key = link.url.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");
    const known = links.get(key);
    if (!known) links.set(key, link);
    else if (known.kind === "other") links.set(key, { kind: link.kind, url: known.url });
  }
  return [...links.values()];
}

function provenance(
  record: CleanPaper,
  records: readonly CleanPaper[],
  found: readonly Difference[],
): Provenance[] {
  const { archived, source } = record;
  if (archived) return archived.sources;
  const listed = records.length > 1 ? record.listed : undefined;
  return [{ ...source, ...defined({ listed, differs: differingValues(record, found) }) }];
}

/** The first value that any item has. */
function first<T, V>(items: readonly T[], pick: (item: T) => V | undefined): V | undefined {
  for (const item of items) {
    const value = pick(item);
    if (value !== undefined) return value;
  }
  return undefined;
}

function largest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? known.reduce((a, b) => Math.max(a, b)) : undefined;
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
