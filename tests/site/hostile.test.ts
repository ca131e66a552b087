import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import { expect, inject, it } from "vitest";

const folder = inject("hostile");
const pages = globSync("{papers,organizations}/*/index.html", { cwd: folder }).map((path) => ({
  path,
  root: fromHtml(readFileSync(join(folder, path), "utf8")),
}));

it("pages of hostile papers have no element, handler or address of a source, as browsers parse them", () => {
  expect(pages.length).toBeGreaterThan(120);
  expect(
    pages.flatMap(({ path, root }) => faultsOf(root).map((fault) => `${path}: ${fault}`)),
  ).toEqual([]);
});

it("hostile notes show the alternative text of what is not a picture, and run no code", () => {
  const html = (index: number) =>
    readFileSync(join(folder, `papers/noted-${index}/index.html`), "utf8");
  const shown = [0, 1, 2].map((index) => html(index).match(/shown/g)?.length);
  expect(shown).toEqual([2, 1, 3]);
  expect(html(0)).toMatch(/<img src="[^"]+pixel[^"]*\.webp"/);
  expect(existsSync(join(folder, "../canary"))).toBe(false);
  const report = inject("hostileReport");
  expect(report).toMatch(/content\/notes\/noted-0\.mdx:1 {2}error .*\[invalid-image\]/);
  expect(report).toMatch(/content\/notes\/noted-4\.mdx:1 {2}error .*\[unsafe-attribute\]/);
  expect(report).not.toContain("root:");
});

function faultsOf(root: Root): string[] {
  const faults: string[] = [];
  visit(root, "element", (element) => {
    faults.push(...elementFaults(element));
  });
  return faults;
}

function elementFaults({ tagName, properties }: Element): string[] {
  const elements = /^(?:iframe|object|embed|base|style|video|audio|applet|frame|portal|plaintext)$/;
  const isForeign = (value: unknown) => /^(?:[a-z+.-]+:)?\/\//i.test(String(value));
  // The page of a former address leads to the paper.
  const leads = /^0; url=\/papers\/[\w./-]+$/.test(String(properties["content"]));
  const isPolicy = String(properties["httpEquiv"]) === "Content-Security-Policy";
  const orders = "httpEquiv" in properties && !leads && !isPolicy;
  return [
    ...(orders || elements.test(tagName) ? [`<${tagName}>`] : []),
    ...Object.entries(properties).flatMap(([name, value]) => {
      if (/^on/i.test(name)) return [name];
      if (name === "src" && (isForeign(value) || String(value) === "x")) return [`src=${value}`];
      if (name !== "href" || tagName === "link") return [];
      return /^(?:[/#.]|https?:|mailto:|data:(?:application|text\/plain))/.test(String(value))
        ? []
        : [`href=${value}`];
    }),
  ];
}
