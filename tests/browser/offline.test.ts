import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { writeOfflineFiles } from "../../src/astro/offline-site.ts";
import { sharedBrowser } from "./browser.ts";
import { type UnsteadySite, unsteadySite } from "./unsteady-site.ts";

const root = resolve(import.meta.dirname, "../..");
const paper = "papers/verbalized-sampling-how-to-mitigate-mode-collapse-and/";
const title = "Verbalized Sampling: How to Mitigate Mode Collapse and Unlock LLM Diversity";
const withFormulas = "papers/best-of-majority-minimax-optimal-strategy-for-pass/";

let secondBuild: string;
let site: UnsteadySite;
let page: Page;

beforeAll(async () => {
  secondBuild = await nextBuildOf(inject("site"));
});
afterAll(async () => {
  await rm(secondBuild, { recursive: true, force: true });
});
beforeEach(async () => {
  site = await unsteadySite(inject("site"));
  const context = await (await sharedBrowser()).newContext();
  // On a busy machine everything takes several times as long.
  context.setDefaultTimeout(90_000);
  page = await context.newPage();
});
afterEach(async () => {
  await page.context().close();
  await site.stop().catch(() => {});
});

/** A later build of a site: one page has changed, one is gone, one is new. */
async function nextBuildOf(folder: string): Promise<string> {
  const next = await mkdtemp(join(tmpdir(), "offprint-second-build-"));
  await cp(folder, next, { recursive: true });
  await rm(join(next, "offline"), { recursive: true });
  await cp(join(folder, "offline/index.html"), join(next, "offline/index.html"));
  await cp(join(folder, "offline/missing"), join(next, "offline/missing"), { recursive: true });
  const about = join(next, "about/index.html");
  const text = await readFile(about, "utf8");
  await writeFile(about, text.replace("About this archive</h1>", "About the second build</h1>"));
  await mkdir(join(next, "papers/a-new-one"));
  await cp(about, join(next, "papers/a-new-one/index.html"));
  await rm(join(next, withFormulas), { recursive: true });
  await writeOfflineFiles(next, { root, base: "/", language: "en" });
  return next;
}

const go = (path: string) => page.goto(site.address + path);
const timeOf = async (act: () => Promise<unknown>) => {
  const started = performance.now();
  await act();
  return performance.now() - started;
};
const heading = () => page.textContent("h1");
const status = () => page.textContent("#offline-status");
const statusSays = (text: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector("#offline-status")?.textContent?.includes(wanted),
    text,
  );

/** Visits a page and waits until the worker has stored it with its files. */
async function visit(path: string): Promise<void> {
  await go(path);
  const stored = () =>
    page.evaluate(async (address) => {
      const files = performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .filter((name) => name.includes("/_astro/"));
      const inCaches = await Promise.all([address, ...files].map((url) => caches.match(url)));
      const { active } = await navigator.serviceWorker.ready;
      return active?.state === "activated" && inCaches.every((found) => found !== undefined);
    }, site.address + path);
  await expect.poll(stored, { timeout: 90_000 }).toBe(true);
}

async function buildIn(folder: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, "offline/build.json"), "utf8")).build;
}

/** The build that is stored completely in a page's browser. */
function buildOn(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open("offprint /");
        opening.onsuccess = () => {
          const asking = opening.result.transaction("keeping").objectStore("keeping").get("state");
          asking.onsuccess = () => {
            opening.result.close();
            done(asking.result?.kept?.build);
          };
        };
      }),
  );
}

async function downloadAll(): Promise<void> {
  await go("offline/");
  await statusSays("to download");
  await page.click("[data-act=keep]");
  await statusSays("The whole archive is on this device");
}

describe("a visited page", () => {
  it("can be read again without the server; another page is reported as not on the device", async () => {
    await visit(paper);
    await site.stop();
    await page.reload();
    expect(await heading()).toBe(title);
    expect(await page.evaluate(() => document.fonts.check("1em 'Offprint Serif'"))).toBe(true);
    const answer = await go("topics/");
    expect(answer?.status()).toBe(503);
    expect(await heading()).toBe("Not available offline");
    await page.click(`#offline-pages a:has-text("Verbalized Sampling")`);
    expect(await heading()).toBe(title);
  });

  it("is shown as it is on the server now", async () => {
    await visit("about/");
    site.folder = secondBuild;
    await page.reload();
    expect(await heading()).toBe("About the second build");
  });

  it("is shown if the network does not respond or the server fails", async () => {
    await visit(paper);
    site.mood = "hang";
    await page.reload();
    expect(await heading()).toBe(title);
    site.mood = "broken";
    await page.reload();
    expect(await heading()).toBe(title);
  });

  it("is removed when the reader asks for it", async () => {
    await visit(paper);
    await go("offline/");
    await page.click("[data-act=forget]");
    await page.waitForSelector("#offline-read", { state: "hidden" });
    await site.stop();
    await go(paper);
    expect(await heading()).toBe("Not available offline");
  });
});

