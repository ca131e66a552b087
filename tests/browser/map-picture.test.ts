import { describe, expect, it } from "vitest";
import { paintedIn, positionsOn } from "./map-helpers.ts";
import { openSite } from "./open-site.ts";
import { settled } from "./settled.ts";

describe("the picture of the map", () => {
  const { open } = openSite("site");

  it("hides families that are switched off, in the picture and the list", async () => {
    const { page } = await open("/explore/");
    await positionsOn(page);
    const count = Number(await page.textContent(".families label:first-of-type .count"));
    expect(await paintedIn(page, 0)).toBeGreaterThan(20);
    await page.uncheck("#family-0");
    await page.waitForFunction(
      (left) =>
        document.querySelector("#map-status")?.textContent?.startsWith(`${left} of 62 papers`),
      62 - count,
    );
    expect(await paintedIn(page, 0)).toBe(0);
    await page.check("#family-0");
    await page.waitForFunction(() =>
      /^62 papers/.test(document.querySelector("#map-status")?.textContent ?? ""),
    );
  });

  it("follows the light and dark schemes", async () => {
    const { page } = await open("/explore/");
    await positionsOn(page);
    for (const scheme of ["dark", "light"]) {
      await page.getByLabel("Color scheme").selectOption(scheme);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await paintedIn(page, 0)).toBeGreaterThan(20);
    }
  });

  it("takes at least 60 % of the height of a phone's window", async () => {
    const { page } = await open("/explore/");
    for (const [width, height] of [
      [390, 844],
      [320, 568],
      [412, 915],
    ] as const) {
      await page.setViewportSize({ width, height });
      const box = await page.locator("#map").boundingBox();
      expect((box?.height ?? 0) / height).toBeGreaterThanOrEqual(0.6);
    }
  });

  it("ends within the window of a laptop", async () => {
    const { page } = await open("/explore/");
    await page.setViewportSize({ width: 1280, height: 800 });
    const box = await page.locator("#map").boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
  });

  it("has labels without JavaScript that cover no dot and meet no pointer", async () => {
    const { page } = await open("/explore/", { javaScriptEnabled: false });
    for (const [width, height] of [
      [1280, 900],
      [768, 1024],
      [390, 844],
      [320, 568],
    ] as const) {
      await page.setViewportSize({ width, height });
      const labels = page.locator(".region:visible");
      expect(await labels.count(), `${width}`).toBeGreaterThan(1);
      const boxes = await Promise.all((await labels.all()).map((label) => label.boundingBox()));
      const dots = await Promise.all(
        (await page.locator("#map-links circle").all()).map((dot) => dot.boundingBox()),
      );
      const covered = boxes.filter((label) =>
        dots.some((dot) => {
          if (!label || !dot) return true;
          const [x, y] = [dot.x + dot.width / 2, dot.y + dot.height / 2];
          return (
            x > label.x - 4 &&
            x < label.x + label.width + 4 &&
            y > label.y - 2 &&
            y < label.y + label.height + 2
          );
        }),
      );
      expect(covered, `${width}`).toEqual([]);
    }
    expect(
      await page
        .locator(".region")
        .first()
        .evaluate((label) => getComputedStyle(label).pointerEvents),
    ).toBe("none");
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
