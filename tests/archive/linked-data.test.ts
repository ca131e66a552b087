import { describe, expect, it } from "vitest";
import { citationOf } from "../../src/archive/citations/citation-of.ts";
import {
  breadcrumbNode,
  type LinkedNode,
  linkedDataText,
  paperNode,
  siteNode,
} from "../../src/archive/linked-data.ts";
import { signposts } from "../../src/archive/signposting.ts";
import { entry } from "../fixtures/papers.ts";

const site = { title: "Papers", address: "https://example.org/" };
const address = "https://example.org/papers/a/";

function nodeOf(facts: Record<string, unknown>, isPublished = true): LinkedNode {
  const paper = entry({ id: "a", title: "On Wax", titleText: "On Wax", ...facts });
  const citation = citationOf(paper, isPublished ? { address } : {});
  return paperNode(paper, { citation, abstract: "We\n\nmeasure wax.", topics: ["Bees"], site });
}

const preprint = {
  authors: [{ name: "Ada Lovelace", id: "0000-0002-1825-0097" }, { name: "Qwen Team" }],
  published: "2019-06-02",
  ids: { arxiv: "1906.00001", doi: "10.1000/a<b" },
};

// The properties of schema.org that a validator allows on these types, as far as we write them.
const creativeWork =
  "@id name author datePublished identifier sameAs isPartOf keywords publisher image url encoding";
const article = `${creativeWork} pageStart pageEnd pagination`;
const allowed: Record<string, string> = {
  ScholarlyArticle: article,
  Chapter: `${creativeWork} pageStart pageEnd pagination`,
  Book: `${creativeWork} isbn`,
  Thesis: creativeWork,
  Report: creativeWork,
  Dataset: creativeWork,
  SoftwareApplication: creativeWork,
  WebPage: creativeWork,
  WebSite: "name url description inLanguage potentialAction",
  SearchAction: "target query-input",
  EntryPoint: "urlTemplate",
  Person: "name sameAs",
  Organization: "name",
  Periodical: "name",
  PublicationVolume: "volumeNumber isPartOf",
  PublicationIssue: "issueNumber isPartOf",
  PropertyValue: "propertyID value url",
  MediaObject: "contentUrl encodingFormat",
  BreadcrumbList: "itemListElement",
  ListItem: "position name item",
};

/** What a validator of schema.org would say of a node and those in it. */
function faults(node: unknown): string[] {
  if (Array.isArray(node)) return node.length === 0 ? ["an empty list"] : node.flatMap(faults);
  if (typeof node !== "object" || node === null) return node === undefined ? ["undefined"] : [];
  const { "@type": type, ...properties } = node as LinkedNode;
  const names = allowed[type]?.split(" ");
  if (!names) return [`no type ${type}`];
  return Object.entries(properties).flatMap(([name, value]) => [
    ...(names.includes(name) ? [] : [`${type} has no ${name}`]),
    ...faults(value),
  ]);
}

describe("a paper for search engines", () => {
  it("has what is known of a preprint", () => {
    expect(nodeOf(preprint)).toEqual({
      "@type": "ScholarlyArticle",
      "@id": `${address}#paper`,
      name: "On Wax",
      author: [
        {
          "@type": "Person",
          name: "Ada Lovelace",
          sameAs: "https://orcid.org/0000-0002-1825-0097",
        },
        { "@type": "Organization", name: "Qwen Team" },
      ],
      datePublished: "2019-06-02",
      identifier: [
        { "@type": "PropertyValue", propertyID: "arXiv", value: "1906.00001" },
        {
          "@type": "PropertyValue",
          propertyID: "DOI",
          value: "10.1000/a<b",
          url: "https://doi.org/10.1000/a%3Cb",
        },
      ],
      sameAs: [
        "https://arxiv.org/abs/1906.00001",
        "https://doi.org/10.1000/a%3Cb",
        "https://huggingface.co/papers/1906.00001",
      ],
      isPartOf: [{ "@type": "WebSite", name: "Papers", url: "https://example.org/" }],
      keywords: ["Bees"],
      publisher: { "@type": "Organization", name: "arXiv" },
      url: address,
      encoding: {
        "@type": "MediaObject",
        contentUrl: "https://arxiv.org/pdf/1906.00001",
        encodingFormat: "application/pdf",
      },
    });
  });

  it.each([
    [
      { venue: { kind: "journal", name: "Bees", volume: "7", number: "2", pages: "1-9" } },
      "ScholarlyArticle",
    ],
    [{ venue: { kind: "conference", name: "Bees" } }, "ScholarlyArticle"],
    [{ venue: { kind: "book", name: "Hives", pages: "3" } }, "Chapter"],
    [{ reference: { type: "book", isbn: "978-0-306-40615-7", publisher: "Wax" } }, "Book"],
    [{ reference: { type: "thesis", institution: "ETH" } }, "Thesis"],
    [{ reference: { type: "report", institution: "CERN" } }, "Report"],
    [{ authors: [], published: undefined }, "ScholarlyArticle"],
  ])("has only properties that schema.org has: %j", (facts, type) => {
    const node = nodeOf({ ...preprint, ids: {}, ...facts });
    expect(node["@type"]).toBe(type);
    expect(faults(node)).toEqual([]);
    expect(node["name"]).toBe("On Wax");
  });

  it("says nothing of addresses and authors that are unknown", () => {
    const node = nodeOf({}, false);
    expect(Object.keys(node)).toEqual(["@type", "name", "isPartOf", "keywords"]);
  });

  it("cannot leave its element", () => {
    const text = linkedDataText([nodeOf({ titleText: "</script><!-- & \u2028\u2029" })]);
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)).toMatchObject({
      "@context": "https://schema.org",
      name: expect.stringContaining("</script>"),
    });
  });
});

it("the archive for search engines has a search where its address is known", () => {
  const about = { ...site, description: "Bees", language: "en" };
  const found = siteNode({ ...about, search: "https://example.org/search/" });
  expect(faults(found)).toEqual([]);
  expect(JSON.stringify(found)).toContain("https://example.org/search/?q={search_term_string}");
  expect(siteNode(about)).not.toHaveProperty("potentialAction");
});

it("the way to a page has a position, a name and an address for each step", () => {
  const way = breadcrumbNode([
    { name: "By date", address: "https://example.org/years/" },
    { name: "On Wax", address },
  ]);
  expect(faults(way)).toEqual([]);
  expect(way["itemListElement"]).toMatchObject([{ position: 1 }, { position: 2, item: address }]);
});

it("links lead programs to the paper, its author, its PDF and its citations", () => {
  const paper = entry({ id: "a", ...preprint });
  const links = signposts(citationOf(paper, { address }), {
    fileAt: (extension) => (extension === "bib" ? "/papers/a/paper.bib" : undefined),
    pdf: "https://arxiv.org/pdf/1906.00001",
    authors: paper.authors,
  });
  expect(links.map(({ rel, href }) => `${rel} ${href}`)).toEqual([
    "cite-as https://doi.org/10.1000/a%3Cb",
    "type https://schema.org/AboutPage",
    "type https://schema.org/ScholarlyArticle",
    "author https://orcid.org/0000-0002-1825-0097",
    "item https://arxiv.org/pdf/1906.00001",
    "describedby /papers/a/paper.bib",
  ]);
});
