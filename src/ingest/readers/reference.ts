import { familyToKeep } from "../../archive/citations/names.ts";
import { defined } from "../../schemas/defined.ts";
import { dayKey, paperId } from "../../schemas/identifiers.ts";
import type { Venue } from "../../schemas/paper.ts";
import { citationKey } from "../../schemas/reference-facts.ts";
import type { Publication } from "../../text/dates.ts";
import { sourceLinks } from "../../text/links.ts";
import { type DividedName, withoutOthers } from "../../text/person-names.ts";
import { type ExportedIds, type RawPaper, rawPaper } from "../raw-paper.ts";
import { isArxiv } from "./exported-facts.ts";
import { type IdFields, isOfIds, referenceIds } from "./reference-ids.ts";
import { isPreprintServer, type RawVenue, venueOf } from "./venue.ts";
import { type RawWork, workFacts } from "./work-facts.ts";

/** What reference managers know about a paper, in any format. */
export interface Reference extends IdFields {
  abstract?: string | undefined;
  authors: RawPaper["authors"];
  /** The list ends with "and others". */
  authorsCut?: boolean;
  date?: Publication;
  keywords?: string[];
  categories?: string[];
  /** Collections or groups, the outer ones first: `Bees/Wild bees`. */
  collections?: string[];
  /** What the owner wrote about it, as Markdown. */
  annotation?: string | undefined;
  venue?: RawVenue;
  /** What the source says of a work that has not appeared, such as "in press". */
  status?: string | undefined;
  /**
   * The type of the work, and facts that only references have. Those of its venue are the work's own
   * where it has none.
   */
  work?: RawWork;
  /** Authors and editors whose family name the source says. */
  people?: readonly DividedName[];
  /** Links whose kind is known. */
  links?: RawPaper["links"];
  organization?: RawPaper["organization"] | undefined;
  exportedAs?: RawPaper["exportedAs"] | undefined;
  /** The key by which the owner cites it. */
  citationKey?: string | undefined;
  /** The day on which the owner's reference manager got it, with or without a time. */
  added?: string | undefined;
}

/** Makes a record of a reference. Ids are found in whichever field they are. */
export function referencePaper(reference: Reference, source: RawPaper["source"]): RawPaper {
  const { title, abstract, authors, date, keywords = [], categories = [] } = reference;
  const { organization } = reference;
  const urls = (reference.urls ?? []).filter((url) => url !== undefined);
  const exportedAs = reference.exportedAs ?? idOfPage(reference, urls);
  const ids = referenceIds(reference);
  const work = withoutArxiv({ ...reference.work, note: noteOf(reference) });
  const venue = reference.venue && venueOf(reference.venue);
  const isOwnPage = (url: string) => exportedAs !== undefined && isPageOf(exportedAs.id, url);
  return rawPaper({
    title,
    abstract: abstract?.trim() ?? "",
    authors,
    ...(authors.length > 0 && !reference.authorsCut ? { authorsCount: authors.length } : {}),
    ...date,
    ids: defined({ arxiv: ids.arxiv?.id, doi: ids.doi }),
    ...defined({
      version: ids.arxiv?.version,
      venue,
      reference: workFacts({
        ...(venue ? besideVenue(work, venue) : withoutVenue({ ...reference, work })),
        authorsCut: reference.authorsCut === true ? true : undefined,
        families: familiesOf(reference.people ?? []),
      }),
      collections: pathsOf(reference.collections ?? []),
      annotation: reference.annotation?.trim() || undefined,
      organization,
      exportedAs,
      citationKey: citationKey.safeParse(reference.citationKey?.trim()).data,
      added: dayIn(reference.added),
    }),
    links: distinctLinks([
      ...urls
        .filter((url) => !isOfIds(url, ids) && !isOwnPage(url))
        .flatMap((url) => sourceLinks(undefined, url)),
      ...(reference.links ?? []),
    ]),
    keywords: keywords.map(plainKeyword).filter((word) => word !== ""),
    categories,
    source,
  });
}

