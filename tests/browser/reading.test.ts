import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { kindsOfPage } from "../site/built-site.ts";
import { openSite } from "./open-site.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

describe("reading", () => {
  const { open } = openSite("site");

  describe.each(["light", "dark"] as const)("with the %s scheme", (colorScheme) => {
    it.each(Object.entries(kindsOfPage))("passes axe: %s", async (_, path) => {
      const { page } = await open(path, { colorScheme });
      await page.addScriptTag({ path: axe });
      const violations: string[] = await page.evaluate(`axe.run().then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | ")))`);
      expect(violations).toEqual([]);
    });
  });

  it.each([390, 768, 1280, 2560])("fits a window of %i pixels", async (width) => {
    const { page, address } = await open("/", { viewport: { width, height: 900 } });
    for (const path of Object.values(kindsOfPage)) {
      await page.goto(address + path.slice(1));
      const [content, window] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        innerWidth,
      ]);
      expect(content, path).toBeLessThanOrEqual(window ?? 0);
    }
  });

  it("needs no JavaScript and sends no requests to other hosts", async () => {
    const { page, requests, address } = await open("/", { javaScriptEnabled: false });
    await page.click(".papers h3 a");
    expect(await page.textContent("h1")).toContain("INTER: Mitigating Hallucination");
    expect(await page.textContent(".abstract")).toContain("up to 3.4% on five LVLMs");
    expect(requests.filter((url) => !url.startsWith(new URL(address).origin))).toEqual([]);
  });

  it("shows formulas at about the size of the text around them", async () => {
    const { page } = await open("/report/formulas/");
    const ratio = await page.evaluate(() => {
      const size = (element: Element | null) =>
        element ? Number.parseFloat(getComputedStyle(element).fontSize) : 0;
      const formula = document.querySelector(".katex");
      return size(formula) / size(formula?.parentElement ?? null);
    });
    expect(ratio).toBeCloseTo(1.02, 2);
  });

  it("starts with a link that skips to the content", async () => {
    const { page } = await open("/");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  });

  it("shows the 404 page for an unknown address", async () => {
    const { page } = await open("/papers/no-such-paper/");
    expect(await page.textContent("h1")).toBe("Page not found");
  });

  it("prints a paper without the navigation", async () => {
    const { page } = await open(
      "/papers/correlated-proxies-a-new-definition-and-improved-mitigation/",
    );
    await page.emulateMedia({ media: "print" });
    expect(await page.isVisible("nav")).toBe(false);
    expect(await page.isVisible(".abstract")).toBe(true);
  });
});
