import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { describe, expect, inject, it } from "vitest";
import { pagesOfSite } from "./built-site.ts";

const fixture = inject("fixture");
const pages = pagesOfSite(fixture);
const page = (address: string) => pages.find((one) => one.address === address)?.root;
/** Where a page sends its readers. */
const target = (address: string) =>
  page(address)
    ?.querySelector("[http-equiv=refresh]")
    ?.getAttribute("content")
    ?.replace("0; url=", "");
const honey = ["/papers/2001.00001/", "/papers/a-study-of-honey/"];
const wax = "/papers/10.1000-wax-1/";

describe("the address of a paper that is gone", () => {
  it("has a page that says so, with the title that the paper had there", () => {
    const heads = honey.map((address) => page(address)?.querySelector(".page-head"));
    expect(heads.map((head) => head?.querySelector("h1")?.text)).toEqual([
      "A Study of <b>Honey</b> & Wax",
      "A Study of Honey",
    ]);
    for (const head of heads) {
      expect(head?.querySelector(".lede")?.text).toBe("This archive no longer has this paper.");
      const links = head?.querySelectorAll("a").map((link) => link.getAttribute("href"));
      expect(links).toEqual([
        "https://arxiv.org/abs/2001.00001",
        "https://doi.org/10.1000/honey%3C1%3E",
        "/archive/",
        "/archive/years/",
        "/archive/topics/",
      ]);
      expect(head?.querySelector("form")?.getAttribute("action")).toBe("/archive/search/");
    }
  });

  it("says of a paper that the owner removed that it was removed", () => {
    const head = page(wax)?.querySelector(".page-head");
    expect(head?.querySelector("h1")?.text).toBe("Wax and Honesty");
    expect(head?.querySelector(".lede")?.text).toBe("This paper was removed from this archive.");
  });

  it("is not for search engines, and leads nowhere by itself", () => {
    for (const address of [...honey, wax]) {
      const root = page(address);
      expect(root?.querySelector("meta[name=robots]")?.getAttribute("content")).toBe("noindex");
      expect(root?.querySelector("link[rel=canonical], [http-equiv=refresh]")).toBeNull();
      expect(readFileSync(join(fixture, "_redirects"), "utf8")).not.toContain(address);
    }
  });

  it("is on no other page, and in no list, feed, citation or index", () => {
    const naming = globSync("**/*.{html,xml,json,bib,ris,js,txt}", { cwd: fixture })
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) =>
        /a-study-of-honey|2001\.00001|10\.1000-wax-1|Wax and Honesty/.test(
          readFileSync(join(fixture, path), "utf8"),
        ),
      );
    const own = [...honey, wax].map((address) => `${address.slice(1)}index.html`);
    // The files that a reader can keep offline are listed there.
    expect(naming.filter((path) => !path.startsWith("offline/")).toSorted()).toEqual(
      own.toSorted(),
    );
  });
});

describe("the address of a page of the owner's that is gone", () => {
  it("has a page that says so and links to the pages that there are", () => {
    const head = page("/talks/2020/")?.querySelector(".page-head");
    expect(head?.querySelector("h1")?.text).toBe("Talks of 2020");
    expect(head?.querySelector(".lede")?.text).toBe("This page is no longer here.");
    const links = head?.querySelectorAll("a").map((link) => link.getAttribute("href"));
    expect(links).toContain("/archive/how-i-read/");
  });

  it("leads to the page that names it, but never away from a page that exists", () => {
    expect(target("/reading/")).toBe("/archive/how-i-read/");
    expect(page("/topics/")?.querySelector("[http-equiv=refresh]")).toBeNull();
    expect(inject("fixtureReport")).toMatch(
      /how-i-read\.mdx {2}warning {2}\/topics\/ .*\[alias-taken\]/,
    );
  });
});

describe("a list without papers", () => {
  it.each([
    ["/days/1999-02-03/", "/archive/years/"],
    ["/days/2014-02-03/", "/archive/years/2014/"],
    ["/weeks/1999-W05/", "/archive/years/"],
    ["/organizations/beekeepers/", "/archive/organizations/"],
    ["/authors/karl-von-frisch/", "/archive/authors/"],
    ["/topics/honeycombs/", "/archive/topics/"],
    ["/topics/waggle-dances/", "/archive/topics/reinforcement-learning/"],
  ])("%s leads to %s", (from, to) => {
    expect(target(from)).toBe(to);
  });
});

describe("the feeds and citations of a topic that was merged or deleted", () => {
  const read = (path: string) => readFileSync(join(fixture, path), "utf8");

  it.each(["bandits", "exploration", "waggle-dances"])("%s are those of its successor", (id) => {
    const files = ["feed.xml", "feed.rss", "feed.json", "papers.bib", "papers.ris", "papers.json"];
    for (const name of files) {
      const now = read(`topics/reinforcement-learning/${name}`);
      expect(now.length).toBeGreaterThan(100);
      expect(read(`topics/${id}/${name}`), name).toBe(now);
    }
  });

  it("are an empty feed that says so, where no topic follows", () => {
    const atom = parseAtomFeed(read("topics/honeycombs/feed.xml"));
    expect(atom).toMatchObject({
      title: { value: "Honeycombs · Fixture Papers" },
      subtitle: { value: "This archive no longer has papers on Honeycombs." },
    });
    expect(atom.entries ?? []).toEqual([]);
    const json = parseJsonFeed(JSON.parse(read("topics/honeycombs/feed.json")));
    expect(json.items ?? []).toEqual([]);
  });

  it.each(["topics/honeycombs", "days/1999-02-03"])(
    "are empty files of citations at %s",
    (list) => {
      const texts = ["bib", "ris", "json"].map((extension) => read(`${list}/papers.${extension}`));
      expect(texts.slice(0, 2)).toEqual(["", ""]);
      expect(JSON.parse(texts[2] ?? "")).toEqual([]);
    },
  );
});

it("leads to the paper where that has another address now", () => {
  const [title, to] = [
    "Waggle Dances as Policy Gradients",
    "/archive/papers/waggle-dances-as-policy-gradients/",
  ];
  expect(target("/papers/dances-of-bees/")).toBe(to);
  expect(page("/papers/dances-of-bees/")?.querySelector("main a")?.text).toBe(title);
});
