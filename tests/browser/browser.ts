import { type Browser, chromium } from "playwright-core";
import { afterAll, inject } from "vitest";

let browser: Promise<Browser> | undefined;

afterAll(async () => (await browser)?.close());

/** The Chromium of a test file. It starts when it is first needed and ends with the file. */
export function sharedBrowser(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: inject("chromium"),
    args: [
      // Chromium's sandbox does not work for root in a container.
      "--no-sandbox",
      "--disable-gpu",
      // Requests to its vendor.
      "--disable-background-networking",
      "--no-first-run",
      // No page embeds another site's, so one process for each browser context is enough.
      "--disable-site-isolation-trials",
      "--process-per-site",
    ],
  });
  return browser;
}
