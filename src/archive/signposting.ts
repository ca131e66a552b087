import { type Citation, doiAddress } from "./citations/citation.ts";
import { type CitationFormat, citationFormats } from "./citations/index.ts";
import { orcidAddress, schemaType } from "./linked-data.ts";

/** A `<link>` of a page. */
export interface TypedLink {
  rel: string;
  href: string;
  type?: string;
}

/** What a page of a paper knows besides the citation. */
interface More {
  /** The address of the file beside the page with this extension, if there is one. */
  fileAt: (extension: CitationFormat["extension"]) => string | undefined;
  pdf?: string | undefined;
  authors: readonly { id?: string | undefined }[];
}

/** The rels by which programs find their way from a paper's page, as signposting.org describes them. No browser loads them. */
export function signposts(citation: Citation, { fileAt, pdf, authors }: More): TypedLink[] {
  const { doi, arxiv, address } = citation;
  const citeAs =
    doi !== undefined
      ? doiAddress(doi)
      : arxiv !== undefined
        ? `https://arxiv.org/abs/${arxiv}`
        : address;
  return [
    ...(citeAs === undefined ? [] : [{ rel: "cite-as", href: citeAs }]),
    ...["AboutPage", schemaType(citation)].map((type) => ({
      rel: "type",
      href: `https://schema.org/${type}`,
    })),
    ...authors.flatMap(({ id }) => {
      const href = orcidAddress(id);
      return href === undefined ? [] : [{ rel: "author", href }];
    }),
    ...(pdf === undefined ? [] : [{ rel: "item", href: pdf, type: "application/pdf" }]),
    ...citationFormats.flatMap(({ extension, mediaType }) => {
      const href = fileAt(extension);
      return href === undefined ? [] : [{ rel: "describedby", href, type: mediaType }];
    }),
  ];
}
