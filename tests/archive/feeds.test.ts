import fc from "fast-check";
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { atomFeed } from "../../src/archive/feeds/atom.ts";
import type { FeedItem } from "../../src/archive/feeds/feed.ts";
import { jsonFeed } from "../../src/archive/feeds/json-feed.ts";
import { opmlFile } from "../../src/archive/feeds/opml.ts";
import { rssFeed } from "../../src/archive/feeds/rss.ts";
import { renderForFeed } from "../../src/archive/render-feed.ts";
import { renderMarkdown, renderPlain } from "../../src/archive/render-markdown.ts";
import { atomFaults, rssFaults } from "../hostile/feed-faults.ts";

const info = {
  id: "https://example.org/base/topics/robotics/",
  title: "Robots & Co",
  description: "Papers <on> robots.",
  language: "de",
  owner: "A. Reader",
  page: "https://example.org/base/topics/robotics/",
  self: "https://example.org/base/topics/robotics/feed.xml",
};
const abstract =
  "We bound $L^2$ by $\\epsilon$ in *any* \\<b>.\n\nSee [x](https://x.org/?a=1&b=2).";
const item = (id: string, facts: Partial<FeedItem> = {}): FeedItem => ({
  id: `https://example.org/base/papers/${id}/`,
  title: `Paper ${id}`,
  address: `https://example.org/base/papers/${id}/`,
  dates: { published: new Date("2025-11-12T00:59:00Z"), updated: new Date("2025-11-12T00:59:00Z") },
  authors: [],
  topics: ["Robotics"],
  ...renderForFeed(abstract),
  ...facts,
});
const items = [
  item("a", {
    title: "G²RPO & <friends>",
    dates: {
      published: new Date("2025-11-13T00:59:59Z"),
      updated: new Date("2025-11-20T00:59:59Z"),
    },
    issued: "2025-10-01",
    authors: [{ name: "Ada Lovelace" }, { name: "Bo <b>Li</b>" }],
  }),
  item("b", { issued: "2018-07", text: undefined }),
];

describe("an abstract in a feed", () => {
  it.each([
    ["First $x$ here. Second.", "First x here."],
    ["One sentence", "One sentence"],
    ["- a list\n- of things", renderForFeed("- a list\n- of things").text],
  ])("may be its first sentence: %j", (markdown, text) => {
    expect(renderForFeed(markdown, { brief: true }).text).toBe(text);
  });

  it.each([
    ["*first*\n*second*", /first<[^\n]*>\s+<[^\n]*>second/],
    ["**first**\n[second](https://x.org/)", /first<[^\n]*>\s+<[^\n]*>second/],
  ])("keeps the space between two words: %j", (markdown, words) => {
    const marked = [item("a", renderForFeed(markdown))];
    for (const write of [atomFeed, rssFeed]) expect(write(info, marked)).toMatch(words);
  });

  it("has no line that only indents", () => {
    for (const write of [atomFeed, rssFeed]) {
      const xml = write(info, items);
      expect(xml).not.toMatch(/>\s*\n\s+</);
      expect(xml.match(/\n<(?:entry|item)>/g)).toHaveLength(items.length);
    }
  });
});

describe("an Atom feed", () => {
  it("is read back by a feed reader, dated by the archive, with the publication apart", () => {
    const xml = atomFeed(info, items);
    expect(atomFaults(xml)).toEqual([]);
    expect(parseAtomFeed(xml)).toMatchObject({
      id: info.id,
      xml: { lang: "de" },
      title: { value: "Robots & Co" },
      updated: "2025-11-20T00:59:59.000Z",
      links: [
        { href: info.self, rel: "self" },
        { href: info.page, rel: "alternate" },
      ],
      authors: [{ name: "A. Reader" }],
      entries: [
        {
          id: "https://example.org/base/papers/a/",
          title: { value: "G²RPO &amp; &lt;friends&gt;", type: "html" },
          published: "2025-11-13T00:59:59.000Z",
          updated: "2025-11-20T00:59:59.000Z",
          dcterms: { available: ["2025-10-01T00:00:00.000Z"] },
          authors: [{ name: "Ada Lovelace" }, { name: "Bo <b>Li</b>" }],
          categories: [{ term: "Robotics" }],
        },
        { id: "https://example.org/base/papers/b/", updated: "2025-11-12T00:59:00.000Z" },
      ],
    });
    expect(parseAtomFeed(xml).entries?.[1]).not.toHaveProperty("authors");
    expect(parseAtomFeed(xml).entries?.[1]).not.toHaveProperty("dcterms");
  });

  it("has formulas as MathML, and in plain characters in the text form", () => {
    const [first, second] = parseAtomFeed(atomFeed(info, items)).entries ?? [];
    expect(first?.content?.type).toBe("xhtml");
    expect(first?.content?.value).toMatch(/<math [^>]*><mrow><msup><mi>L<\/mi><mn>2<\/mn><\/msup>/);
    expect(first?.content?.value).toContain('href="https://x.org/?a=1&#x26;b=2"');
    expect(first?.summary).toEqual({
      value: "We bound L² by ε in any &lt;b&gt;.\n\nSee x.",
      type: "html",
    });
    expect(second?.summary).toBeUndefined();
  });

  it("has what Atom demands of a feed without papers, too", () => {
    const xml = atomFeed(info, []);
    expect(atomFaults(xml)).toEqual([]);
    expect(parseAtomFeed(xml)).toMatchObject({ id: info.id, updated: "1990-01-01T00:00:00.000Z" });
  });
});

