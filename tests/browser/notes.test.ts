import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { openSite } from "./open-site.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const paths = [
  "/papers/a-title-with-l2-norms-and-b-markup/",
  "/papers/export-controls-2024-in-review/",
  "/papers/my-own-paper/",
  "/reading-list/",
  "/reading-list/read/",
  "/reading-list/tags/norms/",
  "/report/formulas/",
];

describe("notes", () => {
  const { open } = openSite("fixture", "/archive");

  describe.each(["light", "dark"] as const)("with the %s scheme", (colorScheme) => {
    it.each(paths)("passes axe: %s", async (path) => {
      const { page } = await open(path, { colorScheme });
      await page.addScriptTag({ path: axe });
      const violations: string[] = await page.evaluate(`axe.run().then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | ")))`);
      expect(violations).toEqual([]);
    });
  });

  it.each([390, 1280])(
    "fit a window of %i pixels and send no requests to other hosts",
    async (width) => {
      for (const path of paths) {
        const { page, requests, address } = await open(path, { viewport: { width, height: 900 } });
        const [content, window] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          innerWidth,
        ]);
        expect(content, path).toBeLessThanOrEqual(window ?? 0);
        expect(requests.filter((url) => !url.startsWith(new URL(address).origin))).toEqual([]);
      }
    },
  );
});
