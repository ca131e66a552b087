import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { layoutShift } from "./layout-shift.ts";
import { openSite } from "./open-site.ts";
import { goTo, reload, settled } from "./settled.ts";

const day = "/days/2025-11-13/";
const rows = (page: Page) =>
  page.locator("main .papers > li:visible").evaluateAll((all) =>
    all.map((row) => ({
      id: row.getAttribute("data-paper") ?? "",
      note: row.querySelector(".likeness")?.textContent,
    })),
  );

/** Saves papers as a reader did who pressed their buttons. */
async function save(page: Page, ids: readonly string[]): Promise<void> {
  await page.evaluate((all) => {
    for (const id of all) {
      const paper = { v: 1, title: id, saved: new Date().toISOString() };
      localStorage.setItem(`offprint:/:paper:${id}`, JSON.stringify(paper));
    }
  }, ids);
}

/** The papers of the sample that have these words in their titles. */
async function idsAbout(page: Page, words: RegExp): Promise<string[]> {
  const latest = await page.request.get(new URL("/data/latest.json", page.url()).href);
  const { papers }: { papers: { id: string; title: string }[] } = await latest.json();
  return papers.filter(({ title }) => words.test(title)).map(({ id }) => id);
}

const interest = /bandit|regret|reinforcement|policy/i;

describe("the order by likeness to saved papers", () => {
  const { open } = openSite("site");

  it("says how to get it to a reader who has saved few, and loads nothing", async () => {
    const { page, requests } = await open(day);
    const before = (await rows(page)).map(({ id }) => id);
    await save(page, before.slice(0, 2));
    await page.getByLabel("Order:").selectOption("likeness");
    await page.getByText("save 5 or more").first().waitFor();
    expect(await page.textContent("[data-day-count]")).toContain("You have saved 2.");
    expect(await page.getByLabel("Order:").inputValue()).toBe("listed");
    expect((await rows(page)).map(({ id }) => id).slice(0, 9)).toEqual(before.slice(0, 9));
    expect(requests.filter((address) => address.includes("/data/likeness"))).toEqual([]);
  });

  it("sorts a day, says why, is kept on the device, and moves nothing", async () => {
    const { page, requests, address } = await open(day);
    const saved = (await idsAbout(page, interest)).slice(0, 5);
    expect(saved.length).toBe(5);
    await save(page, saved);
    await reload(page);
    // By keyboard: the topmost order is the page's own, and this is the last one.
    await page.getByLabel("Order:").focus();
    await page.keyboard.press("End");
    await page.locator(".likeness").first().waitFor();
    const sorted = await rows(page);
    expect(sorted.length).toBe(62);
    expect(sorted[0]?.note).toMatch(/^like your saved papers: \p{L}/u);
    const noted = sorted.filter(({ note }) => note !== undefined);
    expect(sorted.slice(0, noted.length)).toEqual(noted);
    expect(sorted.slice(0, 12).filter(({ id }) => saved.includes(id)).length).toBeGreaterThan(3);
    expect(requests.every((asked) => asked.startsWith(address))).toBe(true);

    await goTo(page, address);
    await goTo(page, new URL(day, address).href);
    await page.locator(".likeness").first().waitFor();
    expect(await rows(page)).toEqual(sorted);
    expect(await layoutShift(page)).toBeLessThan(0.02);

    await page.getByLabel("Order:").selectOption("listed");
    await page.waitForFunction(() => document.querySelector(".likeness") === null);
    await reload(page);
    expect(await page.getByLabel("Order:").inputValue()).toBe("listed");
  });

  it("sorts new papers, and goes back to their days", async () => {
    const { page, address } = await open("/");
    const saved = (await idsAbout(page, interest)).slice(0, 5);
    await save(page, saved);
    await page.evaluate(() => {
      const at = "2025-11-01T08:00:00.000Z";
      localStorage.setItem("offprint:/:visits", JSON.stringify({ last: { at } }));
    });
    await goTo(page, `${address}new/`);
    await page.getByLabel("Order:").selectOption("likeness");
    await page.locator(".likeness").first().waitFor();
    expect((await rows(page))[0]?.note).toContain("like your saved papers: ");
    expect(await page.textContent("#news h2")).toBe("Most like your saved papers first");
    for (const facts of await page.locator("#news .facts-line").allTextContents()) {
      expect(facts).toContain("13 Nov 2025");
    }
    await reload(page);
    expect(await page.getByLabel("Order:").inputValue()).toBe("likeness");
    await page.getByLabel("Order:").selectOption("listed");
    await page.getByRole("heading", { name: "13 November 2025" }).waitFor();
    expect(await page.locator(".likeness").count()).toBe(0);
  });

  it("needs no network on a day that was opened before", async () => {
    const { page } = await open(day, { serviceWorkers: "allow" });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await save(page, (await idsAbout(page, interest)).slice(0, 5));
    await reload(page);
    await page.getByLabel("Order:").selectOption("likeness");
    await page.locator(".likeness").first().waitFor();
    const sorted = await rows(page);
    await settled(page);
    await page.context().setOffline(true);
    await page.reload();
    await page.locator(".likeness").first().waitFor();
    expect(await rows(page)).toEqual(sorted);
  });

  it("shows the list as it is if the terms cannot be loaded, and says so", async () => {
    const { page } = await open(day);
    const before = (await rows(page)).map(({ id }) => id);
    await save(page, before.slice(0, 5));
    await page.evaluate(() => localStorage.setItem("offprint:/:list-order", "likeness"));
    await page.route("**/data/likeness.json", (route) => route.abort());
    await page.reload();
    await page.getByText("could not be compared").first().waitFor();
    await settled(page);
    expect((await rows(page)).map(({ id }) => id).slice(0, before.length)).toEqual(before);
    await page.unroute("**/data/likeness.json");
  });

  it("is not offered without a script", async () => {
    const { page } = await open(day, { javaScriptEnabled: false });
    expect(await page.getByLabel("Order:").isVisible()).toBe(false);
    expect(await page.locator(".day-order:visible").allInnerTexts()).toEqual([
      "Order: as the source lists them",
    ]);
  });
});
