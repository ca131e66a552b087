import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseBibtex } from "@retorquere/bibtex-parser";
import { parseRIS } from "biblatex-csl-converter";
import { describe, expect, inject, it } from "vitest";
import { kindsOfPage, pagesOfSite } from "./built-site.ts";

const seed = inject("site");
const fixture = inject("fixture");
const read = (folder: string, path: string) => readFileSync(join(folder, path), "utf8");
const page = (folder: string, address: string) =>
  pagesOfSite(folder).find((one) => one.address === address)?.root;

describe("a topic's page", () => {
  const topic = page(seed, "/topics/reinforcement-learning/");

  it("describes the topic and counts its papers, in total and by year, with a table", () => {
    expect(topic?.querySelector("h1")?.text).toBe("Reinforcement Learning");
    expect(topic?.querySelector(".list-about")?.text).toMatch(/^\d+ papers/);
    const chart = topic?.querySelector("svg.year-bars");
    expect(chart?.querySelector("title")?.text).toBe("Papers on Reinforcement Learning by year");
    expect(chart?.querySelector("desc")?.text).toMatch(
      /^From \d{4} to 2025\. The most in one year: \d+ in \d{4}\.$/,
    );
    const rows = topic?.querySelectorAll(".numbers tbody tr").map((row) => {
      return Number(row.querySelector("td")?.text);
    });
    const total = Number(/\d+/.exec(topic?.querySelector(".list-about")?.text ?? "")?.[0]);
    expect(rows?.reduce((a, b) => a + b, 0)).toBe(total);
  });

  it("names the other topics of its papers, and not itself", () => {
    const named = topic?.querySelectorAll(".papers .topic").map((a) => a.getAttribute("href"));
    expect(new Set(named).size).toBeGreaterThan(5);
    expect(named).not.toContain("/topics/reinforcement-learning/");
  });

  it("begins with its papers, and has no chart of fewer than four years", () => {
    const html = topic?.toString() ?? "";
    expect(html.indexOf('class="papers')).toBeGreaterThan(0);
    expect(html.indexOf('class="papers')).toBeLessThan(html.indexOf('class="about-topic'));
    const charted = pagesOfSite(seed).filter(
      ({ address, root }) =>
        /^\/topics\/[^/]+\/$/.test(address) && root.querySelector("svg.year-bars"),
    );
    expect(charted.length).toBeGreaterThan(1);
    for (const { address, root } of charted) {
      const counts = root.querySelectorAll(".numbers tbody td").map(({ text }) => Number(text));
      expect(counts.filter((count) => count > 0).length, address).toBeGreaterThan(3);
    }
  });

  it("links to the most discussed papers, to subtopics and to related topics", () => {
    expect(topic?.querySelectorAll(".discussed a").length).toBeGreaterThan(1);
    const links = topic?.querySelectorAll(".topic-neighbours a").map((a) => a.getAttribute("href"));
    expect(links).toContain("/topics/offline-rl/");
    expect(links?.length).toBeGreaterThan(3);
  });
});

describe("the overview of topics", () => {
  it("lists every topic with papers, by family, and no other", () => {
    for (const folder of [seed, fixture]) {
      const listed = page(folder, "/topics/")
        ?.querySelectorAll(".topics h3 a")
        .map((link) => link.getAttribute("href")?.replace(/^\/archive/, "") ?? "");
      const built = pagesOfSite(folder)
        .map(({ address, root }) => ({
          address,
          moved: root.querySelector("[http-equiv=refresh]"),
        }))
        .filter(({ address, moved }) => /^\/topics\/[^/]+\/$/.test(address) && !moved)
        .map(({ address }) => address)
        .filter((address) => address !== "/topics/unsorted/");
      expect(listed?.toSorted()).toEqual(built.toSorted());
    }
  });

  it("links to the unsorted papers if there are any", () => {
    const link = (folder: string, href: string) =>
      page(folder, "/topics/")?.querySelector(`.lede a[href='${href}']`);
    expect(link(fixture, "/archive/topics/unsorted/")).toBeTruthy();
    expect(link(seed, "/topics/unsorted/")).toBeFalsy();
    expect(existsSync(join(seed, "topics/unsorted"))).toBe(false);
  });
});

describe("content/topics.yaml of an owner", () => {
  const topics = page(fixture, "/topics/");

  it("adds a topic and renames another", () => {
    expect(page(fixture, "/topics/markup/")?.querySelector("h1")?.text).toBe("Markup & Signs");
    expect(page(fixture, "/topics/theory/")?.querySelector("h1")?.text).toBe("Theory of Learning");
    expect(topics?.querySelectorAll("h2").map(({ text }) => text)).toContain("More");
  });

  it.each([
    ["merged", "/topics/bandits/", "/archive/topics/reinforcement-learning/"],
    [
      "switched off, with a broader one",
      "/topics/exploration/",
      "/archive/topics/reinforcement-learning/",
    ],
    ["switched off, without one", "/topics/survey/", "/archive/topics/"],
  ])("redirects from a topic that was %s", (_, from, to) => {
    const moved = page(fixture, from);
    expect(moved?.querySelector("[http-equiv=refresh]")?.getAttribute("content")).toBe(
      `0; url=${to}`,
    );
    expect(moved?.querySelector("link[rel=canonical]")?.getAttribute("href")).toBe(
      `https://papers.example${to}`,
    );
    expect(moved?.querySelector("meta[name=robots]")?.getAttribute("content")).toBe("noindex");
    expect(moved?.querySelector("main a")?.getAttribute("href")).toBe(to);
    expect(read(fixture, "_redirects")).toContain(`/archive${from} ${to} 301\n`);
  });

  it("writes no _redirects file if nothing moved", () => {
    expect(existsSync(join(seed, "_redirects"))).toBe(false);
  });
});

