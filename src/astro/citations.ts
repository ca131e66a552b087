import type { Citation } from "../archive/citations/citation.ts";
import { citationOf as makeCitation } from "../archive/citations/citation-of.ts";
import { type CitationFormat, citationFormats } from "../archive/citations/index.ts";
import { papersOnAPage } from "../archive/paging.ts";
import { cardFileCount } from "../archive/paper-cards.ts";
import { hasAllCitations, hasListFiles } from "../archive/paper-files.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { absolute } from "./absolute.ts";
import { archive } from "./archive.ts";
import { isOpenedAsFiles } from "./integrations/as-files.ts";
import { responseInPieces } from "./response-in-pieces.ts";
import { site, to } from "./settings.ts";
import { fact, keptByPaper, keyed } from "./traced.ts";

/** As many papers' citations are kept: all of an archive whose lists have files of them, and no more than pages share. */
const mostCitations = 3000;

const citations = keptByPaper<Citation>({ most: mostCitations });

/** The citation of a paper. Many lists export it, so it is made once and kept. */
export function citationOf(paper: PaperEntry): Citation {
  return citations(paper.id, () => makeCitation(paper, { address: absolute(to.paper(paper.id)) }));
}

interface Group {
  key: string;
  papers: PaperEntry[];
}

/** Whether days and topics have files of citations, which otherwise a reader's browser makes. */
export const listsHaveFiles = fact("whether lists have files", ["papers"], async () =>
  hasListFiles(site, (await archive()).papers.length),
);

/** The formats of the files with the citations of all papers. A site that is opened as files has all: no script makes any. */
export const formatsOfAll = fact(
  "formats of all citations",
  ["papers"],
  async (): Promise<CitationFormat["extension"][]> => {
    const all = citationFormats.map(({ extension }) => extension);
    const { papers } = await archive();
    return isOpenedAsFiles() || hasAllCitations(papers.length) ? all : ["bib"];
  },
);

/** In how many files the cards of all papers are. */
export const cardFiles = fact("number of card files", ["papers"], async () =>
  cardFileCount((await archive()).papers.length),
);

/** Astro's static paths for the citations of days or topics, if they have such files. */
export async function citationPathsOfLists(groups: readonly Group[], param: string) {
  if (!(await listsHaveFiles())) return [];
  const paths = groups.flatMap(({ key, papers }) =>
    citationFormats.map(({ extension }) => ({
      params: { [param]: key, extension },
      props: { papers, extension },
    })),
  );
  return keyed(paths);
}

/**
 * Astro's static paths for files with the ids of all papers of a list, from which a browser makes the citations
 * of a list that has several pages. The rows of a single page have the ids themselves.
 */
export async function idPaths(groups: readonly Group[], param: string) {
  if (await listsHaveFiles()) return [];
  const paths = groups
    .filter(({ papers }) => papers.length > papersOnAPage)
    .map(({ key, papers }) => ({
      params: { [param]: key },
      props: { ids: papers.map(({ id }) => id) },
    }));
  return keyed(paths);
}

/** The response with the ids of a list. */
export function idFile({ props }: { props: { ids: readonly string[] } }) {
  return new Response(JSON.stringify(props.ids));
}

/** Astro's static paths for the citations of all papers: one file per format. */
export async function allCitationPaths() {
  const { papers } = await archive();
  const paths = (await formatsOfAll()).map((extension) => ({
    params: { extension },
    props: { papers, extension },
  }));
  return keyed(paths);
}

const formatted = keptByPaper<string>({ most: citationFormats.length * mostCitations });

/** The response with a list's citations in one format. Each paper is formatted once and kept. */
export function citationFile({ props }: { props: { papers: PaperEntry[]; extension: string } }) {
  const format = citationFormats.find(({ extension }) => extension === props.extension);
  if (!format) {
    throw new Error(`There is no citation format with the extension ".${props.extension}".`);
  }
  const { mediaType, around, entry } = format;
  function* pieces() {
    let before = around.before;
    for (const paper of props.papers) {
      yield before;
      yield formatted(`${props.extension} ${paper.id}`, () => entry(citationOf(paper)));
      before = around.between;
    }
    yield props.papers.length > 0 ? around.after : around.before + around.after;
  }
  return responseInPieces(pieces(), mediaType);
}
