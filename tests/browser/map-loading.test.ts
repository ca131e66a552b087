import { describe, expect, it } from "vitest";
import { listed } from "./map-helpers.ts";
import { openSite } from "./open-site.ts";

describe("what the map loads", () => {
  const { open } = openSite("site");

  it("leaves the focus of a reader who was in the list before it came", async () => {
    const { page, address } = await open("/");
    let answer = () => {};
    const isAsked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/map.json", async (route) => {
      await isAsked;
      await route.continue();
    });
    await page.goto(`${address}explore/`);
    const link = page.locator("#map-papers a").nth(2);
    await link.focus();
    const title = await link.textContent();
    answer();
    await page.waitForSelector("#map-papers [data-paper]");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(title);
  });

  it("may fail for the titles of a large map, which the page says, and tries again when they are needed", async () => {
    const { page } = await open("/about/");
    await page.route("**/map.json", async (route) => {
      const answer = await route.fetch();
      const map = await answer.json();
      for (const column of ["title", "date", "address"]) map[column].length = 10;
      await route.fulfill({ json: map });
    });
    await page.route("**/texts.json", (route) => route.abort());
    await page.click(".masthead a[href$='/explore/']");
    await page.waitForSelector("#map.live");
    const failed = "could not be loaded";
    await page.locator("#map-status").getByText(failed).waitFor();
    expect(await listed(page)).toEqual([]);

    await page.focus("#map .here");
    await page.locator(".tip").getByText("13 November 2025").waitFor();
    await page.keyboard.press("End");
    await page.locator(".tip").getByText(failed).waitFor();
    await page.locator("#map [aria-live]").getByText(failed).waitFor();
    expect(await page.getAttribute("#map .here", "href")).toBe("#map");

    await page.unroute("**/texts.json");
    await page.getByRole("button", { name: "More papers" }).click();
    await page.waitForSelector("#map-papers li");
    expect(await page.textContent("#map-status")).toMatch(/^62 papers/);
    await page.focus("#map .here");
    await page.keyboard.press("End");
    await page.locator("#map .here[href*='/papers/']").waitFor();
  });
});
