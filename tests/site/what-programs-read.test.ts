import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeHTML as decode } from "entities";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, inject, it } from "vitest";
import { fileAt, pagesOfSite } from "./built-site.ts";

const papersOf = (folder: string) =>
  pagesOfSite(folder).filter(({ root }) => root.querySelector("article.paper"));

describe("a site with an address", () => {
  const folder = inject("fixture");
  const papers = papersOf(folder);
  const read = (file: string) => readFileSync(join(folder, file), "utf8");

  it("has a sitemap of its pages, which robots.txt names", () => {
    const [, root = ""] = /^Sitemap: (.*)sitemap\.xml$/m.exec(read("robots.txt")) ?? [];
    expect(root).toMatch(/^https:\/\/.*\/archive\/$/);
    const { urlset } = new XMLParser().parse(read("sitemap.xml"));
    const listed: string[] = urlset.url.map(({ loc }: { loc: string }) => loc);
    const paths = listed.map((address) => address.replace(root, "/"));
    expect(paths.filter((path) => !fileAt(folder, path))).toEqual([]);
    const all = new Set(paths.map((path) => decodeURIComponent(path)));
    expect(papers.filter(({ address }) => !all.has(address)).map(({ address }) => address)).toEqual(
      [],
    );
    expect(all.has("/search/")).toBe(false);
    const dated = urlset.url.filter(({ lastmod }: { lastmod?: string }) => lastmod !== undefined);
    expect(dated.length).toBeGreaterThan(20);
    for (const { loc, lastmod } of dated) {
      expect(loc).toContain("/archive/papers/");
      expect(lastmod).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it("has a picture of each paper whose page names one, and describes its search", () => {
    const named = papers.filter(({ root }) => root.querySelector("meta[property='og:image']"));
    expect(named.length).toBeGreaterThan(20);
    const pictures = named.filter(({ address }) => fileAt(folder, `${address}paper.png`));
    expect(pictures.length).toBe(named.length);
    expect(read("opensearch.xml")).toContain("/archive/search/?q={searchTerms}");
  });

  it("has data for search engines on every page of a paper: the paper, and the way to it", () => {
    for (const { address, root } of papers) {
      const text = root.querySelector("script[type='application/ld+json']")?.text ?? "";
      const [paper, way] = JSON.parse(text)["@graph"];
      const shown = root.querySelector("meta[property='og:title']")?.getAttribute("content");
      expect(paper.name, address).toBe(decode(shown ?? ""));
      const steps = root
        .querySelectorAll(".crumbs a")
        .map((link) => [
          decode(link.text),
          new URL(link.getAttribute("href") ?? "", paper.url).href,
        ]);
      expect(steps.length, address).toBeGreaterThan(1);
      expect(
        way.itemListElement.map(({ name, item }: Record<string, string>) => [name, item]),
        address,
      ).toEqual(steps);
    }
  });
});

describe("a site without an address", () => {
  const folder = inject("site");

  it("leaves out what needs one", () => {
    expect(
      ["sitemap.xml", "opensearch.xml"].filter((file) => existsSync(join(folder, file))),
    ).toEqual([]);
    const papers = papersOf(folder);
    expect(papers.length).toBeGreaterThan(40);
    const tags = papers.flatMap(({ root }) =>
      root.querySelectorAll(
        "meta[property='og:image'], meta[property='og:url'], link[rel=canonical]",
      ),
    );
    expect(tags).toEqual([]);
  });
});
