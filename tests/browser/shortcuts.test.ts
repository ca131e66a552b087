import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { kindsOfPage } from "../site/built-site.ts";
import { openSite } from "./open-site.ts";
import { goTo } from "./settled.ts";

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement instanceof HTMLAnchorElement ? activeElement.pathname : undefined;
  });

describe("the keys of every page", () => {
  const { open } = openSite("site");

  it("go through the rows of each list with j and k, and open one with o", async () => {
    const { page, address } = await open("/");
    const lists = Object.values(kindsOfPage).filter(
      (path) => !/papers\/|search|saved|404/.test(path),
    );
    for (const path of [...lists, "/search/?q=learning"]) {
      await goTo(page, address + path.slice(1));
      if (path.startsWith("/search/")) {
        await page.waitForSelector("#search-results li");
        await page.evaluate(
          () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
        );
      }
      const rows = await page
        .locator("main :is(.papers, .topics, .index, .days-of-months ol, #map-papers) > li")
        .count();
      if (rows < 2) continue;
      await page.keyboard.press("j");
      const first = await focused(page);
      expect(first, path).toBeDefined();
      await page.keyboard.press("j");
      const second = await focused(page);
      expect(second, path).not.toBe(first);
      await page.keyboard.press("k");
      expect(await focused(page), path).toBe(first);
      await page.keyboard.press("k");
      expect(await focused(page), path).toBe(first);
    }
    const target = await focused(page);
    await page.keyboard.press("o");
    await page.waitForURL((url) => url.pathname === target);
  });

  it("save the paper of the row with s, and of the page", async () => {
    const { page } = await open("/");
    await page.keyboard.press("s");
    expect(await page.locator(".mark[aria-pressed=true]").count()).toBe(0);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("s");
    const pressed = page.locator("[data-key=s][aria-pressed=true]");
    expect(await pressed.count()).toBe(1);
    expect(
      await pressed.evaluate((button) => button.closest("li")?.contains(document.activeElement)),
    ).toBe(true);
    await page.keyboard.press("o");
    await page.waitForURL("**/papers/**");
    const save = page.getByRole("button", { name: "Save", exact: true });
    expect(await save.getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("s");
    expect(await save.getAttribute("aria-pressed")).toBe("false");
  });

  it("are shown by ?, on every kind of page, and do nothing behind that window", async () => {
    const { page, address } = await open("/");
    for (const path of ["/", "/topics/", "/explore/", "/saved/", "/about/"]) {
      await goTo(page, address + path.slice(1));
      await page.keyboard.press("?");
      const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
      await help.waitFor();
      expect(await help.locator("kbd").allTextContents(), path).toEqual(
        expect.arrayContaining(["j", "k", "o", "s", "/", "?"]),
      );
      await page.keyboard.press("j");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Close");
      await page.keyboard.press("Escape");
      expect(await help.isVisible()).toBe(false);
    }
  });

  it("leave what is typed, and keys with others, alone", async () => {
    const { page } = await open("/");
    await page.keyboard.press("/");
    await page.keyboard.type("jokes?/s");
    expect(await page.inputValue(".search-form input")).toBe("jokes?/s");
    await page.evaluate(
      () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
    );
    for (const keys of ["Alt+j", "Control+j", "Meta+j", "Control+o"])
      await page.keyboard.press(keys);
    expect(await focused(page)).toBeUndefined();
  });

  it("can be switched off for all pages", async () => {
    const { page, address } = await open("/saved/");
    await page.evaluate(() => localStorage.setItem("offprint:/:shortcuts-off", "yes"));
    await goTo(page, `${address}days/2025-11-13/`);
    for (const key of ["j", "/", "?"]) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await page.keyboard.press("Control+k");
    await page.waitForURL("**/search/");
  });
});
