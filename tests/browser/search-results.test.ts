import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { axeViolations } from "./axe.ts";
import { openSite } from "./open-site.ts";
import { goTo } from "./settled.ts";
import { overflowingWidths } from "./widths.ts";

const weighted =
  "Weighted least-squares approximation with determinantal point processes and generalized volume sampling";

describe("the results of a search", () => {
  const { open } = openSite("site");

  it.each([
    ["L^2", weighted],
    ["\\mathbb{R}^d", undefined],
    ["G^2RPO", "G2RPO"],
    ["G²RPO", "G2RPO"],
    ["Pass@k", "Best-of-Majority"],
    ["Schroedinger", "Multi-marginal Schrödinger Bridges"],
    ["onpolicy", "On-Policy Policy Gradient"],
  ])("for %j lists the expected paper first", async (query, title) => {
    const { page } = await open(`/search/?q=${encodeURIComponent(query)}`);
    await page.waitForFunction(() =>
      /paper/.test(document.querySelector("#search-status")?.textContent ?? ""),
    );
    if (title === undefined) return;
    const first = page.locator("#search-results h2").first();
    expect((await first.textContent())?.replace(/[\u2061-\u2064]/g, "")).toContain(title);
  });

  it.each([
    [
      "of the field lists the paper described first",
      "prompt a model for several responses with their probabilities to get more diversity",
      1,
    ],
    [
      "of a reader's own lists it among the first",
      "ask the model for several answers with their probabilities to get more diversity",
      3,
    ],
  ])(
    "for a description in words %s, and says that it lacks some of the words",
    async (_, sentence, most) => {
      const { page } = await open(`/search/?q=${encodeURIComponent(sentence)}`);
      await page.waitForSelector("#search-results li");
      const titles = await page.locator("#search-results h2").allTextContents();
      expect(titles.slice(0, most).join()).toContain("Verbalized Sampling");
      expect(await page.textContent("#search-status")).toContain(
        "No paper contains all of these words",
      );
    },
  );

  it("shows formulas as MathML, without KaTeX's style sheet or fonts", async () => {
    const { page, requests, address } = await open("/search/?q=L%5E2");
    await page.waitForSelector("#search-results math");
    expect(await page.locator("#search-results mark math msup").first().textContent()).toBe("L2");
    expect(requests.filter((url) => /katex/i.test(url))).toEqual([]);
    await goTo(page, `${address}search/?q=G2RPO`);
    const raised = page.locator("#search-results h2 sup");
    expect(await raised.first().textContent()).toBe("2");
    const [size = 0, around = 1] = await raised
      .first()
      .evaluate((two) =>
        [two, two.closest("h2") ?? two].map((part) =>
          Number.parseFloat(getComputedStyle(part).fontSize),
        ),
      );
    expect(size / around).toBeCloseTo(0.7, 2);
  });

  it("exports its papers as citations", async () => {
    const { page } = await open("/search/?q=determinantal");
    await page.waitForSelector("#search-results li");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click("#search-export button[value=bib]"),
    ]);
    expect(download.suggestedFilename()).toBe("papers.bib");
    const bib = readFileSync(await download.path(), "utf8");
    expect(bib).toContain("Weighted least-squares approximation");
  });

  it("returns to the result that was opened, however far down it was", async () => {
    const { page } = await open("/search/?q=behavior");
    await page.waitForSelector("#search-results li");
    await page.click("#search-more button");
    await page.waitForFunction(() => document.querySelectorAll("#search-results > li").length > 15);
    const link = page.locator("#search-results > li").nth(14).locator("h2 a");
    const title = await link.textContent();
    await link.click();
    await page.waitForURL("**/papers/**");
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll("#search-results > li").length > 15);
    await page.waitForFunction(() => document.activeElement?.closest("#search-results") !== null);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(title);
    expect(await link.evaluate((one) => one.getBoundingClientRect().top < innerHeight)).toBe(true);
  });

  it("shows results as wide as their list, which ends with the page's frame", async () => {
    const { page } = await open("/search/?q=sampling");
    await page.waitForSelector("#search-results li");
    await page.setViewportSize({ width: 1280, height: 900 });
    const { frame, list, titles } = await page.evaluate(() => {
      const boxOf = (element: Element | null) => {
        const { width = 0, right = 0 } = element?.getBoundingClientRect() ?? {};
        return { width, right };
      };
      const results = document.querySelector("#search-results");
      return {
        frame: boxOf(document.querySelector(".search-found")),
        list: boxOf(results),
        titles: [...(results?.querySelectorAll("h2") ?? [])].map(boxOf),
      };
    });
    expect(list.right).toBeCloseTo(frame.right, 0);
    expect(list.width).toBeGreaterThan(frame.width * 0.6);
    expect(titles.length).toBeGreaterThan(0);
    // A margin may have upvotes and links.
    for (const { width } of titles) expect(width).toBeGreaterThan(list.width * 0.8);
  });

  it("passes axe in light and dark, on narrow and wide screens", async () => {
    const { page } = await open("/search/?q=sampling+year:soon");
    await page.waitForSelector("#search-results li");
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
    });
    const widths = [320, 390, 1280];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect(await axeViolations(page), `${width} pixels`).toEqual([]);
    }
    expect(await overflowingWidths(page, widths)).toEqual([]);
  });
});

describe("a search with many results", () => {
  const { open } = openSite("fixture", "/archive");

  it("shows ten, then more, and moves on to the first new one", async () => {
    const { page } = await open("/search/?q=sampling");
    await page.waitForSelector("#search-more:visible");
    expect(await page.locator("#search-results > li").count()).toBe(10);
    await page.locator("#search-results h2 a").last().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll("#search-results > li").length > 10);
    const place = await page.evaluate(() => {
      const item = document.activeElement?.closest("#search-results > li");
      return [...document.querySelectorAll("#search-results > li")].indexOf(item as Element);
    });
    expect(place).toBe(10);
  });

  it("finds a formula by its source and its letters, not by KaTeX's output", async () => {
    const { page } = await open(`/search/?q=${encodeURIComponent("\\mathbb{R}^d")}`);
    await page.waitForSelector("#search-results math");
    await page.fill("#search-input", "RdRd");
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.startsWith("No paper"),
    );
  });
});
