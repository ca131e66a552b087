import { XMLParser } from "fast-xml-parser";
import { expect, it } from "vitest";
import { llmsText } from "../../src/archive/llms.ts";
import { openSearch } from "../../src/archive/open-search.ts";
import { publicLine, publicPaper, publicPaperSchema } from "../../src/archive/public-paper.ts";
import { sitemapFiles } from "../../src/archive/sitemap.ts";
import { entry } from "../fixtures/papers.ts";

const xml = new XMLParser({ ignoreAttributes: false });
const at = (name: string) => `https://example.org/${name}`;

it("a sitemap has every page once, in an order of its own, and is divided at its limit", () => {
  const pages = ["b/", "a/?x=1&y='", "c/"].map((page) => ({
    address: at(page),
    changed: page === "c/" ? "2025-11-13" : undefined,
  }));
  const [whole, ...none] = sitemapFiles(pages, at);
  expect(none).toEqual([]);
  expect(xml.parse(whole?.text ?? "").urlset.url).toEqual([
    { loc: at("a/?x=1&y='") },
    { loc: at("b/") },
    { loc: at("c/"), lastmod: "2025-11-13" },
  ]);
  const parts = sitemapFiles(pages, at, 2);
  expect(parts.map(({ name }) => name)).toEqual(["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
  expect(xml.parse(parts[0]?.text ?? "").sitemapindex.sitemap).toEqual([
    { loc: at("sitemap-1.xml") },
    { loc: at("sitemap-2.xml") },
  ]);
  expect(sitemapFiles([...pages].reverse(), at, 2)).toEqual(parts);
});

it("a search description is valid whatever the archive is called", () => {
  const text = openSearch({
    name: `Bees & <Wax> "of" the Alps and ${"more ".repeat(20)}`,
    description: "Bees\u0000 & wax",
    language: "en",
    search: "https://example.org/search/",
  });
  const { OpenSearchDescription: read } = xml.parse(text);
  expect(read.ShortName).toBe('Bees & <Wax> "of');
  expect(read.LongName.length).toBeLessThanOrEqual(48);
  expect(read.Url["@_template"]).toBe("https://example.org/search/?q={searchTerms}");
});

it("llms.txt leads to the data, the lists and the topics", () => {
  const text = llmsText({
    title: "Papers [of]\nbees",
    description: "Wax",
    papers: 3,
    data: { papers: at("data/papers.jsonl"), schema: at("data/paper.schema.json") },
    example: undefined,
    lists: [{ name: "By date", address: at("years/") }],
    topics: [{ name: "Bees", address: at("topics/bees/"), papers: 2 }],
  });
  expect(text).toBe(`# Papers \\[of\\] bees

> Wax

An archive of 3 papers: titles, authors, abstracts, dates, topics and links.

## Data

- [All papers](https://example.org/data/papers.jsonl): a paper a line, as JSON
- [JSON Schema of a line](https://example.org/data/paper.schema.json)

## Lists

- [By date](https://example.org/years/)

## Topics

- [Bees](https://example.org/topics/bees/): 2 papers
`);
});

it("a line of the site's data has what the schema says, and nothing that is its owner's alone", () => {
  const paper = entry({
    id: "a",
    keywords: ["mine"],
    collections: ["Secret"],
    annotation: "Secret",
    added: "2024-01-01",
    authors: [{ name: "Ada Lovelace" }],
    topics: [{ id: "bees", score: 0.5, evidence: [{ phrase: "mine", where: "keywords" }] }],
  });
  const line = publicLine(paper, {
    abstract: "Wax.",
    page: at("papers/a/"),
    topicName: () => "Bees",
  });
  expect(line).not.toMatch(/Secret|mine|2024/);
  const read = JSON.parse(line);
  expect(publicPaper.parse(read)).toEqual(read);
  expect(read).toMatchObject({
    abstract: "Wax.",
    topics: [{ id: "bees", name: "Bees", score: 0.5 }],
  });
  const schema = JSON.parse(publicPaperSchema());
  expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(read)));
  expect(schema.required).toEqual(expect.arrayContaining(["id", "title", "abstract", "page"]));
});
