import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { copyEngine } from "../../scripts/copy-engine.ts";
import { serveFolder } from "../../scripts/serve-folder.ts";
import { sharedBrowser } from "./browser.ts";
import { recordViolations } from "./violations.ts";

const root = resolve(import.meta.dirname, "../..");
const workspace = join(root, ".cache/test/as-files");
let page: Page;
let violations: string[];

beforeAll(async () => {
  copyEngine(root, workspace);
  cpSync(join(import.meta.dirname, "../fixtures/site"), workspace, { recursive: true });
  appendFileSync(join(workspace, "content/site.yaml"), "listFiles: false\n");
  const parameters = ["scripts/build.ts", "--relative", "--out", "folder"];
  const { status, stderr } = spawnSync(process.execPath, parameters, {
    cwd: workspace,
    encoding: "utf8",
  });
  // The fixture contains errors, which the build reports.
  if (status !== 1 || !stderr.includes("The site was built")) throw new Error(stderr);
  const context = await (await sharedBrowser()).newContext();
  violations = await recordViolations(context);
  page = await context.newPage();
});
afterEach(() => expect(violations).toEqual([]));

const file = (path: string) => pathToFileURL(join(workspace, "folder", path)).href;

describe("a site opened from a folder", () => {
  it("has links that work", async () => {
    await page.goto(file("index.html"));
    await page.click(".papers h2 a, .papers h3 a");
    expect(page.url()).toMatch(/^file:.*\/papers\/[^/]+\/index\.html$/);
    expect(await page.isVisible(".abstract")).toBe(true);
    await page.click(".wordmark");
    expect(page.url()).toBe(file("index.html"));
    await page.click(`nav a:text-is("Topics")`);
    expect(await page.textContent("h1")).toBe("Topics");
  });

  it("shows styles, fonts and formulas, and sends no requests", async () => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(file("index.html"));
    const links = await page
      .locator(".papers h2 a, .papers h3 a")
      .evaluateAll((all) =>
        all.map((link) => (link instanceof HTMLAnchorElement ? link.href : "")),
      );
    let formulas = 0;
    for (const link of links) {
      await page.goto(link);
      formulas += await page.locator(".katex").count();
      if (formulas > 0) break;
    }
    expect(formulas).toBeGreaterThan(0);
    const loaded = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter(({ status }) => status === "loaded").map((f) => f.family);
    });
    expect(loaded.join()).toMatch(/KaTeX/);
    expect(loaded.join()).toMatch(/Offprint Serif/);
    expect(await page.evaluate(() => getComputedStyle(document.body).display)).toBe("grid");
    expect(requests.filter((url) => !/^(?:file|data):/.test(url))).toEqual([]);
  });

  it("keeps the light or dark scheme that a reader chooses", async () => {
    await page.goto(file("index.html"));
    await page.getByLabel("Color scheme").selectOption("dark");
    await page.goto(file("about/index.html"));
    expect(await page.getAttribute(":root", "data-theme")).toBe("dark");
    expect(await page.getByLabel("Color scheme").inputValue()).toBe("dark");
  });

  it("offers in lists only what works without the scripts that browsers do not load", async () => {
    await page.goto(file("days/2024-05-06/index.html"));
    expect(await page.locator(".list-views").isVisible()).toBe(true);
    expect(await page.locator(".with-script:visible, .hide-read:visible").count()).toBe(0);
    const part = page.locator("[data-cite-list]");
    expect(await part.locator(".without-script").isVisible()).toBe(true);
    expect(await part.getByRole("link", { name: "BibTeX" }).getAttribute("href")).toBe(
      "../../papers.bib",
    );
  });

  it("explains on the search page that it needs a server, and how to start one", async () => {
    await page.goto(file("search/index.html"));
    const text = await page.textContent("[data-needs-server]");
    expect(text).toContain("This page does not work when opened as a file");
    expect(text).toContain("python3 -m http.server");
  });

  it("can be searched when its folder is served", async () => {
    const serving = await serveFolder(join(workspace, "folder"), { port: 0 });
    await page.goto(`${serving.address}search/index.html?q=Controls`);
    await page.waitForSelector("#search-results li");
    expect(await page.locator("[data-needs-server]").count()).toBe(0);
    await page.click("#search-results li a");
    expect(await page.textContent("h1")).toContain("Export Controls");
    await serving.close();
  });
});
