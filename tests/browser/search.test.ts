import { describe, expect, it } from "vitest";
import { openSite } from "./open-site.ts";

const weighted =
  "Weighted least-squares approximation with determinantal point processes and generalized volume sampling";

describe.each([
  ["under /", "site", "/", "determinantal", weighted],
  ["under a base path", "fixture", "/archive", "Controls", "Export Controls: 2024 in Review"],
] as const)("search %s", (_, site, base, word, title) => {
  const { open } = openSite(site, base);

  it("finds a paper from the home page and opens it, by keyboard alone", async () => {
    const { page, requests, address } = await open("/");
    await page.keyboard.press("Tab");
    for (let step = 0; step < 12; step += 1) {
      if (await page.evaluate(() => document.activeElement?.tagName === "INPUT")) break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type(word);
    await page.keyboard.press("Enter");
    await page.waitForSelector("#search-results li");
    expect(new URL(page.url()).searchParams.get("q")).toBe(word);
    for (let step = 0; step < 15; step += 1) {
      if (await page.evaluate(() => document.activeElement?.closest("#search-results"))) break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.waitForURL("**/papers/**");
    expect(await page.textContent("h1")).toBe(title);
    expect(requests.filter((url) => !url.startsWith(new URL(address).origin))).toEqual([]);
  });
});

describe("the search page", () => {
  const { open } = openSite("site");

  it("shows title, date, topics and a highlighted excerpt", async () => {
    const { page } = await open("/search/?q=determinantal");
    await page.waitForSelector("#search-results li");
    const item = page.locator("#search-results li").first();
    expect(await item.locator("h2 a").textContent()).toBe(weighted);
    expect(await item.locator("time").getAttribute("datetime")).toBe("2023-12-21");
    expect(await item.locator("mark").first().textContent()).toMatch(/determinantal/i);
    expect(await item.locator(".facts-line").textContent()).toContain("Learning Theory");
    expect(await page.locator("#search-status").textContent()).toBe("1 paper for “determinantal”");
  });

  it("finds while typing, and the back button returns to the query before", async () => {
    const { page } = await open("/search/");
    await page.locator("#search-input").pressSequentially("bandits");
    await page.waitForFunction(() => location.search === "?q=bandits");
    await page.waitForSelector("#search-results li");
    await page.locator("#search-input").fill("Sora");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.includes("Sora"),
    );
    await page.goBack();
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.includes("bandits"),
    );
    expect(await page.inputValue("#search-input")).toBe("bandits");
  });

  it("says plainly when nothing is found, and shows the query as text", async () => {
    const { page } = await open(`/search/?q=${encodeURIComponent("<img src=x> zzyzxqq")}`);
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.startsWith("No paper"),
    );
    expect(await page.locator("#search-status").textContent()).toContain("<img src=x> zzyzxqq");
    expect(await page.locator("#search-status img").count()).toBe(0);
  });

  it("says what to do when JavaScript is off", async () => {
    const { page } = await open("/search/", { javaScriptEnabled: false });
    expect(await page.textContent("main")).toContain("needs JavaScript, which is off here");
  });

  it("says so when the index cannot be loaded", async () => {
    const { page } = await open("/search/");
    await page.route("**/pagefind/**", (route) => route.abort());
    await page.locator("#search-input").fill("bandits");
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.includes("could not be loaded"),
    );
  });
});

describe("the index of a site with formulas", () => {
  const { open } = openSite("fixture", "/archive");

  it("holds a formula as its source and not as KaTeX's output", async () => {
    const { page } = await open("/search/?q=Controls");
    await page.waitForSelector("#search-results li");
    // As text, since the test runner rewrites `import()` in a function.
    const excerpt: string = await page.evaluate(`(async () => {
      const client = await import("/archive/pagefind/pagefind.js");
      const { results } = await client.search("Controls");
      return (await results[0].data()).raw_content;
    })()`);
    expect(excerpt).toContain("\\mathbb{R}^d");
    expect(excerpt.split("\\mathbb{R}^d").length).toBe(2);
    expect(excerpt).not.toContain("Rd");
  });
});