describe("citations", () => {
  it.each([
    ["papers.bib", 62],
    ["days/2025-11-13/papers.bib", 62],
    ["topics/reinforcement-learning/papers.bib", 10],
  ])("%s can be read by a BibTeX parser, with unique keys", (path, least) => {
    const { entries, errors } = parseBibtex(read(seed, path), { sentenceCase: false });
    expect(errors.filter(({ error }) => !error.startsWith("unhandled macro"))).toEqual([]);
    expect(entries.length).toBeGreaterThanOrEqual(least);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
    expect(entries.filter(({ fields }) => fields.author)).toEqual([]);
  });

  it("contain the same papers in RIS and CSL-JSON", () => {
    const items: { id: string; title: string }[] = JSON.parse(read(seed, "papers.json"));
    const ris = read(seed, "papers.ris");
    expect(items.length).toBe(62);
    expect(Object.keys(parseRIS(ris).entries).length).toBe(62);
    for (const { title } of items) expect(ris).toContain(`TI  - ${title}\r\n`);
  });

  it("of one paper are on its page as text, with links to their files", () => {
    const cite = page(seed, kindsOfPage.paper)?.querySelector(".cite");
    const forms = cite
      ?.querySelectorAll("section")
      .map((section) => section.querySelector("pre")?.text.slice(0, 8));
    expect(forms).toEqual(["@misc{ve", "Verbaliz"]);
    const id = "verbalized-sampling-how-to-mitigate-mode-collapse-and";
    const files = cite?.querySelectorAll("[download]").map((link) => link.getAttribute("download"));
    expect(files).toEqual([`${id}.bib`, `${id}.ris`, `${id}.json`]);
    expect(cite?.querySelectorAll("pre").at(-1)?.text).toMatch(
      /^Verbalized Sampling: .+\. 2025\.$/,
    );
    expect(cite?.querySelector("pre")?.text).toContain("Unlock {LLM} Diversity");
  });

  it("never contain the number of authors, and leave out Google Scholar's tags without names", () => {
    for (const file of ["papers.bib", "papers.ris", "papers.json"]) {
      expect(read(seed, file)).not.toMatch(/\d+ authors/);
    }
    const tagged = pagesOfSite(seed).filter(({ html }) => html.includes('name="citation_'));
    expect(tagged.map(({ address }) => address)).toEqual([]);
  });

  it("are COinS in lists that readers import, and not on a paper's own page", () => {
    for (const list of [kindsOfPage.day, kindsOfPage.week, kindsOfPage.topic]) {
      const rows = page(seed, list)?.querySelectorAll(".papers > li") ?? [];
      expect(rows.length, list).toBeGreaterThan(20);
      expect(
        rows.filter((row) => !row.querySelector(".Z3988")),
        list,
      ).toEqual([]);
    }
    for (const other of [kindsOfPage.home, kindsOfPage.month, kindsOfPage.paper]) {
      expect(page(seed, other)?.querySelector(".Z3988"), other).toBeNull();
    }
  });
});

describe("the calendar", () => {
  it("links every day with papers, and has a table of its numbers", () => {
    const days = pagesOfSite(seed)
      .map(({ address }) => address)
      .filter((address) => /^\/days\/\d{4}-\d\d-\d\d\/$/.test(address));
    const root = page(seed, "/years/");
    const linked = root?.querySelectorAll("svg.calendar a").map((a) => a.getAttribute("href"));
    expect(linked?.toSorted()).toEqual(days.toSorted());
    const sums = root
      ?.querySelectorAll(".numbers tbody tr")
      .map((row) => Number(row.querySelectorAll("td")[0]?.text));
    // Days whose papers all have another date are outlined and not counted.
    const counted = root?.querySelectorAll("svg.calendar a rect:not(.elsewhere)").length;
    expect(sums?.reduce((a, b) => a + b, 0)).toBe(counted);
    const papers = root
      ?.querySelectorAll(".numbers tbody tr")
      .map((row) => Number(row.querySelectorAll("td")[1]?.text));
    expect(papers?.reduce((a, b) => a + b, 0)).toBe(62);
  });

  it("of one year is on the first page of the year", () => {
    const linked = page(seed, "/years/2025/")?.querySelectorAll("svg.calendar a");
    expect(linked?.map((link) => link.getAttribute("href"))).toContain("/days/2025-11-13/");
  });

  it("and the other charts take less than 40 kB of their pages", () => {
    for (const folder of [seed, fixture]) {
      for (const address of ["/years/", "/years/2025/", "/topics/"]) {
        const charts = page(folder, address)?.querySelectorAll("svg, .numbers") ?? [];
        const bytes = charts.reduce((sum, chart) => sum + chart.toString().length, 0);
        expect(bytes, address).toBeLessThan(40_000);
      }
    }
  });
});
