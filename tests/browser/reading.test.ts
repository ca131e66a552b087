import { describe, expect, it } from "vitest";
import { kindsOfPage } from "../site/built-site.ts";
import { axeViolations } from "./axe.ts";
import { openSite } from "./open-site.ts";
import { smallTargets } from "./small-targets.ts";
import { overflowingWidths } from "./widths.ts";

describe("reading", () => {
  const { open } = openSite("site");

  it.each(Object.entries(kindsOfPage))(
    "passes axe in light and dark, fits every window, and has controls that a finger hits: %s",
    async (_, path) => {
      const { page } = await open(path);
      expect(await axeViolations(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
      expect(await overflowingWidths(page, [768, 1280, 2560, 390])).toEqual([]);
      expect(await smallTargets(page), "on a phone").toEqual([]);
    },
  );

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

  it("copies formulas as LaTeX, and paragraphs apart", async () => {
    const { page } = await open(kindsOfPage["paper with restored formulas"]);
    const { shown, copied, part, all } = await page.evaluate(() => {
      const copyOf = (select: (range: Range, abstract: Element) => void) => {
        const abstract = document.querySelector(".abstract");
        if (!abstract) throw new Error("The page has no abstract.");
        const range = document.createRange();
        select(range, abstract);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        const copies: string[] = [];
        const keep = (event: ClipboardEvent) => {
          copies.push(event.clipboardData?.getData("text/plain") ?? "");
        };
        addEventListener("copy", keep);
        document.execCommand("copy");
        removeEventListener("copy", keep);
        return copies.join("");
      };
      const formulas = [...document.querySelectorAll(".abstract .katex annotation")];
      return {
        shown: formulas.map(({ textContent }) => `$${textContent}$`),
        copied: copyOf((range, abstract) => range.selectNodeContents(abstract)),
        all: copyOf((range) => range.selectNodeContents(document.body)),
        part: copyOf((range, abstract) => {
          const formula = abstract.querySelector(".katex-html .mathnormal");
          if (formula) range.selectNodeContents(formula);
        }),
      };
    });
    expect(copied.match(/\$[^$]+\$/g)).toEqual(shown);
    expect(copied).toContain("$N=\\tilde\\Omega(C^*)$");
    expect(copied).not.toMatch(/\s\n|\n{3}|Ω/);
    expect(part).toBe(shown[0]);
    // Closed windows are not copied.
    expect(all).toContain("$N=\\tilde\\Omega(C^*)$");
    expect(all).not.toMatch(/You can turn them off/);
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

  it("prints a paper with its reference, and without what only a screen can use", async () => {
    const { page } = await open(
      "/papers/correlated-proxies-a-new-definition-and-improved-mitigation/",
    );
    await page.emulateMedia({ media: "print" });
    const controls = "nav, button, input, select, summary, .find, .to-cite";
    expect(await page.locator(controls).filter({ visible: true }).allTextContents()).toEqual([]);
    expect(await page.isVisible(".abstract")).toBe(true);
    const [reference, ...more] = await page.locator(".cite pre:visible").allTextContents();
    expect(reference).toMatch(/^Correlated Proxies: .+ Hacking\. 20\d\d\.$/);
    expect(more).toEqual([]);
  });
});
