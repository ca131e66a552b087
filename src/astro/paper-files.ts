import { cardOf, cardSize } from "../archive/cards/card.ts";
import type { Citation } from "../archive/citations/citation.ts";
import { citationOf } from "../archive/citations/citation-of.ts";
import { citationFormats } from "../archive/citations/index.ts";
import { dates } from "../archive/dates.ts";
import { markdownPaper } from "../archive/export-archive.ts";
import type { LinkPreview } from "../archive/open-graph.ts";
import { hasCards, hasPlainData, paperFilesOf } from "../archive/paper-files.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import type { PaperFileKind } from "../schemas/site.ts";
import { absolute } from "./absolute.ts";
import { abstractSource } from "./abstracts.ts";
import { archive } from "./archive.ts";
import { site, to, topicName } from "./settings.ts";
import { fact } from "./traced.ts";

/** The kinds of files that each paper has beside its page. */
export const filesBeside = fact(
  "files beside papers",
  ["papers"],
  async (): Promise<ReadonlySet<PaperFileKind>> =>
    paperFilesOf(site, (await archive()).papers.length),
);

const papersHaveCards = fact("whether papers have cards", ["papers"], async () =>
  hasCards(site, (await archive()).papers.length),
);

/** The file with all papers as data, in the folder of data. */
export const allPapersFile = fact("file of all papers", ["papers"], async () =>
  hasPlainData((await archive()).papers.length) ? "papers.jsonl" : "papers.jsonl.gz",
);

/** A file's text and its type. */
export interface PaperFile {
  text: string;
  mediaType: string;
}

/** The file of a paper, with its whole abstract; its topics are the keywords of its citation. */
export async function paperFile(paper: PaperEntry, kind: PaperFileKind): Promise<PaperFile> {
  const abstract = await abstractSource(paper);
  if (kind === "md") {
    const more = { page: absolute(to.paper(paper.id)), topics: topicsOf(paper) };
    const text = markdownPaper({ entry: paper, abstract }, { depth: 1, ...more });
    return { text, mediaType: "text/markdown" };
  }
  const format = citationFormats.find(({ extension }) => extension === kind);
  if (!format) throw new Error(`There is no citation format with the extension ".${kind}".`);
  return { text: format.write([wholeCitation(paper, abstract)]), mediaType: format.mediaType };
}

function wholeCitation(paper: PaperEntry, abstract: string): Citation {
  return citationOf(paper, {
    address: absolute(to.paper(paper.id)),
    abstract,
    keywords: topicsOf(paper),
  });
}

function topicsOf({ topics }: PaperEntry): string[] {
  return topics.map(({ id }) => topicName(id));
}

/** The picture that a link to a paper shows; `integrations/cards.ts` draws it. */
export async function pictureOf(paper: PaperEntry): Promise<LinkPreview["picture"]> {
  const address = absolute(to.paperFile(paper.id, "png"));
  if (address === undefined || !(await papersHaveCards())) return undefined;
  const card = cardOf(paper, { archive: site.title, dateOf: dates.period });
  if (!card) return undefined;
  const text = [card.title, card.authors, card.date].filter(Boolean).join(". ");
  return { address, ...cardSize, text };
}
