import fc from "fast-check";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { atomFeed, type FeedItem, jsonFeed, newestFirst } from "../../src/archive/feeds.ts";
import { descriptionOf, renderMarkdown, renderPlain } from "../../src/archive/render-markdown.ts";
import { entry } from "../fixtures/papers.ts";

const info = {
  title: "Robots & Co",
  description: "Papers <on> robots.",
  language: "en",
  owner: "A. Reader",
  page: "https://example.org/base/topics/robotics/",
  self: "https://example.org/base/topics/robotics/feed.xml",
};
const item = (facts: Parameters<typeof entry>[0], html = "<p>We test.</p>"): FeedItem => ({
  paper: entry(facts),
  address: `https://example.org/base/papers/${facts.id}/`,
  html,
  topics: ["Robotics"],
});
const items = [
  item({
    id: "a",
    titleText: "G²RPO & <friends>",
    published: "2025-10-01",
    listed: ["2025-11-13"],
    authors: [{ name: "Ada Lovelace" }],
  }),
  item({ id: "b", listed: ["2025-11-12"], authorsCount: 10 }),
  item({ id: "c" }),
];

describe("atomFeed", () => {
  it("is read back by a feed reader, days and names as they are known", () => {
    const xml = atomFeed(info, items);
    expect(parseAtomFeed(xml)).toMatchObject({
      id: info.page,
      title: { value: "Robots & Co" },
      updated: "2025-11-13T00:00:00.000Z",
      links: [
        { href: info.self, rel: "self" },
        { href: info.page, rel: "alternate" },
      ],
      authors: [{ name: "A. Reader" }],
      entries: [
        {
          id: "https://example.org/base/papers/a/",
          title: { value: "G²RPO & <friends>" },
          updated: "2025-11-13T00:00:00.000Z",
          published: "2025-10-01T00:00:00.000Z",
          authors: [{ name: "Ada Lovelace" }],
          categories: [{ term: "Robotics" }],
          content: { value: "<p>We test.</p>", type: "html" },
        },
        { id: "https://example.org/base/papers/b/", updated: "2025-11-12T00:00:00.000Z" },
        { id: "https://example.org/base/papers/c/", updated: "2025-11-13T00:00:00.000Z" },
      ],
    });
    expect(xml).not.toContain("10 authors");
    expect(parseAtomFeed(xml).entries?.[1]?.authors).toBeUndefined();
  });

  it("has what Atom demands of a feed without papers, too", () => {
    expect(parseAtomFeed(atomFeed(info, []))).toMatchObject({
      id: info.page,
      title: { value: "Robots & Co" },
      updated: "1970-01-01T00:00:00.000Z",
    });
  });
});

describe("jsonFeed", () => {
  it("is JSON Feed 1.1 and is read back", () => {
    const json = JSON.parse(jsonFeed(info, items));
    expect(json.version).toBe("https://jsonfeed.org/version/1.1");
    expect(parseJsonFeed(json)).toMatchObject({
      title: "Robots & Co",
      home_page_url: info.page,
      language: "en",
      items: [
        {
          id: "https://example.org/base/papers/a/",
          title: "G²RPO & <friends>",
          content_html: "<p>We test.</p>",
          date_published: "2025-10-01T00:00:00.000Z",
          authors: [{ name: "Ada Lovelace" }],
          tags: ["Robotics"],
        },
        { id: "https://example.org/base/papers/b/" },
        { id: "https://example.org/base/papers/c/" },
      ],
    });
  });
});

describe("any text", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."<>&]\"'a\u0000\u0008\u001b\u0085\uffff\ud800") }),
    fc.constantFrom("]]>", "<![CDATA[", "</entry>", "&amp;", "<script>"),
  );

  it("gives XML that holds no character XML forbids, and the same number of papers", () => {
    fc.assert(
      fc.property(text, text, text, (titleText, name, html) => {
        const paper = { ...entry({ id: "a" }), titleText, authors: [{ name }] };
        const xml = atomFeed(info, [{ paper, address: info.page, html, topics: [name] }]);
        expect(xml).not.toMatch(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/u);
        expect(parseAtomFeed(xml).entries).toHaveLength(1);
      }),
    );
  });
});

it("tells of the papers that came last, by listing or publication, ties in the archive's order", () => {
  const papers = [
    entry({ id: "published", published: "2025-11-20" }),
    entry({ id: "listed", published: "2024-01-01", listed: ["2025-11-13", "2025-11-21"] }),
    entry({ id: "unknown" }),
    entry({ id: "old", published: "2023-01-01" }),
    entry({ id: "twin", published: "2025-11-20" }),
  ];
  expect(newestFirst(papers, 3).map(({ id }) => id)).toEqual(["listed", "published", "twin"]);
});

it("writes an abstract's formulas in plain characters and its markup as text", () => {
  expect(renderPlain("We bound $L^2$ by $\\epsilon$ in \\<b>.\n\nSee [x](https://x.org/).")).toBe(
    '<p>We bound L² by ε in &#x3C;b>.</p>\n<p>See <a href="https://x.org/">x</a>.</p>',
  );
});

describe("descriptionOf", () => {
  it("tells of formulas in plain form, not in LaTeX", () => {
    const { text } = renderMarkdown("We *show* $O(\\log n)$ for $\\pi$ and $L^2$.");
    expect(descriptionOf(text)).toBe("We show O(log n) for π and L².");
  });
});
