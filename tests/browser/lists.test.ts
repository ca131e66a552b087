import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { layoutShift } from "./layout-shift.ts";
import { openSite } from "./open-site.ts";
import { reload } from "./settled.ts";

const day = "/days/2025-11-13/";
const titles = (page: Page) =>
  page
    .locator(".papers > li:visible :is(h2, h3)")
    .evaluateAll((all) => all.map(({ textContent }) => textContent.trim()));
/** On how many lines the masthead has the archive's name, the sections and the tools. */
const linesOfMasthead = (page: Page) =>
  page.locator(".wordmark, .masthead ul").evaluateAll((all) => {
    const lines = all.map((element) => element.getBoundingClientRect());
    return new Set(lines.map(({ top, bottom }) => Math.round((top + bottom) / 40))).size;
  });

describe("lists", () => {
  const { open } = openSite("site");

  it("show six papers or more on a laptop's screen, from near its top", async () => {
    const { page } = await open("/");
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const [address, least] of [
      ["/", 6],
      [day, 6],
      ["/weeks/2025-W46/", 6],
      ["/months/2025-11/", 6],
      ["/years/2025/", 6],
      ["/topics/reinforcement-learning/", 6],
    ] as const) {
      await page.goto(new URL(address, page.url()).href);
      const { first, whole } = await page.evaluate(() => {
        const rows = [...document.querySelectorAll(".papers > li")].map((row) =>
          row.getBoundingClientRect(),
        );
        const whole = rows.filter(({ bottom }) => bottom <= window.innerHeight).length;
        return { first: rows[0]?.top, whole };
      });
      expect(first, address).toBeLessThanOrEqual(215);
      expect(whole, address).toBeGreaterThanOrEqual(least);
    }
  });

  it("begin below two lines of names and sections on a phone", async () => {
    const { page } = await open(day);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await linesOfMasthead(page)).toBe(2);
    const topics = page.getByLabel("Narrow to a topic");
    await topics.selectOption({ index: 1 });
    await page.waitForFunction(() => document.querySelectorAll(".papers > li").length === 62);
    const name = await topics.locator("option:checked").getAttribute("data-name");
    expect(await page.textContent("[data-day-count]")).toContain(`of 62 papers: ${name}`);
    await page.goto(new URL("/", page.url()).href);
    const first = await page.locator(".papers > li").first().boundingBox();
    expect(first?.y).toBeLessThanOrEqual(250);
  });

  it("name the days and weeks of a calendar inside its narrow columns", async () => {
    const { page } = await open("/months/2025-11/");
    await page.setViewportSize({ width: 1280, height: 800 });
    const seen =
      ".month thead th:not(:has(*)), .month tbody th:not(:has(*)), .month tbody th [aria-hidden]";
    const names = await page.locator(seen).evaluateAll((all) =>
      all.map((name) => {
        const range = document.createRange();
        range.selectNodeContents(name);
        const cell = name.closest("th") ?? name;
        return range.getBoundingClientRect().width <= cell.getBoundingClientRect().width;
      }),
    );
    expect(names.length).toBeGreaterThan(10);
    expect(names).not.toContain(false);
  });

  it("open an abstract in place, and need no script for it", async () => {
    const { page } = await open(day, { javaScriptEnabled: false });
    const abstract = page.locator(".abstract-in-list").first();
    expect(await abstract.locator(".rest").isVisible()).toBe(false);
    await abstract.locator("summary").click();
    expect(await abstract.locator(".rest").isVisible()).toBe(true);
    expect(await page.getByRole("radio", { name: "Titles" }).count()).toBe(0);
    expect(await page.locator(".list-about > *").allTextContents()).toContain(
      "62 papers listed, page 1 of 2",
    );
    expect(await page.textContent(".list-about")).toContain("Order: as the source lists them");
  });

  it("keep how much of each paper a reader wants, and move nothing", async () => {
    const { page } = await open(day);
    const facts = page.locator(".papers .facts-line").first();
    const rest = page.locator(".papers .rest").first();
    await page.getByText("Titles", { exact: true }).click();
    expect(await facts.isVisible()).toBe(false);
    await page.getByText("Abstracts", { exact: true }).click();
    expect(await facts.isVisible()).toBe(true);
    expect(await rest.isVisible()).toBe(true);
    await reload(page);
    expect(await rest.isVisible()).toBe(true);
    expect(await page.getByRole("radio", { name: "Abstracts" }).isChecked()).toBe(true);
    expect(await layoutShift(page)).toBeLessThan(0.02);
    await page.locator(".papers summary").first().click();
    expect(await rest.isVisible()).toBe(false);
  });

  it("sort and narrow a whole day, and count what they show", async () => {
    const { page } = await open(day);
    const before = await titles(page);
    const chip = page.locator(".day-topics button").first();
    const wanted = Number(await chip.locator(".count").textContent());
    await chip.click();
    await page.waitForFunction(() => document.querySelectorAll(".papers > li").length === 62);
    const name = (await chip.textContent())?.replace(/\d+\s*$/, "").trim();
    expect(await page.textContent("[data-day-count]")).toBe(`${wanted} of 62 papers: ${name}`);
    expect(await titles(page)).toHaveLength(wanted);
    await chip.click();
    expect((await titles(page)).slice(0, before.length)).toEqual(before);
    await page.getByLabel("Order:").selectOption("topic");
    const topics = await page
      .locator(".papers > li .facts-line")
      .evaluateAll((all) => all.map((line) => line.querySelector(".topic")?.textContent ?? "~"));
    expect(topics).toHaveLength(62);
    expect(topics).toEqual(topics.toSorted((a, b) => a.localeCompare(b, "en")));
    await page.getByLabel("Order:").selectOption("listed");
    expect((await titles(page)).slice(0, before.length)).toEqual(before);
  });

  it("say what is new to readers who were here before", async () => {
    const { page } = await open("/");
    expect(await page.locator("[data-news]").isVisible()).toBe(false);
    const tuesday = new Date(Date.now() - 3 * 86_400_000);
    await page.evaluate((at) => {
      const last = { at, total: 4 };
      localStorage.setItem("offprint:/:home", JSON.stringify({ last }));
    }, tuesday.toISOString());
    await reload(page);
    const weekday = tuesday.toLocaleDateString("en-GB", { weekday: "long" });
    expect(await page.textContent("[data-news] a")).toBe(`58 new since ${weekday}`);
  });

  it("have points only between facts, on every line", async () => {
    const { page } = await open(day);
    for (const width of [390, 700, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      const wrong = await page.evaluate(() =>
        [...document.querySelectorAll("main .facts-line, footer .dotted")].flatMap((line) => {
          const { left } = line.getBoundingClientRect();
          const cut = Number.parseFloat(getComputedStyle(line).clipPath.split("-").at(-1) ?? "");
          return [...line.children].slice(1).flatMap((fact) => {
            const point = getComputedStyle(fact, "::before");
            const isFirst = Math.abs(fact.getBoundingClientRect().left - left) < 1;
            const before = -Number.parseFloat(point.insetInlineStart);
            return isFirst && before - Number.parseFloat(point.width) < cut
              ? [line.textContent]
              : [];
          });
        }),
      );
      expect(wrong).toEqual([]);
    }
  });
});