describe("a saved paper", () => {
  it("can be read without the server though it was never opened, and so can the lists", async () => {
    await visit("");
    const first = page.locator("li[data-paper]").first();
    const id = await first.getAttribute("data-paper");
    const name = (await first.locator("h3").textContent())?.trim();
    await first.getByRole("button", { name: "Save:" }).click();
    const stored = () =>
      page.evaluate(
        async (url) => (await caches.match(url)) !== undefined,
        `${site.address}papers/${id}/`,
      );
    await expect.poll(stored, { timeout: 90_000 }).toBe(true);
    await site.stop();
    await go("saved/");
    expect(await page.textContent("#saved-status")).toBe("1 paper saved");
    await page.getByRole("button", { name: "BibTeX" }).click();
    await page.getByText("1 paper exported as BibTeX").waitFor();
    await page.click("#saved-lists h3 a");
    expect((await heading())?.trim()).toBe(name);
    await expect.poll(() => page.locator(".mark[aria-pressed=true]").count()).toBe(1);
    await go(`shared/#${id},2399.99999`);
    await page.getByText("1 of the 2 papers in this list can be shown").waitFor();
    expect((await page.textContent("#shared-list h2"))?.trim()).toBe(name);
    expect(await page.textContent("#shared-missing")).toContain("“2399.99999”");
    expect((await go("new/"))?.status()).toBe(200);
  });
});

describe("the worker of a half-published build", () => {
  it("does not replace that of a complete one", async () => {
    await visit("about/");
    const mixed = await mkdtemp(join(tmpdir(), "offprint-mixed-"));
    await cp(site.folder, mixed, { recursive: true });
    const newer = join(mixed, "offline/index.html");
    const text = await readFile(newer, "utf8");
    await writeFile(
      newer,
      text
        .replace(/_astro\/Page\.[\w-]+\.css/, "_astro/Page.of-another-build.css")
        .replace("Read offline</h1>", "Half of each</h1>"),
    );
    const worker = join(mixed, "service-worker.js");
    await writeFile(worker, `${await readFile(worker, "utf8")}\n// another build\n`);
    site.folder = mixed;
    site.requests = [];
    await go("topics/");
    const asked = () => site.requests.includes("offline/");
    await expect.poll(asked, { timeout: 90_000 }).toBe(true);
    await page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return !registration?.installing && !registration?.waiting;
    });
    await site.stop();
    await go("offline/");
    expect(await heading()).toBe("Read offline");
    await rm(mixed, { recursive: true });
  });
});

