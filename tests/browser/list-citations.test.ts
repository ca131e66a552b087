import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { openSite } from "./open-site.ts";

describe("a list without files of citations", () => {
  const { open } = openSite("german", "/papers");
  const part = "[data-cite-list]";

  const address = "/days/2024-05-06/";

  async function exported(page: Page, format: string) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(part).getByRole("link", { name: format }).click(),
    ]);
    return {
      name: download.suggestedFilename(),
      text: readFileSync(await download.path(), "utf8"),
    };
  }

  it("has them made by the browser, in the order of its rows", async () => {
    const { page } = await open(address);
    const ids = await page
      .locator(".papers > li")
      .evaluateAll((all) => all.map((row) => row.getAttribute("data-paper")));
    const { name, text } = await exported(page, "CSL-JSON");
    expect(name).toBe("2024-05-06.json");
    const items = z
      .array(z.object({ id: z.string(), custom: z.object({ offprint: z.string() }).optional() }))
      .parse(JSON.parse(text));
    expect(items.map(({ id, custom }) => custom?.offprint.split(" ")[0] ?? id)).toEqual(ids);
    expect(await page.textContent("[data-cite-status]")).toMatch(
      new RegExp(`^${ids.length} Artikel exportiert`),
    );
  });

  it("has those of papers on its other pages, too", async () => {
    const { page } = await open(address);
    const ids = await page
      .locator(".papers > li")
      .evaluateAll((all) => all.map((row) => row.getAttribute("data-paper")));
    await page.route("**/ids.json", (route) => route.fulfill({ json: [...ids, ...ids] }));
    await page.locator(part).evaluate((all) => all.setAttribute("data-ids", "ids.json"));
    const { text } = await exported(page, "BibTeX");
    expect(text.match(/^@/gm)).toHaveLength(2 * ids.length);
  });

  it("has those of the whole archive, where it has no file of them", async () => {
    const { page } = await open(address);
    const all = readFileSync(join(inject("german"), "papers.ris"), "utf8");
    await page.locator(part).evaluate((list) => list.setAttribute("data-ids", "all"));
    const { text } = await exported(page, "RIS");
    // Pages are at the address from which they were opened.
    const withoutHost = (ris: string) => ris.replace(/https?:\/\/[^/]+\/papers\//g, "");
    const titlesIn = (ris: string) => ris.match(/^(?:TI|UR) {2}- .*/gm)?.sort();
    expect(titlesIn(withoutHost(text))).toEqual(titlesIn(withoutHost(all)));
  });

  it("exports nothing if the files no longer have all papers of the archive", async () => {
    const { page } = await open(address);
    await page.locator(part).evaluate((list) => {
      list.setAttribute("data-ids", "all");
      list.setAttribute("data-total", "99999");
    });
    await page.locator(part).getByRole("link", { name: "RIS" }).click();
    await page.waitForFunction(() =>
      document.querySelector("[data-cite-status]")?.textContent?.startsWith("Nichts"),
    );
  });

  it("says so if a paper cannot be loaded, and exports nothing", async () => {
    const { page } = await open(address);
    await page.route("**/data/papers/**", (route) => route.abort());
    await page.locator(part).getByRole("link", { name: "RIS" }).click();
    await page.waitForFunction(() =>
      document.querySelector("[data-cite-status]")?.textContent?.startsWith("Nichts"),
    );
  });

  it("exports nothing if the file of its ids is not a list", async () => {
    const { page } = await open(address);
    await page.route("**/ids.json", (route) => route.fulfill({ json: {} }));
    await page.locator(part).evaluate((all) => all.setAttribute("data-ids", "ids.json"));
    await page.locator(part).getByRole("link", { name: "RIS" }).click();
    await page.waitForFunction(() =>
      document.querySelector("[data-cite-status]")?.textContent?.startsWith("Nichts"),
    );
  });

  it("makes those of a file that is not on the device", async () => {
    const { page } = await open(address);
    await page.locator(part).evaluate((list) => {
      list.setAttribute("data-ids", "all");
      for (const link of list.querySelectorAll("a")) link.setAttribute("data-is-file", "");
      Object.defineProperty(navigator, "onLine", { value: false });
    });
    const { text } = await exported(page, "BibTeX");
    const made = text.match(/^@/gm)?.length ?? 0;
    const all = readFileSync(join(inject("german"), "papers.bib"), "utf8");
    expect(made).toBe(all.match(/^@/gm)?.length);
    // Links of a file that was published lead to papers of its address, those of one made here to this page's.
    expect(text).toContain(new URL("/papers/", page.url()).href);
  });

  it("leads to those of the whole archive without a script", async () => {
    const { page } = await open(address, { javaScriptEnabled: false });
    expect(await page.locator(`${part} .with-script`).isVisible()).toBe(false);
    expect(await page.locator(`${part} .without-script`).isVisible()).toBe(true);
    const { name, text } = await exported(page, "BibTeX");
    expect(name).toBe("papers.bib");
    expect(text.match(/^@/gm)?.length).toBeGreaterThan(2);
  });
});
