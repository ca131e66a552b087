import type { Citation, TextPart } from "../../archive/citations/citation.ts";
import { defined } from "../../schemas/defined.ts";
import type { ResultDocument } from "../../search/engine/open-search.ts";
import { formulaEnd, formulaStart } from "../../search/text/normalise.ts";

/** The citation of a result. */
export function citationOf({ paper }: ResultDocument, addressOf: (id: string) => string): Citation {
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
