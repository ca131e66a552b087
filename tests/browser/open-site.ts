import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, onTestFinished } from "vitest";
import { type Serving, serveFolder } from "../../scripts/serve-folder.ts";
import { recordViolations } from "./violations.ts";

/**
 * A served site and a browser for it. `open` opens a page and records its requests. A test fails if a
 * page of it violates its Content-Security-Policy.
 */
export interface OpenSite {
  open: (path: string, options?: BrowserContextOptions) => Promise<Opened>;
}

export interface Opened {
  page: Page;
  /** Every address that the page requested. */
  requests: string[];
  address: string;
  /** What pages did against their policy. A test that provokes some empties it at its end. */
  violations: string[];
}

/** Serves a built site and starts Chromium for the tests of a file. */
export function openSite(site: "site" | "fixture", base = "/"): OpenSite {
  let serving: Serving;
  let browser: Browser;
  beforeAll(async () => {
    serving = await serveFolder(inject(site), { port: 0, base });
    browser = await chromium.launch({
      executablePath: inject("chromium"),
      // Chromium's sandbox does not work for root in a container; the rest stops requests to its vendor.
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
  });
  return {
    open: async (path, options = {}) => {
      const context = await browser.newContext(options);
      // Open pages would slow down the tests that follow.
      onTestFinished(() => context.close());
      // On a busy machine everything takes several times as long.
      context.setDefaultTimeout(90_000);
      const violations = await recordViolations(context);
      onTestFinished(() => expect(violations).toEqual([]));
      const page = await context.newPage();
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      const address = serving.address + path.replace(/^\//, "");
      await page.goto(address, { waitUntil: "networkidle" });
      return { page, requests, address: serving.address, violations };
    },
  };
}
