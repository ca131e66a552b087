import { type Citation, oneLine, typeOf } from "./citations/citation.ts";
import type { LinkPreview } from "./open-graph.ts";
import { descriptionOf } from "./render-markdown.ts";

/**
 * The description of a paper's page; empty without an abstract. Zotero takes whatever is there for the abstract,
 * be it the title or the owner's note.
 */
export function paperDescription(abstract: string): string {
  return abstract === "" ? "" : descriptionOf(abstract);
}

/**
 * What a link to a paper's page shows. Zotero takes the description for the abstract of a paper without
 * authors, so it is whole there, and the archive's name for that of a journal, proceedings or website of which it
 * knows nothing else, so it is absent there.
 */
export function paperPreview(
  citation: Citation,
  abstract: string,
  description: string,
): Partial<LinkPreview> {
  const { authors, published, venue } = citation;
  const appearsIn = /^(?:article-|paper-conference|chapter|entry-|webpage)/.test(typeOf(citation));
  return {
    ...(authors.length === 0 && abstract !== ""
      ? { description: oneLine(abstract) }
      : { description }),
    ...(appearsIn && venue === undefined && authors.length > 0 ? { siteName: undefined } : {}),
    article: { published },
  };
}