/** The note of a work, in which its status is kept. */
function noteOf({ work, status = "" }: Reference): string | undefined {
  const note = work?.note?.trim() ?? "";
  const isKnown = note.toLowerCase().includes(status.trim().toLowerCase());
  return isKnown ? note : [note, status.trim()].filter((text) => text !== "").join("; ");
}

/** A keyword without the star of PubMed's major topics. */
function plainKeyword(word: string): string {
  return word.trim().replace(/^\*(?=\p{L})/u, "");
}

/** The day of a time. JabRef has dots in it. */
function dayIn(time = ""): string | undefined {
  const day = /^\d{4}([-./])\d{2}\1\d{2}(?!\d)/.exec(time.trim())?.[0];
  return dayKey.safeParse(day?.replace(/[./]/g, "-")).data;
}

/** Paths of collections with one slash and no space between two of them; undefined if there are none. */
function pathsOf(collections: readonly string[]): string[] | undefined {
  const paths = collections.map((path) =>
    path.replace(/\s*\/[\s/]*/g, "/").replace(/^\/|\/$/g, ""),
  );
  const named = paths.map((path) => path.trim()).filter((path) => path !== "");
  return named.length > 0 ? named : undefined;
}

/** The family names that cannot be seen from the names. */
function familiesOf(people: readonly DividedName[]): Record<string, string> {
  const kept = people.flatMap(({ name, family }) => {
    const isOthers = withoutOthers([name]).cut;
    const isGuessed = isOthers || familyToKeep(asWord(name), asWord(family)) === undefined;
    return isGuessed ? [] : [[name, family] as const];
  });
  return Object.fromEntries(kept);
}

/** A name in which a letter in TeX, such as `{\\v r}`, is part of a word. */
function asWord(name: string): string {
  return name.replace(/\{[^{}]{0,20}\}/g, (letter) => letter.replace(/\s/g, ""));
}

/** An export without a key of the owner has the paper's id, which the address of its page shows. */
function idOfPage({ citationKey }: Reference, urls: readonly string[]): ExportedIds | undefined {
  const id = paperId.safeParse(citationKey?.trim()).data;
  return id !== undefined && urls.some((url) => isPageOf(id, url))
    ? { id, aliases: [] }
    : undefined;
}

function isPageOf(id: string, url: string): boolean {
  return url.trim().replace(/\/$/, "").endsWith(`/papers/${id}`);
}

/** The facts of a work that are not those of its venue. */
function besideVenue(work: RawWork | undefined, venue: Venue): RawWork {
  const publisher = work?.publisher === venue.publisher ? undefined : work?.publisher;
  return { ...work, publisher };
}

/** The facts of a work that appeared nowhere else: its publisher, volume and pages are its own. */
function withoutVenue({ work, venue }: Reference): RawWork {
  if (!venue || isPreprintServer(venue)) return { ...work };
  return {
    ...work,
    publisher: work?.publisher || (work?.institution ? undefined : publisherOf(venue)),
    number: work?.number || numberBesideArxiv(venue.number),
    volume: venue.volume,
    pages: venue.pages,
  };
}

/** References name arXiv as the publisher or institution of preprints, and have its ids as their numbers. */
function withoutArxiv(work: RawWork): RawWork {
  const unlessArxiv = (name = "") => (isArxiv(name) ? undefined : name);
  return {
    ...work,
    publisher: unlessArxiv(work.publisher),
    institution: unlessArxiv(work.institution),
    number: numberBesideArxiv(work.number),
  };
}

/** The number of a work, unless it is the arXiv id, as Better BibTeX writes it. */
function numberBesideArxiv(number = ""): string | undefined {
  return /^\s*arxiv:/i.test(number) ? undefined : number;
}

/** The publisher of a work without a venue. */
function publisherOf({ publisher }: RawVenue): string | undefined {
  return isArxiv(publisher ?? "") ? undefined : publisher;
}

/** Each address once, in the order given; a kind given later is surer than one by the address. */
function distinctLinks(links: RawPaper["links"]): RawPaper["links"] {
  return [...new Map(links.map((link) => [link.url, link])).values()];
}
