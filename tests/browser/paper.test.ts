import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hardId } from "../fixtures/hard-paper.ts";
import { kindsOfPage } from "../site/built-site.ts";
import { openSite } from "./open-site.ts";
import { goTo } from "./settled.ts";
import { overflowingWidths } from "./widths.ts";

const crumbs = (page: Page) => page.locator(".crumbs a").allTextContents();
const titlesOf = (page: Page) => page.locator("li[data-paper] :is(h2, h3) a").allTextContents();
const trimmed = (texts: string[]) => texts.map((text) => text.trim());

describe("a paper's page", () => {
  const { open } = openSite("site");

  it("leads through its day, without a script too", async () => {
    const { page } = await open("/days/2025-11-13/", { javaScriptEnabled: false });
    const [first = "", second = ""] = trimmed(await titlesOf(page));
    await page.getByRole("link", { name: first, exact: true }).click();
    expect(await crumbs(page)).toEqual(["By date", "November 2025", "13 November 2025"]);
    expect(await page.textContent(".beside span")).toBe("1 of 62");
    expect(await page.locator(".beside [rel=prev]").count()).toBe(0);
    await page.click(".beside [rel=next]");
    expect((await page.textContent("h1"))?.trim()).toBe(second);
    expect(await page.textContent(".pager .previous")).toContain(first);
  });

  it("leads through the list that the reader came from", async () => {
    const { page, address } = await open(kindsOfPage.topic);
    const titles = trimmed(await titlesOf(page));
    const [first = "", , third = ""] = titles;
    await page.locator("li[data-paper] :is(h2, h3) a").nth(1).click();
    await page.waitForURL("**/papers/**");
    expect(trimmed(await crumbs(page))).toEqual(["Reinforcement Learning"]);
    expect(await page.textContent(".beside span")).toBe(`2 of ${titles.length}`);
    expect(await page.textContent(".pager .next")).toContain(third);
    await page.click(".beside [rel=prev]");
    await page.waitForFunction(
      (title) => document.querySelector("h1")?.textContent.trim() === title,
      first,
    );
    expect(await page.locator(".beside [rel=prev]").count()).toBe(0);
    await page.click(".crumbs a");
    expect(new URL(page.url()).pathname).toBe(kindsOfPage.topic);
    // A paper that is not in the list has its day.
    await goTo(page, `${address}${kindsOfPage["undated paper"].slice(1)}`);
    expect((await crumbs(page))[0]).toBe("By date");
  });

  it("leads through its day as the reader arranged it", async () => {
    const { page } = await open("/days/2025-11-13/");
    const rows = page.locator("li[data-paper]");
    const third = await rows.nth(2).locator("h2 a, h3 a").textContent();
    await rows.nth(1).evaluate((row) => row.setAttribute("hidden", ""));
    await rows.nth(0).locator("h2 a, h3 a").click();
    await page.waitForURL("**/papers/**");
    expect(await crumbs(page)).toEqual(["13 November 2025"]);
    expect(await page.textContent(".pager .next")).toContain(third?.trim());
  });

  it("leads through search results", async () => {
    const { page } = await open("/search/?q=diffusion");
    const row = page.locator("li[data-paper] h2 a").first();
    await row.click();
    await page.waitForURL("**/papers/**");
    expect(await crumbs(page)).toEqual(["Search: diffusion"]);
    await page.click(".crumbs a");
    expect(page.url()).toMatch(/\/search\/\?q=diffusion$/);
  });
});

describe("a paper that is in lists of people", () => {
  const { open } = openSite("fixture", "/archive");

  it("leads through those of an author, of an organization and of the reader", async () => {
    const { page, address } = await open("/authors/ada-lovelace/");
    const titles = trimmed(await titlesOf(page));
    const follow = async (index: number) => {
      await page.locator("li[data-paper] :is(h2, h3) a").nth(index).click();
      await page.waitForURL("**/papers/**");
    };
    const isShown = (title = "") =>
      page.waitForFunction(
        (wanted) => document.querySelector("h1")?.textContent.trim() === wanted,
        title,
      );
    const save = () => page.getByRole("button", { name: /^Save/ }).first().click();

    await follow(1);
    expect(await crumbs(page)).toEqual(["Ada Lovelace"]);
    expect(await page.textContent(".beside span")).toBe("2 of 4");
    await save();
    await page.click(".beside [rel=next]");
    await isShown(titles[2]);
    expect(await crumbs(page)).toEqual(["Ada Lovelace"]);
    await save();

    await goTo(page, `${address}saved/`);
    await page.locator("li[data-paper] h3 a").nth(1).waitFor();
    const [first, second] = trimmed(await titlesOf(page));
    expect([first, second].sort()).toEqual(titles.slice(1, 3).sort());
    const name = (await page.textContent("h1"))?.trim();
    await follow(0);
    expect(await crumbs(page)).toEqual([name]);
    expect(await page.textContent(".beside span")).toBe("1 of 2");
    await page.click(".beside [rel=next]");
    await isShown(second);

    await goTo(page, `${address}organizations/stanfordnlp/`);
    const organization = (await page.textContent("h1"))?.trim();
    await follow(0);
    expect(await crumbs(page)).toEqual([organization]);
  });
});

