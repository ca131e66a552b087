import { type Citation, oneLine, typeOf } from "./citations/citation.ts";
import type { LinkPreview } from "./open-graph.ts";

/**
 * The description of a paper's page; empty without an abstract. Zotero takes whatever is there for the abstract, so it is
 * the whole one, which search engines and previews of links cut to their own length.
 */
export function paperDescription(abstract: string): string {
  return oneLine(abstract);
}

/**
 * What a link to a paper's page shows. Zotero takes the archive's name for that of a journal, proceedings or website of
 * which it knows nothing else, so it is absent there.
 */
export function paperPreview(citation: Citation): Partial<LinkPreview> {
  const { authors, published, venue } = citation;
  const appearsIn = /^(?:article-|paper-conference|chapter|entry-|webpage)/.test(typeOf(citation));
  return {
    ...(appearsIn && venue === undefined && authors.length > 0 ? { siteName: undefined } : {}),
    article: { published },
  };
}
