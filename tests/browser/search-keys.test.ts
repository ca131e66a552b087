import { describe, expect, it } from "vitest";
import { openSite } from "./open-site.ts";

describe("the search page", () => {
  const { open } = openSite("site");

  it("can be navigated with arrow keys, Enter and Escape", async () => {
    const { page } = await open("/search/?q=bandits");
    await page.waitForSelector("#search-results li");
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    await page.focus("#search-input");
    await page.keyboard.press("ArrowDown");
    const first = await focused();
    expect(first).toContain("Bandits");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).not.toBe(first);
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toBe(first);
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-input");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/papers/**");
    expect(await page.textContent("h1")).toBe(first);
  });

  it.each(["/", "Control+k"])("is opened with %s from a paper's page", async (keys) => {
    const { page } = await open("/papers/ai-agent-behavioral-science/");
    await page.keyboard.press(keys);
    await page.waitForURL("**/search/");
    await page.waitForFunction(() => document.activeElement?.id === "search-input");
  });

  it("remembers searches on this device until they are cleared", async () => {
    const { page, address } = await open("/search/");
    await page.fill("#search-input", "bandits");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#search-results li");
    await page.goto(`${address}search/`);
    await page.click("#search-recent a >> text=bandits");
    await page.waitForSelector("#search-results li");
    await page.goto(`${address}search/`);
    await page.waitForSelector("#search-recent a");
    await page.focus("#search-input");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("bandits");
    await page.keyboard.press("ArrowUp");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-input");
    await page.click("#search-recent button");
    expect(await page.isVisible("#search-recent")).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-input");
  });

  it("works where storage is blocked", async () => {
    const { page, address } = await open("/about/", { serviceWorkers: "block" });
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("blocked", "SecurityError");
        },
      });
    });
    await page.goto(`${address}search/?q=bandits`);
    await page.waitForSelector("#search-results li");
    await page.fill("#search-input", "is:saved");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.startsWith("No paper"),
    );
  });
});