describe("the parts of a paper's page", () => {
  const { open } = openSite("site");

  it("follow each other without holes, and have the same space under their headings", async () => {
    const { page } = await open(kindsOfPage.paper);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole("radio", { name: "CSL-JSON" }).check();
    const { gaps, heads } = await page.evaluate(() => {
      const boxOf = (element: Element) => element.getBoundingClientRect();
      const gapsOf = (selector: string) => {
        const parts = [...document.querySelectorAll(selector)].map(boxOf);
        return parts.slice(1).map(({ top }, index) => top - (parts[index]?.bottom ?? 0));
      };
      const headings = [...document.querySelectorAll(".about > section > h2, .cite > h2")];
      return {
        gaps: [
          ...gapsOf(".paper > :is(.page-head, .text, .citing)"),
          ...gapsOf(".paper > .about > *"),
        ],
        heads: headings.map((heading) => {
          const next = heading.nextElementSibling ?? heading;
          return boxOf(next).top - boxOf(heading).bottom;
        }),
      };
    });
    expect(new Set(gaps.map(Math.round)).size).toBe(1);
    expect(gaps.length).toBe(4);
    expect(gaps[0]).toBeLessThan(48);
    expect(heads.length).toBeGreaterThan(2);
    expect(new Set(heads.map(Math.round)).size).toBe(1);
  });
});

describe("a paper's page on a laptop", () => {
  const { open } = openSite("site");

  it("has facts, topics and related papers beside its texts", async () => {
    const { page } = await open(kindsOfPage.paper);
    await page.setViewportSize({ width: 1280, height: 900 });
    const [texts, about] = await Promise.all(
      [".paper > .text", ".paper > .about"].map((part) => page.locator(part).boundingBox()),
    );
    expect(about?.x).toBeGreaterThan((texts?.x ?? 0) + (texts?.width ?? 0));
    expect(about?.y).toBe(texts?.y);
    expect(
      await page.locator(".about :is(.facts, .topics-of-paper, .related-papers)").count(),
    ).toBe(3);
  });
});

describe("a paper with 573 authors, long words and a wide formula", () => {
  const { open } = openSite("fixture", "/archive");
  const path = `/papers/${hardId}/`;

  it("has its links in the first screen of a laptop and of a phone, with the authors folded", async () => {
    const { page } = await open(path);
    for (const [width, height] of [
      [1280, 800],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      const box = await page.locator(".paper-actions").boundingBox();
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    }
    expect(await page.locator(".authors a:visible").count()).toBe(12);
    await page.getByText("and 561 more").click();
    expect(await page.locator(".authors a:visible").count()).toBe(573);
    // In sight wherever a reader of the names is.
    const fewer = page.getByText("Show fewer");
    expect(await fewer.isVisible()).toBe(true);
    const box = await fewer.boundingBox();
    expect((box?.y ?? 844) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    await fewer.click();
    expect(await page.locator(".authors a:visible").count()).toBe(12);
  });

  it("shows its own address on paper only", async () => {
    const { page } = await open(path);
    expect(await page.locator(".paper > .in-print").isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".paper > .in-print").isVisible()).toBe(true);
  });

  it("fits every window, also with everything open", async () => {
    const { page } = await open(path);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    for (const format of ["BibTeX", "RIS", "CSL-JSON", "Plain text"]) {
      await page.getByRole("radio", { name: format }).check();
      expect(await overflowingWidths(page, [320, 390, 768, 1280])).toEqual([]);
    }
  });
});