describe("lists with references", () => {
  const { open } = openSite("fixture", "/archive");

  it("begin below all sections where they are many, with the current one in sight without a script", async () => {
    const { page } = await open("/reading-list/", { javaScriptEnabled: false });
    for (const [width, most] of [
      [320, 140],
      [390, 115],
      [768, 100],
      [1024, 100],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      const names = page.locator(".masthead li a");
      expect(await names.count()).toBe(9);
      const outside = await names.evaluateAll((all) =>
        all.flatMap((name) => {
          const { left, right } = name.getBoundingClientRect();
          return left < 0 || right > window.innerWidth ? [name.textContent.trim()] : [];
        }),
      );
      expect(outside, `${width}`).toEqual([]);
      expect(await page.textContent(".masthead [aria-current]")).toContain("Reading list");
      const height = await page.locator(".masthead").evaluate((all) => all.clientHeight);
      expect(height, `${width}`).toBeLessThan(most);
    }
  });

  it("lead from a week to one of another year by its full name", async () => {
    const { page } = await open("/weeks/2024-W09/");
    const names = await page.locator(".periods-beside a").allInnerTexts();
    expect(names).toEqual(["← Earlier: Week 2 of 2019", "Later: Week 19 →"]);
  });

  it("print whole and without controls", async () => {
    const { page } = await open("/days/2019-01-07/");
    await page.getByText("Titles", { exact: true }).click();
    await page.emulateMedia({ media: "print" });
    for (const shown of [".rest", ".facts-line", ".facts-line .in-print", "h1"]) {
      expect(await page.locator(`main ${shown}`).first().isVisible(), shown).toBe(true);
    }
    for (const control of [".marks", ".list-views", ".hide-read", ".day-topics", ".list-files"]) {
      expect(await page.locator(control).first().isVisible(), control).toBe(false);
    }
    const sizeOf = (part: string) =>
      page
        .locator(`.papers ${part}`)
        .first()
        .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(await sizeOf(".rest")).toBeLessThan(await sizeOf(":is(h2, h3)"));
    expect(await page.textContent(".page-head .in-print")).toBe(
      "https://papers.example/archive/days/2019-01-07/",
    );
  });

  it.each(["the button", "the keys"])(
    "print a day of several pages as a whole by %s",
    async (way) => {
      const { page } = await open("/days/2019-01-07/");
      const count = Number(
        /[\d,]+/.exec((await page.textContent("[data-print]")) ?? "")?.[0].replace(",", ""),
      );
      const rows = page.locator("main .papers > li");
      expect(await rows.count()).toBeLessThan(count);
      const printed = page.evaluate(
        () =>
          new Promise<number>((done) => {
            window.print = () => done(document.querySelectorAll("main .papers > li").length);
          }),
      );
      if (way === "the button") await page.click("[data-print]");
      else await page.keyboard.press("Control+p");
      expect(await printed).toBe(count);
      for (const gone of ["[data-print]", ".page-numbers", "[data-day-part]"]) {
        expect(await page.isVisible(gone), gone).toBe(false);
      }
    },
  );
});
