import { describe, expect, it } from "vitest";
import { openSite } from "./open-site.ts";
import { goTo, reload } from "./settled.ts";

describe("the page of new papers", () => {
  const { open } = openSite("site");

  it("shows what is new since the reader last looked, and says so if nothing is", async () => {
    const { page, address } = await open("/new/");
    await page.getByText("First visit on this device.").waitFor();
    // The previous visit was two days ago, before the first three papers were there.
    await page.evaluate(() => {
      const key = "offprint:/:visits";
      const { last } = JSON.parse(localStorage.getItem(key) ?? "");
      const at = new Date(Date.now() - 2 * 86_400_000).toISOString();
      const look = { at, seen: last.look.seen.slice(3 * 7) };
      localStorage.setItem(key, JSON.stringify({ last: { at, look } }));
    });
    await reload(page);
    expect(await page.textContent("#news-status")).toMatch(
      /^3 papers added since you last looked here on /,
    );
    expect(await page.locator("#news li[data-paper] .mark").count()).toBe(6);
    await reload(page);
    expect(await page.locator("#news li").count()).toBe(3);
    await page.evaluate(() => {
      const key = "offprint:/:visits";
      const { last } = JSON.parse(localStorage.getItem(key) ?? "");
      const at = new Date(Date.now() - 86_400_000).toISOString();
      localStorage.setItem(key, JSON.stringify({ last: { ...last, at } }));
    });
    await goTo(page, `${address}new/`);
    expect(await page.textContent("#news-status")).toMatch(
      /^No new papers since you last looked here on /,
    );
  });
});
