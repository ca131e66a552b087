import { globSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { nothingSelected } from "../../src/search/engine/facets.ts";
import { openSearch } from "../../src/search/engine/open-search.ts";
import { search } from "../../src/search/engine/search.ts";
import { pagesOfSite } from "./built-site.ts";

const folder = inject("fixture");
const pages = pagesOfSite(folder);
const page = (address: string) => pages.find((one) => one.address === address)?.root;
const titles = (address: string) =>
  page(address)
    ?.querySelectorAll(".papers :is(h2, h3)")
    .map(({ text }) => text.trim());

describe("a note on its paper's page", () => {
  const own = page("/papers/a-title-with-l2-norms-and-b-markup/")?.querySelector(".own-note");

  it("is separate from the abstract, with its formulas and components", () => {
    expect(own?.querySelector("h2")?.text).toBe("Note by A. Tester");
    expect(own?.querySelectorAll(".katex math").length).toBe(2);
    expect(own?.querySelector(".note-aside em")?.text).toBe("norms");
    const link = own?.querySelector(".prose a");
    expect([link?.getAttribute("href"), link?.querySelector("em")?.text]).toEqual([
      "/archive/papers/my-own-paper/",
      "My",
    ]);
  });

  it("links its status, rating and tags to their lists, and shows the day", () => {
    const marks = own?.querySelector(".facts-line");
    expect(marks?.querySelectorAll("a").map((link) => link.getAttribute("href"))).toEqual([
      "/archive/reading-list/read/",
      "/archive/reading-list/rated/4/",
      "/archive/reading-list/tags/norms/",
      "/archive/reading-list/tags/c-plus-plus/",
    ]);
    expect(marks?.text.replace(/\s+/g, " ")).toContain("Rated 4 of 5");
  });

  it("shows a picture on another host as a link, and the build reports it", () => {
    expect(own?.querySelector("img")).toBeNull();
    expect(own?.querySelector("a[href^='https://elsewhere']")?.text).toBe("A numbat curve");
    expect(inject("fixtureReport")).toContain("[remote-image]");
  });

  it("corrects the sources, and the page names the note as the source of the correction", () => {
    const paper = page("/papers/a-title-with-l2-norms-and-b-markup/");
    const authors = paper?.querySelectorAll(".authors a").map(({ text }) => text);
    expect(authors).toEqual(["Ada Lovelace", "Charles Babbage"]);
    const links = paper?.querySelectorAll(".authors a").map((link) => link.getAttribute("href"));
    expect(links).toEqual([
      "/archive/authors/ada-lovelace/",
      "/archive/search/?q=author:%22Charles+Babbage%22",
    ]);
    const facts = paper?.querySelector(".facts");
    expect(facts?.text.replace(/\s+/g, " ")).toContain(
      "content/notes/a-title-with-l2-norms-and-b-markup.mdx, line 7 (authors, number of authors)",
    );
  });

  it("is shown as its source if it has a fault, and the build reports file and line", () => {
    const faulty = page("/papers/export-controls-2024-in-review/")?.querySelector(".own-note");
    expect(faulty?.querySelector(".note-source")?.text).toContain("ends in {process.env.HOME}.");
    expect(inject("fixtureReport")).toMatch(
      /content\/notes\/export-controls-2024-in-review\.mdx:4 {2}error .*\[invalid-mdx\]/,
    );
  });

  it("makes a page for a paper that no source has", () => {
    const alone = page("/papers/my-own-paper/");
    expect(alone?.querySelector("h1 em")?.text).toBe("My");
    expect(alone?.querySelector(".abstract")).toBeNull();
    expect(alone?.querySelector(".facts")?.text).toContain("29 February 2024");
    const facts = alone?.querySelectorAll(".facts > div").map((fact) => {
      const words = fact.querySelectorAll("dt, dd").map(({ text }) => text.trim());
      return words.join(": ").replace(/\s+/g, " ");
    });
    expect(facts).toContain("Published in: Notes & Records, vol. 7, pp. 1–10");
    const journal = alone?.querySelector('meta[name="citation_journal_title"]');
    expect(journal?.getAttribute("content")).toBe("Notes & Records");
  });

  it("is named on the pages of the papers to which it links", () => {
    const facts = page("/papers/my-own-paper/")?.querySelector(".facts");
    const link = facts?.querySelectorAll("a").find(({ text }) => text.startsWith("A Title with"));
    expect(link?.getAttribute("href")).toBe("/archive/papers/a-title-with-l2-norms-and-b-markup/");
  });

  it("is nowhere in the site if it is a draft", () => {
    const files = globSync("**/*", { cwd: folder, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name), "latin1"));
    expect(files.some((text) => /secret[ -](?:words|tag)|in-secret/.test(text))).toBe(false);
  });
});

describe("an owner's page", () => {
  it("is shown as its text", () => {
    expect(page("/how-i-read/")?.querySelector(".prose .katex math")).toBeTruthy();
    expect(page("/how-i-read/")?.querySelector("h1")?.text).toBe("How I read");
  });

  it.each([
    [
      "/broken/",
      "A set {a, b and <b>no end.",
      /content\/pages\/broken\.mdx:7 {2}error .*\[invalid-mdx\]/,
    ],
    [
      "/lacking/",
      '<Missing id="1" />',
      /content\/pages\/lacking\.mdx:\d+ {2}error .*Missing.*\[code-failed\]/,
    ],
    ["/lost/", "![none](./none.png)", /content\/pages\/lost\.mdx:5 {2}error .*\[missing-image\]/],
  ])(
    "is shown as its source if it has a fault, which the build reports: %s",
    (address, text, reported) => {
      expect(page(address)?.querySelector("pre.note-source")?.text).toContain(text);
      expect(inject("fixtureReport")).toMatch(reported);
    },
  );

  it("has its title as the heading, even if it has a fault", () => {
    expect(page("/lost/")?.querySelector("h1")?.text).toBe("Lost: a picture");
  });
});

