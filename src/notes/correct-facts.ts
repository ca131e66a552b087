import type { Paper } from "../ingest/paper.ts";
import type { Note } from "../schemas/note.ts";
import { authorsOf, linksOf } from "./note-record.ts";

/** A paper with what its note says of it, and the names of the facts that the note gave. */
export interface Noted {
  paper: Paper;
  gave: string[];
}

/**
 * Fills what the sources do not tell with the note's own facts, then lets its corrections win; null
 * takes a fact away. Texts and ids are corrected before, topics after.
 */
export function correctFacts(paper: Paper, { data }: Note): Noted {
  const { corrections: wrong, ...facts } = data;
  const gave: string[] = [];
  const noted = { ...paper };
  const set = <K extends keyof Paper>(key: K, value: Paper[K] | null | undefined) => {
    if (value === undefined) return;
    gave.push(key);
    if (value === null) Reflect.deleteProperty(noted, key);
    else noted[key] = value;
  };

  set("published", either(wrong.published, unlessKnown(paper.published, facts.published)));
  if (gave.includes("published")) {
    delete noted.publishedIn;
    noted.inferred = paper.inferred.filter((fact) => fact !== "published.year");
  }
  set("listed", wrong.listed?.toSorted());
  const known = paper.authors.length > 0 ? paper.authors : undefined;
  const authors = either(wrong.authors, unlessKnown(known, facts.authors));
  set("authors", authors && authorsOf(authors));
  // The number that a source printed is not that of other authors.
  const count = authors && authors.length > 0 ? authors.length : undefined;
  set("authorsCount", either(wrong.authorsCount, count));
  set(
    "organization",
    either(wrong.organization, unlessKnown(paper.organization, facts.organization)),
  );
  set("venue", either(wrong.venue, unlessKnown(paper.venue, facts.venue)));
  set("comments", wrong.comments);
  set("upvotes", wrong.upvotes);
  set("links", wrong.links ? linksOf(wrong.links) : withMore(paper.links, linksOf(facts.links)));
  return { paper: noted, gave };
}

function either<T>(correction: T | undefined, fact: T | undefined): T | undefined {
  return correction === undefined ? fact : correction;
}

function unlessKnown<T>(known: unknown, fact: T | undefined): T | undefined {
  return known === undefined ? fact : undefined;
}

/** Links with those that are new; undefined where none is. */
function withMore(links: Paper["links"], added: Paper["links"]): Paper["links"] | undefined {
  const known = new Set(links.map(({ url }) => url));
  const more = added.filter(({ url }) => !known.has(url));
  return more.length > 0 ? [...links, ...more] : undefined;
}
