import { defined } from "../schemas/defined.ts";
import type { Author, PaperEntry } from "../schemas/paper.ts";
import type { WorkType } from "../schemas/work-types.ts";
import { type Citation, doiAddress, oneLine, pageRange, typeOf } from "./citations/citation.ts";
import { readNames } from "./citations/names.ts";
import { paperActions } from "./paper-actions.ts";

/** A node of schema.org's vocabulary. */
export interface LinkedNode {
  "@type": string;
  [property: string]: unknown;
}

/** What a page of a paper knows besides the paper. */
export interface PaperContext {
  citation: Citation;
  /** The whole abstract as plain text. */
  abstract: string;
  /** The names of the paper's topics. */
  topics: readonly string[];
  site: { title: string; address?: string | undefined };
  picture?: string | undefined;
}

const types: Partial<Record<WorkType, string>> = {
  book: "Book",
  chapter: "Chapter",
  dataset: "Dataset",
  report: "Report",
  software: "SoftwareApplication",
  thesis: "Thesis",
  webpage: "WebPage",
};

/** What a work is in the words of schema.org; `ScholarlyArticle` unless it has a type of its own there. */
export function schemaType(citation: Citation): string {
  return types[typeOf(citation)] ?? "ScholarlyArticle";
}

const leadElsewhere = new Set(["arxiv", "doi", "acl", "openreview", "huggingface"]);

/**
 * A paper for search engines. What is not known is left out, and so is the abstract, which the page has twice: as its
 * text, and in its tags.
 */
export function paperNode(paper: PaperEntry, context: PaperContext): LinkedNode {
  const { citation, abstract, topics, site, picture } = context;
  const { published, arxiv, doi, address, work = {} } = citation;
  const { actions } = paperActions(paper, abstract);
  const sameAs = actions.filter(({ kind }) => leadElsewhere.has(kind)).map(({ url }) => url);
  const pdf = actions.find(({ kind }) => kind === "pdf");
  const identifiers = [
    ...(arxiv === undefined
      ? []
      : [{ "@type": "PropertyValue", propertyID: "arXiv", value: arxiv }]),
    ...(doi === undefined
      ? []
      : [{ "@type": "PropertyValue", propertyID: "DOI", value: doi, url: doiAddress(doi) }]),
  ];
  return {
    "@type": schemaType(citation),
    ...defined({ "@id": address && `${address}#paper` }),
    name: oneLine(paper.titleText),
    ...listed(
      "author",
      paper.authors.map((author) => personNode(author, citation)),
    ),
    ...defined({ datePublished: published }),
    ...listed("identifier", identifiers),
    ...listed("sameAs", sameAs),
    isPartOf: [...venueNodes(citation), websiteNode(site)],
    ...listed("keywords", topics),
    ...pagesOf(citation),
    ...defined({
      publisher: publisherNode(citation),
      isbn: work.isbn && typeOf(citation) === "book" ? work.isbn : undefined,
      image: picture,
      url: address,
    }),
    ...(pdf
      ? {
          encoding: {
            "@type": "MediaObject",
            contentUrl: pdf.url,
            encodingFormat: "application/pdf",
          },
        }
      : {}),
  };
}

function listed(name: string, items: readonly unknown[]): Record<string, unknown> {
  return items.length === 0 ? {} : { [name]: items };
}

function personNode({ name, id }: Author, citation: Citation): LinkedNode {
  const [read] = readNames([name], citation.work?.families);
  if (read === undefined || "literal" in read) {
    return {
      "@type": read?.literal.includes(" ") ? "Organization" : "Person",
      name: oneLine(name),
    };
  }
  const family = read.particle === undefined ? read.family : `${read.particle} ${read.family}`;
  return {
    "@type": "Person",
    name: oneLine(`${read.given} ${family}`),
    ...defined({ sameAs: orcidAddress(id) }),
  };
}

/** The page of an author at ORCID, if the id is one of ORCID. */
export function orcidAddress(id = ""): string | undefined {
  const [found] = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.exec(id) ?? [];
  return found && `https://orcid.org/${found}`;
}

function venueNodes({ venue }: Citation): LinkedNode[] {
  if (venue === undefined) return [];
  const name = oneLine(venue.name);
  if (venue.kind !== "journal") return [{ "@type": "Book", name }];
  const journal: LinkedNode = { "@type": "Periodical", name };
  if (venue.volume === undefined) return [journal];
  const volume = { "@type": "PublicationVolume", volumeNumber: venue.volume, isPartOf: journal };
  return venue.number === undefined
    ? [volume]
    : [{ "@type": "PublicationIssue", issueNumber: venue.number, isPartOf: volume }];
}

function pagesOf({ venue, work = {} }: Citation): Record<string, unknown> {
  const pages = venue?.pages ?? work.pages;
  const { first, last } = pageRange(pages);
  if (first === undefined) return {};
  return last === undefined ? { pagination: pages } : { pageStart: first, pageEnd: last };
}

function publisherNode(citation: Citation): LinkedNode | undefined {
  const { venue, work = {}, arxiv } = citation;
  const isPreprint = typeOf(citation) === "article" && arxiv !== undefined;
  const name = venue?.publisher ?? work.publisher ?? (isPreprint ? "arXiv" : work.institution);
  return name === undefined ? undefined : { "@type": "Organization", name: oneLine(name) };
}

function websiteNode({ title, address }: PaperContext["site"]): LinkedNode {
  return { "@type": "WebSite", name: title, ...defined({ url: address }) };
}

/** The archive as a whole, with its search where addresses are known. */
export function siteNode(
  site: PaperContext["site"] & {
    description: string;
    language: string;
    search?: string | undefined;
  },
): LinkedNode {
  const { description, language, search } = site;
  return {
    ...websiteNode(site),
    description,
    inLanguage: language,
    ...(search === undefined
      ? {}
      : {
          potentialAction: {
            "@type": "SearchAction",
            target: { "@type": "EntryPoint", urlTemplate: `${search}?q={search_term_string}` },
            "query-input": "required name=search_term_string",
          },
        }),
  };
}

/** The way to a page. Only absolute addresses mean something here. */
export function breadcrumbNode(crumbs: readonly { name: string; address: string }[]): LinkedNode {
  return {
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ name, address }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: address,
    })),
  };
}

/**
 * Nodes as the text of a `<script type="application/ld+json">`. No text of a paper can end the element, begin
 * a comment in it, or end a line of a program that takes it for JavaScript.
 */
export function linkedDataText(nodes: readonly LinkedNode[]): string {
  const [only, ...more] = nodes;
  const whole = only && more.length === 0 ? only : { "@graph": nodes };
  return JSON.stringify({ "@context": "https://schema.org", ...whole }).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
