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
    const { page, requests, address } = await open("/", { serviceWorkers: "allow" });
    await page.keyboard.press("Tab");
    for (let step = 0; step < 12; step += 1) {
      if (await page.evaluate(() => document.activeElement?.tagName === "INPUT")) break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type(word);
    await page.keyboard.press("Enter");
    await page.waitForSelector("#search-results li");
    expect(new URL(page.url()).searchParams.get("q")).toBe(word);
    await page.focus("#search-input");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/papers/**");
    expect(await page.textContent("h1")).toBe(title);
    expect(requests.filter((url) => !url.startsWith(new URL(address).origin))).toEqual([]);
  });
});

describe("the author filter", () => {
  const { open } = openSite("fixture", "/archive");

  it("is loaded on demand, by keyboard, and narrows the search", async () => {
    const { page, requests } = await open("/search/?q=-zzyzxqq");
    await page.waitForSelector("#search-results li");
    const authors = page.locator(".facet", { hasText: "Author" });
    await authors.getByText("Show authors").focus();
    expect(requests.filter((url) => url.includes("/search/parts/authors/"))).toEqual([]);
    await page.keyboard.press("Enter");
    await authors.getByText("Charles Babbage").waitFor();
    expect(requests.filter((url) => url.includes("/search/parts/authors/")).length).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-facet"))).toBe(
      "author:Ada Lovelace",
    );
    await authors.getByText("Charles Babbage").click();
    await page.waitForFunction(() => location.search.includes("author=Charles+Babbage"));
    await page.waitForFunction(
      () => document.querySelectorAll("#search-results > li").length === 1,
    );
    await page.reload();
    await page.waitForSelector("#search-results li");
    expect(await page.locator("#search-results > li").count()).toBe(1);
    expect(await authors.locator("input:checked").count()).toBe(1);
  });
});

describe("the search page", () => {
  const { open } = openSite("site");

  it("shows title, date, topics and a highlighted excerpt", async () => {
    const { page } = await open("/search/?q=determinantal");
    await page.waitForSelector("#search-results li");
    const item = page.locator("#search-results li").first();
    expect(await item.locator("h2 a").textContent()).toBe(weighted);
    const dates = await item.locator("time").allTextContents();
    expect(dates).toEqual(["13 Nov 2025", "Published 21 Dec 2023"]);
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

  it("says so if nothing is found, and shows the query as plain text", async () => {
    const { page } = await open(`/search/?q=${encodeURIComponent("<img>zzyzxqq")}`);
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.startsWith("No paper"),
    );
    expect(await page.locator("#search-status").textContent()).toContain("<img>zzyzxqq");
    expect(await page.locator("#search-status img").count()).toBe(0);
  });

  it("says what to do when JavaScript is off", async () => {
    const { page } = await open("/search/", { javaScriptEnabled: false });
    expect(await page.textContent("main")).toContain("needs JavaScript, which is turned off");
  });

  it("combines filters, and the back button undoes one", async () => {
    const { page } = await open("/search/?q=policy");
    await page.waitForSelector(".facet input");
    const before = await page.textContent("#search-status");
    const year = page.locator(".facet", { hasText: "Year" }).locator("label").first();
    const count = Number(await year.locator(".count").textContent());
    await year.locator("input").check();
    await page.waitForFunction(() => location.search.includes("year="));
    await page.waitForFunction(
      (most) => document.querySelectorAll("#search-results > li").length === most,
      Math.min(count, 10),
    );
    expect(await page.textContent("#search-status")).toContain(`${count} `);
    expect(await page.textContent("#search-status")).not.toBe(before);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-facet"))).toMatch(
      /^year:/,
    );
    await page.goBack();
    await page.waitForFunction(
      (text) => document.querySelector("#search-status")?.textContent === text,
      before,
    );
    expect(await page.locator(".facet input:checked").count()).toBe(0);
  });

  it.each([
    [
      "-",
      "“-” contains nothing to search for. Showing all 62 papers",
      "To exclude a word, write a minus",
    ],
    ["author: Sutton", "No papers match", "No paper here has a known author"],
    ["Calm: exploratory annealed", "1 ", ""],
  ])("for %j explains what it shows", async (query, status, note) => {
    const { page } = await open(`/search/?q=${encodeURIComponent(query)}`);
    await page.waitForFunction(
      (part) => document.querySelector("#search-status")?.textContent?.includes(part),
      status,
    );
    const notes = await page.textContent("#search-notes");
    if (note === "") expect(notes).toBe("");
    else expect(notes).toContain(note);
  });

  it("explains invalid syntax and still shows papers", async () => {
    const { page } = await open("/search/?q=bandits+year:soon");
    await page.waitForSelector("#search-results li");
    expect(await page.textContent("#search-notes")).toContain("“soon” is not a valid year");
  });

  it("corrects typing errors and says so", async () => {
    const { page } = await open("/search/?q=reinforcment+lerning");
    await page.waitForSelector("#search-results li");
    expect(await page.textContent("#search-notes")).toContain("“lerning”");
  });
});