describe("a downloaded archive", () => {
  it("shows its state while the server does not respond, and waits for it only once", async () => {
    await downloadAll();
    site.mood = "hang";
    const firstWait = await timeOf(() => go("offline/"));
    await statusSays("The whole archive is on this device");
    expect(await timeOf(() => go(paper))).toBeLessThan(firstWait);
    expect(await heading()).toBe(title);
  });

  it("moves the focus from each button to its result", async () => {
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await go("offline/");
    await statusSays("to download");
    await page.focus("[data-act=keep]");
    await page.keyboard.press("Enter");
    await statusSays("The whole archive is on this device");
    expect(await focused()).toBe("offline-status");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await statusSays("to download");
    expect(await focused()).toBe("offline-status");
  });

  it("reports how much has been downloaded if the network fails", async () => {
    site.mood = "breaks";
    await go("offline/");
    await statusSays("to download");
    await page.click("[data-act=keep]");
    await statusSays("the connection failed");
    const message = await status();
    expect(message).toMatch(/[\d.]+ MB of [\d.]+ MB are on this device\.$/);
    await page.waitForTimeout(1_000);
    await site.stop();
    await page.reload();
    await statusSays("the connection failed");
    expect(await status()).toBe(message);
  });

  it("states its size first, and can be read and searched without the server", async () => {
    await go("offline/");
    await statusSays("to download");
    expect(await status()).toMatch(
      /^\d+ pages and the search: [\d.]+ MB to download, [\d.]+ MB on this device\.$/,
    );
    await downloadAll();
    await site.stop();
    await go("days/2025-11-13/");
    await page.click(".papers h2 a, .papers h3 a");
    await page.waitForURL("**/papers/**");
    expect(await page.isVisible("article.paper .abstract")).toBe(true);
    await go("search/?q=determinantal");
    await page.waitForSelector("#search-results li");
    await page.click("#search-results li a");
    expect(await heading()).toContain("determinantal point processes");
    await go("search/?q=reinforcement");
    await page.waitForSelector("#search-results li");
    const found = () => page.textContent("#search-status");
    const before = Number.parseInt((await found()) ?? "", 10);
    const facet = page.locator(".facet", { hasText: "Year" }).locator("label").first();
    const left = Number(await facet.locator(".count").textContent());
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(before);
    await facet.click();
    await expect.poll(async () => Number.parseInt((await found()) ?? "", 10)).toBe(left);
    // The first results are shown before the others have come.
    await expect.poll(() => page.locator("#search-results > li").count()).toBe(Math.min(left, 10));
    await go(withFormulas);
    expect(await page.locator(".katex").count()).toBeGreaterThan(0);
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter(
        ({ family, status }) => /KaTeX/.test(family) && status === "loaded",
      ).length;
    });
    expect(fonts).toBeGreaterThan(0);
    await go("topics");
    expect(page.url()).toBe(`${site.address}topics/`);
    expect((await go("papers/never-was/"))?.status()).toBe(404);
  });

  it("is replaced by a newer build at once, of which only changes are downloaded", async () => {
    // A page that was visited before and is missing from the newer build.
    await visit(withFormulas);
    await downloadAll();
    const second = await page.context().newPage();
    await second.goto(`${site.address}topics/`);
    site.folder = secondBuild;
    site.requests = [];
    // Every page downloads the newer build in the background.
    await second.goto(`${site.address}years/`);
    await expect.poll(() => buildOn(second), { timeout: 90_000 }).toBe(await buildIn(secondBuild));
    const fetched = site.requests.filter((path) => /\.pack$|keeping/.test(path));
    expect(fetched.map((path) => path.replace(/\?.*/, "")).sort()).toEqual(["about/"]);
    await site.stop();
    for (const path of ["about/", "papers/a-new-one/"]) {
      await go(path);
      expect(await heading()).toBe("About the second build");
    }
    expect((await go(withFormulas))?.status()).toBe(404);
    await go(paper);
    expect(await heading()).toBe(title);
  });

  it.each(["portal", "broken"] as const)(
    "stays as it is if a newer build cannot be downloaded (%s)",
    async (mood) => {
      await downloadAll();
      site.folder = secondBuild;
      await go("offline/");
      site.mood = mood;
      await page.evaluate(() => fetch("/offline/build.json"));
      await site.stop();
      await go("about/");
      expect(await heading()).toBe("About this archive");
      await go(withFormulas);
      expect(await page.locator(".katex").count()).toBeGreaterThan(0);
    },
  );

  it("can be stopped and resumed", async () => {
    site.mood = "one";
    await go("offline/");
    await statusSays("to download");
    await page.click("[data-act=keep]");
    await page.locator("#offline-amount", { hasText: "downloaded" }).waitFor();
    await page.waitForFunction(() => (document.querySelector("progress")?.value ?? 0) > 0);
    await page.click("[data-act=stop]");
    await statusSays("are on this device");
    const before = site.requests.filter((path) => path.endsWith(".pack"));
    await go("about/");
    expect(await heading()).toBe("About this archive");
    site.mood = "well";
    site.requests = [];
    await go("offline/");
    await statusSays("are on this device");
    expect(await page.textContent("[data-act=keep]")).toBe("Continue the download");
    await page.click("[data-act=keep]");
    await statusSays("The whole archive is on this device");
    const after = site.requests.filter((path) => path.endsWith(".pack"));
    expect(after.length).toBeGreaterThan(0);
    expect(new Set(after).size).toBeLessThan(new Set([...before, ...after]).size);
    await site.stop();
    await go(paper);
    expect(await heading()).toBe(title);
  });

  it("is gone after it is removed", async () => {
    await downloadAll();
    await page.click("[data-act=remove]");
    await statusSays("to download");
    await site.stop();
    await go(paper);
    expect(await heading()).toBe("Not available offline");
  });

  it("reports an error if a captive portal answers for the server", async () => {
    await go("offline/");
    await statusSays("to download");
    site.mood = "portal";
    await page.click("[data-act=keep]");
    await statusSays("the connection failed");
    site.mood = "well";
    await page.click("[data-act=keep]");
    await statusSays("The whole archive is on this device");
  });

  it("reports an error if the browser's storage is full", async () => {
    await go("offline/");
    await statusSays("to download");
    const session = await page.context().newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", {
      origin: new URL(site.address).origin,
      quotaSize: 700_000,
    });
    await page.click("[data-act=keep]");
    await statusSays("storage for this site is full");
    await page.click("[data-act=remove]");
    await statusSays("to download");
  });

  it("is not offered where storage is blocked", async () => {
    await page.addInitScript(() => {
      Object.defineProperty(indexedDB, "open", {
        value: () => {
          throw new DOMException("blocked", "SecurityError");
        },
      });
    });
    await go("offline/");
    await statusSays("does not allow this site to store data");
    expect(await page.isVisible("[data-act=keep]")).toBe(false);
  });
});

describe("an archive under a base path", () => {
  it("is downloaded and read there", async () => {
    await site.stop();
    site = await unsteadySite(inject("fixture"), "/archive/");
    await downloadAll();
    await site.stop();
    await go("search/?q=Controls");
    await page.waitForSelector("#search-results li");
    await page.click("#search-results li a");
    expect(await heading()).toContain("Export Controls");
    expect(new URL(page.url()).pathname).toMatch(/^\/archive\/papers\//);
  });
});
