import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { pagesOfSite } from "./built-site.ts";

const sites = [
  { name: "the seed under /", folder: inject("site"), base: "/" },
  { name: "the fixture under /archive", folder: inject("fixture"), base: "/archive/" },
];

describe.each(sites)("the map of $name", ({ folder, base }) => {
  const pages = pagesOfSite(folder);
  // The pages of former addresses are no papers.
  const papers = pages.filter(
    ({ address, root }) =>
      address.startsWith("/papers/") && !root.querySelector('meta[name="robots"]'),
  );
  const root = pages.find(({ address }) => address === "/explore/")?.root;
  const data: Record<string, unknown[]> = JSON.parse(
    readFileSync(join(folder, "explore/map.json"), "utf8"),
  );

  it("has a dot, a link with a name, and a list item for every paper", () => {
    const dots = root?.querySelectorAll(".map-dots path").map((path) => path.getAttribute("d"));
    expect(dots?.join("").match(/M\d+ \d+h0/g)).toHaveLength(papers.length);
    const links = root?.querySelectorAll("#map-links a") ?? [];
    const addresses = papers.map(({ address }) => base + address.slice(1)).sort();
    expect(links.map((link) => link.getAttribute("href")).sort()).toEqual(addresses);
    for (const link of links) {
      expect(link.getAttribute("aria-label")).toBe(link.querySelector("title")?.text);
    }
    const list = root?.querySelectorAll("#map-papers a") ?? [];
    expect(list.map((link) => link.getAttribute("href")).sort()).toEqual(addresses);
  });

  it("lists papers newest first by the dates that it shows", () => {
    const said = root?.querySelectorAll("#map-papers .label").map(({ text }) => text.trim()) ?? [];
    expect(said).toEqual(data["date"]);
    expect(said.filter((date) => !/\d{4}$/.test(date))).toEqual([]);
    const times = said.map((date) => Date.parse(date));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it("labels regions by their topics, on a wide picture and on a narrow one", () => {
    for (const picture of ["wide", "narrow"]) {
      const regions = root?.querySelectorAll(`.region.${picture}`) ?? [];
      // Between more than a hundred dots, a picture for phones has no room for names.
      const fewest = picture === "narrow" && papers.length > 100 ? 0 : 2;
      expect(regions.length).toBeGreaterThanOrEqual(fewest);
      // The picture shows them; the list and the cards say the same to screen readers.
      for (const region of regions) expect(region.getAttribute("aria-hidden")).toBe("true");
    }
    expect(data["regions"]?.length).toBeGreaterThan(2);
  });

  it("has the topic and the first sentence of every paper", () => {
    expect(data["topics"]?.length).toBeGreaterThan(2);
    const sentences: string[] = JSON.parse(
      readFileSync(join(folder, "explore/sentences/0.json"), "utf8"),
    );
    expect(sentences).toHaveLength(papers.length);
    expect(sentences.filter((sentence) => /[.?!…]”?$/.test(sentence)).length).toBeGreaterThan(
      papers.length / 2,
    );
  });

  it("has a legend with a checkbox for each family, and numbers that add up", () => {
    const counts = root?.querySelectorAll(".families .count").map(({ text }) => Number(text)) ?? [];
    expect(counts.reduce((a, b) => a + b, 0)).toBe(papers.length);
    expect(root?.querySelectorAll(".families input").length).toBe(counts.length);
    expect(root?.querySelectorAll(".map-dots path").length).toBe(counts.length);
  });

  it("has the legend above the picture, and the tools that need a zoomed map last", () => {
    const html = root?.toString() ?? "";
    expect(html.indexOf('class="families"')).toBeGreaterThan(0);
    expect(html.indexOf('class="families"')).toBeLessThan(html.indexOf('id="map"'));
    const idle = root
      ?.querySelectorAll(".map-tools button")
      .map((one) => one.hasAttribute("disabled"));
    expect(idle?.toSorted()).toEqual(idle);
    expect(idle?.slice(0, 2)).toEqual([false, false]);
  });

  it("loads the same papers from one file", () => {
    for (const name of ["x", "y", "family", "topic", "title", "date", "address"]) {
      expect(data[name]).toHaveLength(papers.length);
    }
    expect(data["address"]?.toSorted()).toEqual(
      papers.map(({ address }) => base + address.slice(1)).sort(),
    );
  });

  it("is in the navigation of every page", () => {
    for (const { address, root: page } of pages) {
      const links = page.querySelectorAll(".masthead nav a");
      const hrefs = links.map((link) => link.getAttribute("href"));
      expect(hrefs, address).toContain(`${base}explore/`);
    }
  });
});
