import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from "feedsmith";
import { parse } from "node-html-parser";
import { describe, expect, inject, it } from "vitest";
import { atomFaults, rssFaults } from "../hostile/feed-faults.ts";
import { fileAt } from "./built-site.ts";

const fixture = inject("fixture");
const seed = inject("site");
const base = "https://papers.example/archive/";
const topic = "topics/reinforcement-learning/";
const read = (path: string) => readFileSync(join(fixture, path), "utf8");
const feeds = (extension: string) => globSync(`**/feed.${extension}`, { cwd: fixture });
const pageAt = (folder: string, address: string) =>
  parse(readFileSync(fileAt(folder, address) ?? "", "utf8"));

describe("the feeds of a site", () => {
  it.each(["", topic])("of /%s have the same papers in each format, all absolute", (folder) => {
    const atom = parseAtomFeed(read(`${folder}feed.xml`));
    const rss = parseRssFeed(read(`${folder}feed.rss`));
    const json = parseJsonFeed(JSON.parse(read(`${folder}feed.json`)));
    expect(atom).toMatchObject({ id: base + folder, authors: [{ name: "A. Tester" }] });
    expect(atom.links?.map(({ href }) => href)).toEqual([
      `${base}${folder}feed.xml`,
      base + folder,
    ]);
    expect(json).toMatchObject({
      feed_url: `${base}${folder}feed.json`,
      home_page_url: base + folder,
    });
    const addresses = atom.entries?.map(({ id }) => id ?? "") ?? [];
    expect(addresses.length).toBeGreaterThan(5);
    expect(json.items?.map(({ url }) => url)).toEqual(addresses);
    expect(rss.items?.map(({ link }) => link)).toEqual(addresses);
    for (const address of addresses) {
      expect(fileAt(fixture, address.replace(base, "/")), address).toBeDefined();
    }
  });

  it("are all as validators want them", () => {
    expect(feeds("xml").length).toBeGreaterThan(10);
    const faults = [
      ...feeds("xml").flatMap((path) => atomFaults(read(path)).map((fault) => `${path}: ${fault}`)),
      ...feeds("rss").flatMap((path) => rssFaults(read(path)).map((fault) => `${path}: ${fault}`)),
    ];
    expect(faults).toEqual([]);
  });

  it("show formulas as MathML and as text, and escape markup", () => {
    const items = parseJsonFeed(JSON.parse(read("feed.json"))).items ?? [];
    const hostile = items.find(({ title }) => title?.startsWith("A Title with L² Norms"));
    expect(hostile?.content_html).toMatch(/We bound it by <math /);
    expect(hostile?.content_text).toContain("We bound it by O(n log n)");
    expect(hostile?.content_html).not.toContain("<script>");
  });

  it("of the most discussed papers and of the owner's notes have pages that link to them", () => {
    const discussed = parseAtomFeed(read("weeks/feed.xml"));
    const [, page] = discussed.links?.map(({ href = "" }) => href.replace(base, "/")) ?? [];
    expect(page).toMatch(/^\/weeks\/20\d\d-W\d\d\/$/);
    const visible = pageAt(fixture, page ?? "").querySelectorAll(".list-files a");
    expect(visible.map((link) => link.getAttribute("href"))).toEqual([
      "/archive/weeks/feed.xml",
      "/archive/weeks/feed.rss",
      "/archive/weeks/feed.json",
    ]);
    const notes = parseAtomFeed(read("reading-list/feed.xml"));
    expect(notes.title?.value).toBe("Notes by A. Tester · Fixture Papers");
    expect(notes.entries?.[0]?.id).toMatch(/\/papers\/[^/]+\/#note$/);
    expect(notes.entries?.[0]?.content?.value).toMatch(/^<p><strong>Note by A. Tester<\/strong>/);
  });

  it("are linked from the heads of pages and listed in OPML and on the page for subscribers", () => {
    const links = (folder: string, address: string) =>
      pageAt(folder, address)
        .querySelectorAll("link[rel=alternate]")
        .map((link) => link.getAttribute("href"));
    expect(links(fixture, `/${topic}`)).toEqual([`/archive/${topic}feed.xml`, "/archive/feed.xml"]);
    const outlines = parseOpml(read("feeds.opml")).body?.outlines ?? [];
    const former = ["bandits", "exploration", "waggle-dances", "honeycombs", "survey"];
    const listed = outlines.flatMap(({ outlines = [] }) => outlines.map(({ xmlUrl }) => xmlUrl));
    expect(listed.toSorted()).toEqual(
      feeds("xml")
        .filter((path) => !former.some((id) => path.includes(`/${id}/`)))
        .map((path) => base + path)
        .toSorted(),
    );
    const shown = pageAt(fixture, "/subscribe/")
      .querySelectorAll("main a")
      .map((link) => link.getAttribute("href"));
    for (const path of [
      "feed.xml",
      "feed.rss",
      "weeks/feed.xml",
      "feeds.opml",
      `${topic}feed.xml`,
    ]) {
      expect(shown).toContain(`/archive/${path}`);
    }
  });

  it("are on one page with the address for the mail", () => {
    const link = pageAt(fixture, "/subscribe/").querySelector('a[href^="mailto:"]');
    expect(link?.getAttribute("href")).toBe("mailto:papers@papers.example");
  });

  it("exist only if the site has an address", () => {
    expect(pageAt(seed, "/").querySelector("link[rel=alternate]")).toBeNull();
    for (const path of ["feed.xml", "feeds.opml", "subscribe"]) {
      expect(existsSync(join(seed, path)), path).toBe(false);
    }
  });
});
