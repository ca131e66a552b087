import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { contrast, linear } from "../fixtures/colour-vision.ts";
import { openSite } from "./open-site.ts";
import { reload } from "./settled.ts";

const paper = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const themeColors = (page: Page) =>
  page
    .locator("meta[name=theme-color]")
    .evaluateAll((all) => all.map((meta) => meta.getAttribute("content")));
const light = "rgb(251, 248, 241)";
const dark = "rgb(23, 21, 18)";

describe("the switch between light and dark", () => {
  const { open } = openSite("site");

  it("changes the page at once, is kept, and returns to the system's scheme", async () => {
    const { page } = await open("/");
    await page.emulateMedia({ colorScheme: "light" });
    const choice = page.getByLabel("Color scheme");
    expect(await choice.inputValue()).toBe("system");
    expect(await paper(page)).toBe(light);
    await choice.selectOption("dark");
    expect(await paper(page)).toBe(dark);
    expect(await themeColors(page)).toEqual(["#171512", "#171512"]);
    await reload(page);
    expect(await paper(page)).toBe(dark);
    expect(await choice.inputValue()).toBe("dark");
    await page.click(".masthead a[href='/topics/']");
    await page.waitForURL("**/topics/");
    expect(await paper(page)).toBe(dark);
    await page.emulateMedia({ media: "print" });
    expect(await paper(page)).toBe("rgb(255, 255, 255)");
    await page.emulateMedia({ media: null, colorScheme: "dark" });
    await choice.selectOption("light");
    expect(await paper(page)).toBe(light);
    expect(await themeColors(page)).toEqual(["#fbf8f1", "#fbf8f1"]);
    await choice.selectOption("system");
    expect(await paper(page)).toBe(dark);
    expect(await themeColors(page)).toEqual(["#fbf8f1", "#171512"]);
  });

  it("is set before anything is painted", async () => {
    const { page } = await open("/");
    await page.emulateMedia({ colorScheme: "light" });
    await page.getByLabel("Color scheme").selectOption("dark");
    // Modules and the rest of the page wait: only what blocks the paint has run.
    await page.route(/lang\.[\w-]+\.js$/, () => {});
    await page.goto(page.url(), { waitUntil: "commit" });
    await page.waitForFunction(() => performance.getEntriesByName("first-paint").length > 0);
    expect(await paper(page)).toBe(dark);
  });

  it("changes other open pages, too", async () => {
    const { page, address } = await open("/");
    const other = await page.context().newPage();
    await other.goto(`${address}topics/`);
    await page.getByLabel("Color scheme").selectOption("dark");
    await other.waitForSelector(":root[data-theme=dark]");
    expect(await other.getByLabel("Color scheme").inputValue()).toBe("dark");
  });

  it("can be reached and seen with the keyboard, also in forced colours", async () => {
    const { page } = await open("/");
    await page.emulateMedia({ forcedColors: "active" });
    await page.focus(".masthead ul:last-of-type li:last-child a");
    await page.keyboard.press("Tab");
    const { focused, outline, width, height } = await page.evaluate(() => {
      const { activeElement } = document;
      const style = activeElement?.parentElement && getComputedStyle(activeElement.parentElement);
      const { width, height } = activeElement?.getBoundingClientRect() ?? { width: 0, height: 0 };
      return {
        focused: activeElement?.hasAttribute("data-theme-choice"),
        outline: style?.outlineStyle,
        width,
        height,
      };
    });
    expect({ focused, outline }).toEqual({ focused: true, outline: "solid" });
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    await page.keyboard.press("ArrowDown");
    expect(await page.getAttribute(":root", "data-theme")).not.toBe("system");
    await page.emulateMedia({ forcedColors: null });
  });

  it("leaves drawings legible in forced colours, whatever the reader chose", async () => {
    const { page } = await open("/topics/");
    for (const [chosen, forced] of [
      ["light", "dark"],
      ["dark", "light"],
    ] as const) {
      await page.emulateMedia({ forcedColors: "active", colorScheme: forced });
      await page.getByLabel("Color scheme").selectOption(chosen);
      const colours = await page.evaluate(() => {
        const parts = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
        const text = document.querySelector(".chart text");
        return {
          ground: parts(getComputedStyle(document.documentElement).backgroundColor),
          text: parts(text ? getComputedStyle(text).fill : ""),
        };
      });
      const linearOf = (parts: number[]) =>
        linear(
          `#${parts
            .slice(0, 3)
            .map((part) => Math.round(part).toString(16).padStart(2, "0"))
            .join("")}`,
        );
      expect(contrast(linearOf(colours.text), linearOf(colours.ground)), forced).toBeGreaterThan(7);
    }
    await page.emulateMedia({ forcedColors: null });
  });

  it("is hidden without scripts", async () => {
    const { page } = await open("/", { javaScriptEnabled: false });
    expect(await page.isVisible(".theme-switch")).toBe(false);
  });
});
