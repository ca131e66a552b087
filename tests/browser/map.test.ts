import { describe, expect, it } from "vitest";
import { drawn, listed, looksLike, positionsOn } from "./map-helpers.ts";
import { openSite } from "./open-site.ts";

describe("the map", () => {
  const { open } = openSite("site");

  it("shows a card of the paper under the pointer, and a click opens it", async () => {
    const { page, requests, address } = await open("/explore/");
    const [first] = await positionsOn(page);
    if (!first) throw new Error("The map has no paper.");
    await page.mouse.move(first.x + 3, first.y - 2);
    expect(await page.textContent(".tip strong")).toBe(first.title);
    expect(await page.isVisible(".tip")).toBe(true);
    expect(await page.textContent(".tip .label")).toMatch(/^(?:.+, )?13 November 2025$/);
    await page.waitForFunction(() =>
      /\.$/.test(document.querySelector(".tip > :last-child")?.textContent ?? ""),
    );
    await page.mouse.click(first.x + 3, first.y - 2);
    await page.waitForURL("**/papers/**");
    expect(await page.textContent("h1")).toBe(first.title);
    expect(requests.filter((url) => !url.startsWith(new URL(address).origin))).toEqual([]);
  });

  it("zooms with the wheel, moves when dragged, lists what is in view, and shows the whole map again", async () => {
    const { page } = await open("/explore/");
    // High enough for the whole map: a wheel goes on scrolling a page that has just scrolled.
    await page.setViewportSize({ width: 1280, height: 1000 });
    const [first] = await positionsOn(page);
    if (!first) throw new Error("The map has no paper.");
    await page.mouse.move(first.x, first.y);
    for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, -200);
    await page.waitForSelector("#map.zoomed");
    await page.waitForFunction(() =>
      / in view,/.test(document.querySelector("#map-status")?.textContent ?? ""),
    );
    const inView = await listed(page);
    expect(inView).toContain(first.title);
    expect(inView.length).toBeLessThan(50);
    // What is under the pointer has stayed there, and then follows it.
    expect(await page.textContent(".tip strong")).toBe(first.title);
    const box = await page.locator("#map").boundingBox();
    const [x, y] = [first.x + (first.x < (box?.x ?? 0) + 300 ? 60 : -60), first.y];
    await page.mouse.down();
    await page.mouse.move((first.x + x) / 2, y);
    await page.mouse.move(x, y);
    await page.mouse.up();
    await page.mouse.move(x + 1, y);
    expect(page.url()).toMatch(/\/explore\/$/);
    expect(await page.textContent(".tip strong")).toBe(first.title);
    await page.click("[data-act=whole]");
    await page.waitForFunction(() =>
      /^62 papers,/.test(document.querySelector("#map-status")?.textContent ?? ""),
    );
    expect(await page.isDisabled("[data-act=left]")).toBe(true);
  });

  it("lets the page scroll over a map that is shown whole", async () => {
    const { page } = await open("/explore/");
    await positionsOn(page);
    await page.setViewportSize({ width: 1280, height: 500 });
    await page.evaluate(() => scrollTo(0, 0));
    await page.mouse.move(400, 400);
    await page.mouse.wheel(0, 150);
    await page.waitForFunction(() => scrollY > 100);
    // In one task: a slow machine could make a pause between the two.
    const isCaught = await page.evaluate(() => {
      dispatchEvent(new Event("scroll"));
      const wheel = new WheelEvent("wheel", { deltaY: -100, bubbles: true, cancelable: true });
      document.querySelector("#map")?.dispatchEvent(wheel);
      return wheel.defaultPrevented;
    });
    expect(isCaught).toBe(false);
    expect(await page.locator("#map.zoomed").count()).toBe(0);
  });

  it("lists the papers in the area selected by dragging, and all again after a click beside the dots", async () => {
    const { page } = await open("/explore/");
    const positions = await positionsOn(page);
    const box = await page.locator("#map").boundingBox();
    const [left, top] = [(box?.x ?? 0) + 2, (box?.y ?? 0) + 2];
    const [right, bottom] = [left + (box?.width ?? 0) / 2, top + (box?.height ?? 0) / 2];
    const select = async () => {
      await page.mouse.move(left, top);
      await page.mouse.down();
      await page.mouse.move(right - 40, bottom);
      await page.mouse.move(right, bottom);
      await page.mouse.up();
    };
    const inside = positions.filter(
      ({ x, y }) => x >= left && x <= right && y >= top && y <= bottom,
    );
    expect(inside.length).toBeGreaterThan(3);
    // The list of an area that was smaller may come first: a slow machine can take long for the movement.
    const areaIsListed = () =>
      page.waitForFunction(
        (words) => document.querySelector("#map-status")?.textContent?.includes(words),
        `${inside.length} of 62 papers in the selected area`,
      );
    await page.keyboard.down("Shift");
    await select();
    await page.keyboard.up("Shift");
    await page.waitForSelector("#map.brushed");
    await areaIsListed();
    expect(await listed(page)).toEqual(inside.map(({ title }) => title));
    expect(await page.textContent("#map-status")).toContain(
      `${inside.length} of 62 papers in the selected area`,
    );
    expect(page.url()).toMatch(/\/explore\/$/);
    await page.mouse.click(left + 1, top + 1);
    await page.waitForFunction(() => document.querySelectorAll("#map-papers li").length === 50);
    // The same without a key.
    await page.click("[data-act=select]");
    await select();
    await areaIsListed();
    expect(await listed(page)).toEqual(inside.map(({ title }) => title));
    await page.mouse.click(left + 1, top + 1);
    await page.waitForFunction(() => document.querySelectorAll("#map-papers li").length === 50);
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
    await page.waitForFunction(() => document.querySelectorAll("#map-papers li").length < 50);
    const selected = await listed(page);
    expect(selected.length).toBeGreaterThanOrEqual(2);
    expect(selected.length).toBeLessThan(62);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.querySelectorAll("#map-papers li").length === 50);
    const title = await page.textContent(".tip strong");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/papers/**");
    expect(await page.textContent("h1")).toBe(title);
  });

  it("moves and zooms with the keyboard", async () => {
    const { page } = await open("/explore/");
    await positionsOn(page);
    await page.focus("#map canvas");
    const before = await drawn(page);
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    await page.waitForSelector("#map.zoomed");
    await page.waitForFunction(() =>
      / in view,/.test(document.querySelector("#map-status")?.textContent ?? ""),
    );
    const enlarged = await listed(page);
    const list = await page.textContent("#map-papers");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(
      (before) => document.querySelector("#map-papers")?.textContent !== before,
      list,
    );
    expect(await listed(page)).not.toEqual(enlarged);
    await page.keyboard.press("0");
    await page.waitForSelector("#map:not(.zoomed)");
    await page.waitForFunction(() => document.querySelectorAll("#map-papers li").length === 50);
    expect(await looksLike(await drawn(page), before)).toBe(true);
  });

  it("shows a card for the paper that the keyboard is on, and keeps that paper in view", async () => {
    const { page } = await open("/explore/");
    await positionsOn(page);
    await page.focus("#map .here");
    for (let press = 0; press < 5; press++) await page.keyboard.press("+");
    for (let press = 0; press < 6; press++) {
      await page.keyboard.press("PageDown");
      await page.waitForSelector("#map.pointing");
      const [map, ring] = await Promise.all(
        ["#map", "#map .here"].map((name) => page.locator(name).boundingBox()),
      );
      const x = (ring?.x ?? 0) + (ring?.width ?? 0) / 2;
      expect(x).toBeGreaterThan(map?.x ?? 0);
      expect(x).toBeLessThan((map?.x ?? 0) + (map?.width ?? 0));
      const name = await page.getAttribute("#map .here", "aria-label");
      expect(name).toContain((await page.textContent(".tip strong")) ?? "no title");
    }
  });

  it("zooms with two fingers, and shows a card after a tap, which opens the paper", async () => {
    const { page } = await open("/explore/", {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      serviceWorkers: "block",
    });
    await positionsOn(page);
    const box = await page.locator("#map").boundingBox();
    const devtools = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", apart: number) =>
      devtools.send("Input.dispatchTouchEvent", {
        type,
        touchPoints:
          type === "touchEnd"
            ? []
            : [-1, 1].map((side, id) => ({ id, x: 195 + side * apart, y: (box?.y ?? 0) + 200 })),
      });
    await touch("touchStart", 20);
    for (const apart of [30, 50, 70, 90]) await touch("touchMove", apart);
    await touch("touchEnd", 90);
    await page.waitForSelector("#map.zoomed");
    await page.tap("[data-act=whole]");
    await page.waitForSelector("#map:not(.zoomed)");
    const top = (await page.locator("#map").boundingBox())?.y ?? 0;
    const paper = (await positionsOn(page)).find(({ y }) => y > top + 20 && y < top + 200);
    if (!paper) throw new Error("No paper is in the upper part of the map.");
    await page.touchscreen.tap(paper.x, paper.y);
    await page.waitForSelector("#map.pointing");
    expect(page.url()).toMatch(/\/explore\/$/);
    expect(await page.textContent(".tip strong")).toBe(paper.title);
    expect((await page.locator(".tip").boundingBox())?.width).toBeGreaterThan(300);
    await page.tap(".tip strong");
    await page.waitForURL("**/papers/**");
    expect(await page.textContent("h1")).toBe(paper.title);
  });

  it("highlights the paper that is pointed at in the list", async () => {
    const { page } = await open("/explore/");
    await positionsOn(page);
    const link = page.locator("#map-papers a").nth(2);
    await link.hover();
    expect(await page.textContent(".tip strong")).toBe(await link.textContent());
    expect(await page.isVisible("#map .here")).toBe(true);
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
