import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
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

  it("move nothing on any kind of page, and are few, as scripts are", async () => {
    const { page, requests, address } = await open("/offline/missing/");
    const shifts: Record<string, number> = {};
    const fonts: Record<string, number> = {};
    const scripts: Record<string, number> = {};
    for (const [index, { kind, address: path }] of kindsOfPage(inject("fixture")).entries()) {
      // Each kind at one of two widths: a page takes half a second.
      await page.setViewportSize({ width: index % 2 === 0 ? 1280 : 390, height: 800 });
      const release = await holdFonts(page);
      const before = requests.length;
      await page.goto(address + path, { waitUntil: "domcontentloaded" });
      // Browsers wait for a tenth of a second before they show text without its font.
      await page.waitForTimeout(250);
      release();
      await page.evaluate(() => document.fonts.ready);
      shifts[kind] = await layoutShift(page);
      await page.unrouteAll({ behavior: "ignoreErrors" });
      const loaded = [...new Set(requests.slice(before))].map((url) => url.slice(address.length));
      fonts[kind] = bytesOf(loaded.filter((file) => file.endsWith(".woff2")));
      scripts[kind] = bytesOf(loaded.filter((file) => file.endsWith(".js")));
    }
    expect(Object.entries(shifts).filter(([, shift]) => shift > 0.02)).toEqual([]);
    expect(Object.keys(shifts)).toEqual(expect.arrayContaining(["home", "days/*", "papers/*"]));
    // What a browser has loaded, whichever way: the text's two files, and those of formulas and accents.
    expect(fonts["about"]).toBeGreaterThan(40_000);
    expect(Object.entries(fonts).filter(([, bytes]) => bytes > 130_000)).toEqual([]);
    const reading = /^(?:home|papers|days|weeks|months|years|topics|authors|organizations)\b/;
    const long = Object.entries(scripts).filter(([, bytes]) => bytes > 15_000);
    expect(long.filter(([kind]) => reading.test(kind))).toEqual([]);
    expect(scripts["home"]).toBeGreaterThan(1_000);
  });
});

/** The bytes of files of the site, compressed as hosts do; fonts are compressed already. */
function bytesOf(files: readonly string[]): number {
  return files
    .map((file) => gzipSync(readFileSync(join(inject("fixture"), file))).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}
