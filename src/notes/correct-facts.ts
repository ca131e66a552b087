import type { Paper } from "../ingest/paper.ts";
import { defined } from "../schemas/defined.ts";
import type { Note } from "../schemas/note.ts";
import { authorsOf, linksOf } from "./note-record.ts";
import type { Noted } from "./noted.ts";

/**
 * Fills in facts that the sources lack from the note, then applies its corrections; null removes a
 * fact. Texts and ids are corrected before, topics after.
 */
export function correctFacts(paper: Paper, { data }: Note): Noted {
  const { corrections: wrong, ...own } = data;
  const known = paper.authors.length > 0 ? paper.authors : undefined;
  const authors = either(wrong.authors, unlessKnown(known, own.authors));
  // A number of authors from a source does not apply to other authors.
  const count = authors && authors.length > 0 ? authors.length : undefined;
  const changes = defined({
    published: either(wrong.published, unlessKnown(paper.published, own.published)),
    listed: wrong.listed?.toSorted(),
    authors: authors && authorsOf(authors),
    authorsCount: either(wrong.authorsCount, count),
    organization: either(wrong.organization, unlessKnown(paper.organization, own.organization)),
    venue: either(wrong.venue, unlessKnown(paper.venue, own.venue)),
    comments: wrong.comments,
    upvotes: wrong.upvotes,
    links: wrong.links ? linksOf(wrong.links) : withMore(paper.links, linksOf(own.links)),
  });
  return { paper: withFacts(paper, changes), gave: Object.keys(changes) };
}

/** Facts of a paper to change; null removes one. */
type Changes = {
  [K in
    | "published"
    | "authorsCount"
    | "organization"
    | "venue"
    | "comments"
    | "upvotes"]?: NonNullable<Paper[K]> | null;
} & Partial<Pick<Paper, "listed" | "authors" | "links">>;

function withFacts(paper: Paper, changes: Changes): Paper {
  const { published, publishedIn, authorsCount, organization, venue, comments, upvotes, ...rest } =
    paper;
  const isDated = changes.published !== undefined;
  return {
    ...rest,
    ...defined({
      published: changed(published, changes.published),
      publishedIn: isDated ? undefined : publishedIn,
      authorsCount: changed(authorsCount, changes.authorsCount),
      organization: changed(organization, changes.organization),
      venue: changed(venue, changes.venue),
      comments: changed(comments, changes.comments),
      upvotes: changed(upvotes, changes.upvotes),
    }),
    listed: changes.listed ?? paper.listed,
    authors: changes.authors ?? paper.authors,
    links: changes.links ?? paper.links,
    inferred: isDated ? paper.inferred.filter((fact) => fact !== "published.year") : paper.inferred,
  };
}

function changed<T>(before: T | undefined, change: T | null | undefined): T | undefined {
  return change === undefined ? before : (change ?? undefined);
}

function either<T>(correction: T | undefined, fact: T | undefined): T | undefined {
  return correction === undefined ? fact : correction;
}

function unlessKnown<T>(known: unknown, fact: T | undefined): T | undefined {
  return known === undefined ? fact : undefined;
}

/** Links with the new ones added; undefined where none is new. */
function withMore(links: Paper["links"], added: Paper["links"]): Paper["links"] | undefined {
  const known = new Set(links.map(({ url }) => url));
  const more = added.filter(({ url }) => !known.has(url));
  return more.length > 0 ? [...links, ...more] : undefined;
}
