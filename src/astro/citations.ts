import type { Citation } from "../archive/citations/citation.ts";
import { citationOf as makeCitation } from "../archive/citations/citation-of.ts";
import { citationFormats } from "../archive/citations/index.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { absolute } from "./absolute.ts";
import { to } from "./settings.ts";

const made = new Map<string, Citation>();

/** What can be cited of a paper. It stands in the files of many lists, so it is made once. */
export function citationOf(paper: PaperEntry): Citation {
  const known =
    made.get(paper.id) ?? makeCitation(paper, { address: absolute(to.paper(paper.id)) });
  made.set(paper.id, known);
  return known;
}

/** Astro's static paths of a list's citations, one file a format. */
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

/** A list's citations as the file that the address asks for. A paper stands in many, so it is written once. */
export function citationFile({ props }: { props: { papers: PaperEntry[]; extension: string } }) {
  const format = citationFormats.find(({ extension }) => extension === props.extension);
  if (!format) {
    throw new Error(`No format of citations has files that end in ".${props.extension}".`);
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