describe("the reading list", () => {
  it("is in the navigation only if there are notes", () => {
    const linked = (root = page("/")) =>
      root?.querySelectorAll("nav a").some(({ text }) => text.trim() === "Reading list");
    expect(linked()).toBe(true);
    const seed = pagesOfSite(inject("site"));
    expect(linked(seed.find(({ address }) => address === "/")?.root)).toBe(false);
    expect(seed.filter(({ address }) => address.startsWith("/reading-list/"))).toEqual([]);
  });

  it("has a page for each status, tag and rating in use", () => {
    const lists = pages.map(({ address }) => address).filter((one) => /^\/reading-list/.test(one));
    expect(lists.sort()).toEqual([
      "/reading-list/",
      "/reading-list/notes/",
      "/reading-list/rated/4/",
      "/reading-list/read/",
      "/reading-list/reading/",
      "/reading-list/tags/c-plus-plus/",
      "/reading-list/tags/norms/",
      "/reading-list/to-read/",
    ]);
    expect(titles("/reading-list/to-read/")).toEqual(["A Paper of My Own"]);
    expect(titles("/reading-list/reading/")).toEqual(["Export Controls: 2024 in Review"]);
  });

  it("groups papers that were read by month", () => {
    const read = page("/reading-list/read/");
    expect(read?.querySelector(".section > h2")?.text.trim()).toBe("November 2026");
    expect(read?.querySelectorAll(".papers > li").length).toBe(1);
  });
});

describe("the text of a note", () => {
  const noted = "a-title-with-l2-norms-and-b-markup";

  const idsFound = async (text: string) => {
    const open = await openSearch((path) => readFile(join(folder, path)));
    const { papers } = await search(open, {
      text,
      selection: nothingSelected,
      sort: "relevance",
      typing: false,
      matchAny: false,
    });
    return (await open.resultDocuments(papers)).map(({ paper }) => paper.id);
  };

  it.each([
    ["a word in a component", "quokkas"],
    ["a word of the alternative text of a picture", "numbat"],
    ["a formula", "$n \\log n$"],
    ["the title of a paper that it names by its id", '"Paper of My Own"'],
    ["a tag", "norms quokkas"],
  ])("is found by %s", async (_, text) => {
    expect(await idsFound(text)).toContain(noted);
  });

  it("is not found by a comment, or by the source of its components", async () => {
    expect(await idsFound("wombat")).toEqual([]);
    expect(await idsFound("Aside")).not.toContain(noted);
  });

  it("is in feeds as on the page, without comments", () => {
    const feed = readFileSync(join(folder, "feed.json"), "utf8");
    const { items } = z
      .object({ items: z.array(z.object({ url: z.string(), content_html: z.string() })) })
      .parse(JSON.parse(feed));
    const itemOf = (id: string) =>
      items.find(({ url }) => url.endsWith(`/papers/${id}/`))?.content_html ?? "";
    expect(itemOf(noted)).toContain("Read · 2026-11-03 · 4 of 5 · tags: norms, C++");
    expect(itemOf(noted)).toContain("compare A Paper of My Own.");
    expect(itemOf(noted)).toContain("Of norms and quokkas.");
    expect(itemOf(noted)).not.toContain("Aside");
    expect(itemOf("export-controls-2024-in-review")).toMatch(
      /<pre><code>This note .* ends in \{process\.env\.HOME\}\.\n<\/code><\/pre>$/,
    );
    expect(feed).not.toMatch(/wombat|secret/);
  });

  it("is on no page with its comments", () => {
    expect(pages.filter(({ html }) => html.includes("wombat"))).toEqual([]);
    expect(pages.filter(({ html }) => html.includes("quokkas")).length).toBe(1);
  });
});

describe("the report of restored formulas", () => {
  const report = pagesOfSite(inject("site")).find(({ address }) => address === "/report/formulas/");

  it("shows every restored formula in its context, the least sure first", () => {
    const sure = report?.root
      .querySelectorAll(".formulas-to-check .sure")
      .map(({ text }) => Number.parseInt(text, 10));
    expect(sure?.length).toBeGreaterThan(30);
    expect(sure).toEqual(sure?.toSorted((a, b) => a - b));
    expect(report?.root.querySelectorAll(".context mark .katex").length).toBe(sure?.length);
    expect(report?.root.querySelector("pre")?.text).toMatch(
      /^---\ncorrections:\n {2}formulas:\n {4}- text: '.+'\n {6}latex: '.+'\n---$/,
    );
  });

  it("is not for search engines to index", () => {
    expect(report?.root.querySelector("meta[name=robots]")?.getAttribute("content")).toBe(
      "noindex",
    );
  });

  it("says so if no formula was restored", () => {
    expect(page("/report/formulas/")?.querySelector(".lede")?.text).toMatch(/^No formula/);
  });
});
