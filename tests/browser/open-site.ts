import type { BrowserContextOptions, Page, Request } from "playwright-core";
import { afterAll, beforeAll, expect, inject, onTestFinished } from "vitest";
import { type Serving, serveFolder } from "../../scripts/serve-folder.ts";
import { sharedBrowser } from "./browser.ts";
import { goTo } from "./settled.ts";
import { recordViolations } from "./violations.ts";

/**
 * A served site and a browser for it. `open` opens a page that knows nothing of earlier visits, and
 * records its requests. A test fails if a page of it violates its Content-Security-Policy.
 *
 * Without options, the first call of a test gives the page of the test before, cleared, because a new
 * one takes a second. That page has no service worker.
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
export function openSite(site: "site" | "fixture" | "german" | "hostile", base = "/"): OpenSite {
  let serving: Serving;
  let kept: WatchedPage | undefined;
  beforeAll(async () => {
    serving = await serveFolder(inject(site), { port: 0, base });
  });
  afterAll(async () => {
    await kept?.page.context().close();
    await serving?.close();
  });

  /** The page that tests have one after the other. */
  async function keptPage(): Promise<WatchedPage> {
    const watched = kept ?? (await newPage({ serviceWorkers: "block" }));
    kept = undefined;
    onTestFinished(async ({ task }) => {
      // What a failed test leaves behind is unknown.
      if (task.result?.state === "fail") return watched.page.context().close();
      await clear(watched, serving.address);
      kept = watched;
    });
    return watched;
  }

  /** A page that is closed after the test: open pages would slow down those that follow. */
  async function ownPage(options: BrowserContextOptions): Promise<WatchedPage> {
    const watched = await newPage(options);
    onTestFinished(() => watched.page.context().close());
    return watched;
  }

  return {
    open: async (path, options) => {
      const { page, violations } = options ? await ownPage(options) : await keptPage();
      const requests: string[] = [];
      const record = (request: Request) => requests.push(request.url());
      page.on("request", record);
      // Runs before the page is closed or cleared: such functions run in reverse order.
      onTestFinished(() => {
        page.off("request", record);
        expect(violations).toEqual([]);
      });
      const address = serving.address + path.replace(/^\//, "");
      // Without scripts, nothing happens after a page is loaded.
      if (options?.javaScriptEnabled === false) await page.goto(address);
      else await goTo(page, address);
      return { page, requests, address: serving.address, violations };
    },
  };
}

interface WatchedPage {
  page: Page;
  violations: string[];
}

const viewport = { width: 1280, height: 900 };

async function newPage(options: BrowserContextOptions): Promise<WatchedPage> {
  const context = await (await sharedBrowser()).newContext({ viewport, ...options });
  // On a busy machine everything takes several times as long.
  context.setDefaultTimeout(90_000);
  const violations = await recordViolations(context);
  return { page: await context.newPage(), violations };
}

/** Makes a page as new: without what a test stored, routed, listens to or emulates. */
async function clear({ page, violations }: WatchedPage, address: string): Promise<void> {
  const context = page.context();
  await Promise.all(
    context
      .pages()
      .filter((other) => other !== page)
      .map((other) => other.close()),
  );
  await page.removeAllListeners("dialog", { behavior: "ignoreErrors" });
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await context.setOffline(false);
  await page.emulateMedia({ media: null, colorScheme: null });
  await page.setViewportSize(viewport);
  // A file of the site without scripts, which could store something again.
  await page.goto(`${address}robots.txt`);
  await page.evaluate(async () => {
    localStorage.clear();
    sessionStorage.clear();
    const databases = await indexedDB.databases();
    for (const { name } of databases) if (name !== undefined) indexedDB.deleteDatabase(name);
    for (const name of await caches.keys()) await caches.delete(name);
  });
  violations.length = 0;
}
