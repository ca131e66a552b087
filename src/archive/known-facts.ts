import type { PaperEntry } from "../schemas/paper.ts";
import { paperActions } from "./paper-actions.ts";

/** What the page about the archive says of its papers: how many have each fact. */
export interface KnownFacts {
  papers: number;
  named: number;
  identified: number;
  linked: number;
  /** Whether papers lack one of these facts because their only source is a copied page of Daily Papers. */
  lostInCopy: boolean;
}

type Known = Pick<PaperEntry, "authors" | "ids" | "links" | "sources">;

/** Counts the papers with author names, with an identifier, and with a link that leads to the paper. */
export function knownFacts(papers: readonly { paper: Known; abstract: string }[]): KnownFacts {
  const facts: KnownFacts = {
    papers: papers.length,
    named: 0,
    identified: 0,
    linked: 0,
    lostInCopy: false,
  };
  for (const { paper, abstract } of papers) {
    const named = paper.authors.length > 0;
    const identified = paper.ids.arxiv !== undefined || paper.ids.doi !== undefined;
    const linked = hasLink(paper, abstract);
    facts.named += Number(named);
    facts.identified += Number(identified);
    facts.linked += Number(linked);
    facts.lostInCopy ||=
      !(named && identified && linked) &&
      paper.sources.every(({ format }) => format === "daily-papers-text");
  }
  return facts;
}

/** An address of the abstract may be that of another paper. */
function hasLink(paper: Known, abstract: string): boolean {
  const { leadsToPaper, others } = paperActions(paper, abstract);
  return (
    leadsToPaper ||
    others.some(
      ({ kind, url }) => kind === "other" && !abstract.includes(url.replace(/^https?:\/\//, "")),
    )
  );
}