it("RSS has formulas in plain characters, as its validators want", () => {
  const xml = rssFeed({ ...info, self: `${info.page}feed.rss` }, items);
  expect(rssFaults(xml)).toEqual([]);
  expect(parseRssFeed(xml)).toMatchObject({
    title: "Robots & Co",
    language: "de",
    lastBuildDate: "Thu, 20 Nov 2025 00:59:59 GMT",
    items: [
      {
        guid: { value: "https://example.org/base/papers/a/", isPermaLink: false },
        pubDate: "Thu, 20 Nov 2025 00:59:59 GMT",
        dc: { creators: ["Ada Lovelace", "Bo <b>Li</b>"] },
        description: expect.stringContaining("We bound L² by ε in <em>any</em> &#x3C;b>"),
      },
      { title: "Paper b" },
    ],
  });
});

it("JSON Feed 1.1 is read back, with both forms of an abstract", () => {
  const json = JSON.parse(jsonFeed(info, items));
  expect(json.version).toBe("https://jsonfeed.org/version/1.1");
  expect(parseJsonFeed(json)).toMatchObject({
    title: "Robots & Co",
    home_page_url: info.page,
    language: "de",
    items: [
      {
        id: "https://example.org/base/papers/a/",
        title: "G²RPO & <friends>",
        content_html: expect.stringContaining("<math"),
        content_text: "We bound L² by ε in any <b>.\n\nSee x.",
        date_published: "2025-11-13T00:59:59.000Z",
        date_modified: "2025-11-20T00:59:59.000Z",
        authors: [{ name: "Ada Lovelace" }, { name: "Bo <b>Li</b>" }],
        tags: ["Robotics"],
      },
      { id: "https://example.org/base/papers/b/" },
    ],
  });
  expect(json.items.map((one: { _offprint: unknown }) => one._offprint)).toEqual([
    { published: "2025-10-01" },
    { published: "2018-07" },
  ]);
});

it("OPML lists feeds by group", () => {
  const xml = opmlFile(info, [{ name: "Topics", feeds: [info] }]);
  expect(parseOpml(xml)).toMatchObject({
    head: { title: "Robots & Co", ownerName: "A. Reader" },
    body: {
      outlines: [
        {
          text: "Topics",
          outlines: [{ text: "Robots & Co", type: "rss", xmlUrl: info.self, htmlUrl: info.page }],
        },
      ],
    },
  });
});

describe("any text", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."<>&]\"'a$\\ \u0000\u0008\u001b\u0085\uffff\ud800") }),
    fc.constantFrom("]]>", "<![CDATA[", "</entry>", "&amp;", "<script>", "$\\cancel{a}</math>$"),
  );

  it("gives valid feeds with the same number of papers, and no character that XML forbids", () => {
    fc.assert(
      fc.property(text, text, text, (title, name, markdown) => {
        const made = {
          ...renderForFeed(markdown),
          title: `a${title}`,
          authors: [{ name: `a${name}` }],
        };
        const hostile = item("a", { ...made, topics: [`a${name}`] });
        const [atom, rss] = [atomFeed(info, [hostile]), rssFeed(info, [hostile])];
        for (const xml of [atom, rss]) {
          expect(xml).not.toMatch(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/u);
        }
        expect([...atomFaults(atom), ...rssFaults(rss)]).toEqual([]);
        expect(parseAtomFeed(atom).entries).toHaveLength(1);
        expect(parseRssFeed(rss).items).toHaveLength(1);
      }),
    );
  });
});

it("writes an abstract's formulas in plain characters and its markup as text", () => {
  expect(renderPlain("We bound $L^2$ by $\\epsilon$ in \\<b>.\n\nSee [x](https://x.org/).")).toBe(
    '<p>We bound L² by ε in &#x3C;b>.</p>\n<p>See <a href="https://x.org/">x</a>.</p>',
  );
});

it("has a text for descriptions with formulas in plain form, not in LaTeX", () => {
  const { text } = renderMarkdown("We *show* $O(\\log n)$ for $\\pi$ and $L^2$.");
  expect(text).toBe("We show O(log n) for π and L².");
});
