import type { Citation } from "../archive/citations/citation.ts";
import { citationOf as makeCitation } from "../archive/citations/citation-of.ts";
import { citationFormats } from "../archive/citations/index.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { absolute } from "./absolute.ts";
import { to } from "./settings.ts";

const made = new Map<string, Citation>();

/** The citation of a paper. Many lists export it, so it is made once and kept. */
export function citationOf(paper: PaperEntry): Citation {
  const known =
    made.get(paper.id) ?? makeCitation(paper, { address: absolute(to.paper(paper.id)) });
  made.set(paper.id, known);
  return known;
}

/** Astro's static paths for the citations of lists: one file per list and format. */
export function citationPaths(
  groups: readonly { key: string; papers: PaperEntry[] }[],
  param?: string,
) {
  return groups.flatMap(({ key, papers }) =>
    citationFormats.map(({ extension }) => ({
      params: { ...(param === undefined ? {} : { [param]: key }), extension },
      props: { papers, extension },
    })),
  );
}

const entries = new Map<string, string>();

/** The response with a list's citations in one format. Each paper is formatted once and kept. */
export function citationFile({ props }: { props: { papers: PaperEntry[]; extension: string } }) {
  const format = citationFormats.find(({ extension }) => extension === props.extension);
  if (!format) {
    throw new Error(`There is no citation format with the extension ".${props.extension}".`);
  }
  const written = props.papers.map((paper) => {
    const key = `${format.extension} ${paper.id}`;
    const entry = entries.get(key) ?? format.entry(citationOf(paper));
    entries.set(key, entry);
    return entry;
  });
  return new Response(format.file(written), {
    headers: { "content-type": `${format.mediaType}; charset=utf-8` },
  });
}
