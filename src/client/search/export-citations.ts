import { type Citation, citationFormats, type TextPart } from "../../archive/citations/index.ts";
import { defined } from "../../schemas/defined.ts";
import type { ResultDocument } from "../../search/engine/open-search.ts";
import { formulaEnd, formulaStart } from "../../search/text/normalise.ts";

/** Downloads papers as a file of citations, in the format with this file extension. */
export function exportCitations(
  papers: readonly ResultDocument[],
  extension: string,
  addressOf: (id: string) => string,
): void {
  const format = citationFormats.find((one) => one.extension === extension);
  if (!format) return;
  const text = format.write(papers.map((shown) => citationOf(shown, addressOf)));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: format.mediaType }));
  link.download = `papers.${format.extension}`;
  link.click();
  URL.revokeObjectURL(link.href);
}

function citationOf({ paper }: ResultDocument, addressOf: (id: string) => string): Citation {
  const { key, published, arxiv, doi, venue, work, organization, organizationHandle } = paper;
  return {
    id: paper.id,
    title: partsOf(paper.title),
    titleText: paper.titleText,
    authors: paper.authors ?? [],
    ...defined({ key, published, arxiv, doi, venue, work, organization, organizationHandle }),
    links: paper.links ?? [],
    address: new URL(addressOf(paper.id), document.baseURI).href,
    abstract: [partsOf(paper.abstract)],
    aliases: paper.aliases ?? [],
  };
}

/** A text of the index, which has its formulas between marks. */
function partsOf(text: string): TextPart[] {
  return text
    .split(new RegExp(`[${formulaStart}${formulaEnd}]`, "u"))
    .map((part, index) => (index % 2 === 1 ? { math: part } : { text: part }))
    .filter((part) => !("text" in part) || part.text !== "");
}
