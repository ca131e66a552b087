import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { kindsOfPage } from "../../scripts/lighthouse/kinds-of-page.ts";
import { layoutShift } from "./layout-shift.ts";
import { openSite } from "./open-site.ts";

/** Holds the fonts of a page back until the function that this returns is called. */
async function holdFonts(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((done) => {
    release = done;
  });
  await page.route("**/*.woff2", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

describe("fonts that come after the first paint", () => {
  const { open } = openSite("fixture", "/archive");

  it("move nothing on any kind of page", async () => {
    const { page, requests, address } = await open("/offline/missing/");
    const shifts: Record<string, number> = {};
    for (const [index, { kind, address: path }] of kindsOfPage(inject("fixture")).entries()) {
      // Each kind at one of two widths: a page takes half a second.
      await page.setViewportSize({ width: index % 2 === 0 ? 1280 : 390, height: 800 });
      const release = await holdFonts(page);
      await page.goto(address + path, { waitUntil: "domcontentloaded" });
      // Browsers wait for a tenth of a second before they show text without its font.
      await page.waitForTimeout(250);
      release();
      await page.evaluate(() => document.fonts.ready);
      shifts[kind] = await layoutShift(page);
      await page.unrouteAll({ behavior: "ignoreErrors" });
    }
    expect(Object.entries(shifts).filter(([, shift]) => shift > 0.02)).toEqual([]);
    expect(Object.keys(shifts)).toEqual(expect.arrayContaining(["home", "days/*", "papers/*"]));
    const late = requests.filter((url) => url.endsWith(".woff2"));
    expect(late.length).toBeGreaterThan(Object.keys(shifts).length);
  });
});
