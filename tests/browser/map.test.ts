import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openSite } from "./open-site.ts";
import { settled } from "./settled.ts";

/** The papers' positions on the screen, in pixels. */
async function positionsOn(page: Page) {
  await page.waitForSelector("#map.live");
  await page.locator("#map").scrollIntoViewIfNeeded();
  const box = await page.locator("#map").boundingBox();
  if (!box) throw new Error("The page has no map.");
  const data: { x: number[]; y: number[]; title: string[] } = await page.evaluate(
    `fetch(document.querySelector("#map").dataset.papers).then((answer) => answer.json())`,
  );
  const scale = box.width / 1000;
  return data.title.map((title, paper) => ({
    title,
    x: box.x + (data.x[paper] ?? 0) * scale,
    y: box.y + (data.y[paper] ?? 0) * scale,
  }));
}

const listed = (page: Page) => page.locator("#map-papers li a").allTextContents();

describe("the map", () => {
  const { open } = openSite("site");

  it("shows a paper's title under the pointer, and a click opens it", async () => {
    const { page, requests, address } = await open("/explore/");
    const [first] = await positionsOn(page);
    if (!first) throw new Error("The map has no paper.");
    await page.mouse.move(first.x + 3, first.y - 2);
    expect(await page.textContent(".tip strong")).toBe(first.title);
    expect(await page.isVisible(".tip")).toBe(true);
    await page.mouse.click(first.x + 3, first.y - 2);
    await page.waitForURL("**/papers/**");
    expect(await page.textContent("h1")).toBe(first.title);
    expect(requests.filter((url) => !url.startsWith(new URL(address).origin))).toEqual([]);
  });

  it("lists the papers in the area selected by dragging, and all again after a click beside the dots", async () => {
    const { page } = await open("/explore/");
    const positions = await positionsOn(page);
    const box = await page.locator("#map").boundingBox();
    const [left, top] = [(box?.x ?? 0) + 2, (box?.y ?? 0) + 2];
    const [right, bottom] = [left + (box?.width ?? 0) / 2, top + (box?.height ?? 0) / 2];
    await page.mouse.move(left, top);
    await page.mouse.down();
    await page.mouse.move(right - 40, bottom);
    await page.mouse.move(right, bottom);
    await page.mouse.up();
    const inside = positions.filter(
      ({ x, y }) => x >= left && x <= right && y >= top && y <= bottom,
    );
    expect(inside.length).toBeGreaterThan(3);
    await page.waitForSelector("#map.brushed");
    expect(await listed(page)).toEqual(inside.map(({ title }) => title));
    expect(await page.textContent("#map-status")).toContain(
      `${inside.length} of 62 papers in the selected area`,
    );
    expect(page.url()).toMatch(/\/explore\/$/);
    await page.mouse.click(left + 1, top + 1);
    expect((await listed(page)).length).toBe(50);
    await page.click("#map-more button");
    expect((await listed(page)).length).toBe(62);
    expect(await page.isVisible("#map-more")).toBe(false);
  });

  it("can be explored, selected from and opened with the keyboard alone", async () => {
    const { page } = await open("/explore/");
    await positionsOn(page);
    await page.focus("#map .here");
    const names = new Set([await page.getAttribute("#map .here", "aria-label")]);
    for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowRight"]) {
      await page.keyboard.press(key);
      names.add(await page.getAttribute("#map .here", "aria-label"));
    }
    expect(names.size).toBeGreaterThan(2);
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    await page.waitForSelector("#map.brushed");
    const selected = await listed(page);
    expect(selected.length).toBeGreaterThanOrEqual(2);
    expect(selected.length).toBeLessThan(62);
    await page.keyboard.press("Escape");
    expect((await listed(page)).length).toBe(50);
    const title = await page.textContent(".tip strong");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/papers/**");
    expect(await page.textContent("h1")).toBe(title);
  });

  it("hides families that are switched off, in the picture and the list", async () => {
    const { page } = await open("/explore/");
    await positionsOn(page);
    const count = Number(await page.textContent(".families label:first-of-type .count"));
    await page.uncheck("#family-0");
    expect(await page.textContent("#map-status")).toContain(`${62 - count} of 62 papers`);
    expect(await page.isVisible("#map-dots .of-family-0")).toBe(false);
    await page.check("#family-0");
    expect(await page.textContent("#map-status")).toContain("62 papers");
  });

  it("highlights the paper that is pointed at in the list", async () => {
    const { page } = await open("/explore/");
    await positionsOn(page);
    const link = page.locator("#map-papers a").nth(2);
    await link.hover();
    expect(await page.textContent(".tip strong")).toBe(await link.textContent());
    expect(await page.isVisible("#map .here")).toBe(true);
  });

  it("is a picture of links with a list and a working legend without JavaScript", async () => {
    const { page } = await open("/explore/", { javaScriptEnabled: false });
    expect(await page.locator("#map-links a").count()).toBe(62);
    expect(await page.locator("#map-papers li:visible").count()).toBe(62);
    await page.uncheck("#family-0");
    expect(await page.locator("#map-papers li:visible").count()).toBeLessThan(62);
    const first = page.locator("#map-links a").nth(20);
    const title = await first.getAttribute("aria-label");
    await first.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/papers/**");
    expect(await page.textContent("h1")).toBe(title);
  });

  it("remains that picture when its data cannot be loaded", async () => {
    const { page } = await open("/about/");
    await page.route("**/map.json", (route) => route.abort());
    await page.click(".masthead a[href$='/explore/']");
    await page.waitForURL("**/explore/");
    await settled(page);
    expect(await page.locator("#map-links a").count()).toBe(62);
    expect(await page.locator("#map-papers li").count()).toBe(62);
  });
});

describe("the map under a base path", () => {
  const { open } = openSite("fixture", "/archive");

  it("opens a paper", async () => {
    const { page } = await open("/explore/");
    const [first] = await positionsOn(page);
    if (!first) throw new Error("The map has no paper.");
    await page.mouse.move(first.x, first.y);
    await page.mouse.click(first.x, first.y);
    await page.waitForURL("**/archive/papers/**");
  });
});
