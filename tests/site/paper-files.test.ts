import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { zoteroItem } from "../fixtures/embedded-metadata.ts";
import { hardId } from "../fixtures/hard-paper.ts";
import { kindsOfPage, pagesOfSite } from "./built-site.ts";

const read = (address: string, file: string) =>
  readFileSync(join(inject("site"), address, file), "utf8");

describe("the files beside the page of a paper", () => {
  it("are its citation with the whole abstract and its topics, and its text", () => {
    const bib = read(kindsOfPage.paper, "paper.bib");
    expect(bib).toContain("helps unlock pre-trained generative diversity.},");
    expect(bib).toMatch(/keywords = \{.*Large Language Models/);
    expect(read(kindsOfPage.paper, "paper.ris")).toMatch(
      /\r\nAB {2}- Post-training.*diversity\.\r\n/,
    );
    expect(JSON.parse(read(kindsOfPage.paper, "paper.json"))).toMatchObject([
      { title: expect.stringMatching(/^Verbalized Sampling/), abstract: expect.any(String) },
    ]);
    expect(read(kindsOfPage.paper, "paper.md")).toMatch(
      /^# Verbalized Sampling.*\n[\s\S]+diversity\.\n$/,
    );
  });

  it("are the same for every paper", () => {
    const folder = join(inject("site"), "papers");
    const wrong = readdirSync(folder).filter((id) => {
      const files = readdirSync(join(folder, id)).filter((name) =>
        /\.(?:bib|ris|json|md)$/.test(name),
      );
      const isMoved = readFileSync(join(folder, id, "index.html"), "utf8").includes(
        'http-equiv="refresh"',
      );
      return files.length !== (isMoved ? 0 : 4);
    });
    expect(wrong).toEqual([]);
  });
});

describe("Zotero", () => {
  const items = (folder: string) =>
    pagesOfSite(folder)
      .filter(({ address }) => address.startsWith("/papers/"))
      .map(({ address, html, root }) => ({ address, root, item: zoteroItem(html, address) }));

  it("takes a paper without authors for a page with its title, whole abstract and date", () => {
    const found = items(inject("site"));
    expect(found.length).toBeGreaterThan(60);
    for (const { address, root, item } of found) {
      expect(item.title, address).not.toContain("Offprint");
      expect(item, address).toMatchObject({ itemType: "webpage", creators: [] });
      const shown = root.querySelector(".facts-line time")?.getAttribute("datetime");
      expect(item.fields["date"], address).toBe(shown);
      expect(item.fields["abstractNote"]?.length, address).toBeGreaterThan(300);
    }
    expect(found.some(({ item }) => item.fields["date"] === undefined)).toBe(true);
  });

  it("takes a paper with authors for what it is", () => {
    const hard = items(inject("fixture")).find(({ address }) => address.includes(hardId));
    expect(hard?.item).toMatchObject({
      itemType: "conferencePaper",
      pdf: `https://arxiv.org/pdf/${hardId}`,
      fields: { date: "2020", url: `https://arxiv.org/abs/${hardId}` },
    });
    expect(hard?.item.creators).toHaveLength(573);
    expect(hard?.item.creators[0]).toMatchObject({ lastName: "Family0", firstName: "Given" });
  });
});
