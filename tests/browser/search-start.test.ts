import { describe, expect, it } from "vitest";
import { layoutShift } from "./layout-shift.ts";
import { openSite } from "./open-site.ts";
import { settled } from "./settled.ts";

describe("the search page", () => {
  const { open } = openSite("site");

  it("names the query in its title, and moves nothing while results come", async () => {
    const { page } = await open("/search/?q=policy");
    await page.waitForSelector("#search-results li");
    await settled(page);
    expect(await page.title()).toMatch(/^“policy” · Search/);
    expect(await layoutShift(page)).toBeLessThan(0.02);
  });

  it("moves nothing if the files of the index come late, and shows four results before the others", async () => {
    const { page } = await open("/");
    const counts: number[] = [];
    await page.route(/search\/parts\/|pagefind\//, async (route) => {
      const isText = /parts\/texts\//.test(route.request().url());
      // The fifth result and those after it are the last that come.
      await new Promise((done) => setTimeout(done, isText ? 150 * counts.push(1) : 150));
      await route.continue();
    });
    await page.goto(new URL("/search/?q=policy", page.url()).href);
    await page.waitForSelector("#search-results li");
    expect(await page.locator("#search-results > li").count()).toBe(4);
    expect(await page.textContent("#search-status")).toMatch(/^\d+ papers for “policy”/);
    await page.waitForSelector("#search-more:visible");
    expect(await page.locator("#search-results > li").count()).toBe(10);
    await settled(page);
    expect(await layoutShift(page)).toBeLessThan(0.02);
    await page.unroute(/search\/parts\/|pagefind\//);
  });

  it("has four results on a laptop's screen, with excerpts of three lines at most", async () => {
    const { page } = await open("/search/?q=policy");
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.waitForSelector("#search-results li");
    const { whole, lines } = await page.evaluate(() => {
      const rows = [...document.querySelectorAll("#search-results > li")];
      const excerpts = [...document.querySelectorAll<HTMLElement>(".search-excerpt")];
      return {
        whole: rows.filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length,
        lines: excerpts.map(
          (one) => one.offsetHeight / Number.parseFloat(getComputedStyle(one).lineHeight),
        ),
      };
    });
    expect(whole).toBeGreaterThanOrEqual(4);
    expect(Math.max(...lines)).toBeLessThan(3.2);
  });

  it("shows what can be asked, with examples that find papers, until something is", async () => {
    const { page } = await open("/search/");
    await page.waitForSelector("#search-start li");
    const examples = page.locator("#search-start section").first().locator("a");
    expect(await examples.count()).toBeGreaterThan(2);
    for (const address of await examples.evaluateAll((all) =>
      all.map((a) => Reflect.get(a, "href")),
    )) {
      await page.goto(String(address));
      await page.waitForSelector("#search-results li");
      expect(await page.locator("#search-start").isVisible()).toBe(false);
    }
  });

  it("clears all filters at once", async () => {
    const { page } = await open("/search/?q=policy&has=code&year=2025");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.waitForFunction(() => location.search === "?q=policy");
    await page.waitForSelector("#search-results li");
    expect(await page.locator(".facet input:checked").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Clear filters" }).count()).toBe(0);
  });

  it("has what Zotero reads of each result", async () => {
    const { page } = await open("/search/?q=determinantal");
    await page.waitForSelector("#search-results .Z3988", { state: "attached" });
    const titles = await page
      .locator("#search-results .Z3988")
      .evaluateAll((all) => all.map((one) => one.getAttribute("title") ?? ""));
    expect(titles).toHaveLength(await page.locator("#search-results > li").count());
    expect(new URLSearchParams(titles[0]).get("rft.title")).toMatch(/^Weighted least-squares/);
  });
});
