import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { tightPage } from "../../src/archive/tight-page.ts";
import { documentOf } from "../fixtures/document-of.ts";
import { siteFaults } from "../hostile/site-faults.ts";

const folder = inject("hostile");

it("no file of a site with hostile texts has an element, handler, script or address of a source", () => {
  const { pages, feeds, faults } = siteFaults(folder);
  expect(faults).toEqual([]);
  expect(pages).toBeGreaterThan(200);
  expect(feeds).toBeGreaterThan(3);
});

it("a site with hostile texts has every kind of page", () => {
  const paths = [
    "404.html",
    "hostile/index.html",
    "broken/index.html",
    "papers/former-paper/index.html",
    "papers/papers-without-any-date/index.html",
    "days/undated/index.html",
    "papers/gone-paper/index.html",
    "topics/hostile/index.html",
    "topics/survey/index.html",
    "reading-list/index.html",
    "_redirects",
  ];
  expect(paths.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
});

it.each(["hostile", "site"] as const)(
  "a tight page has the same document: the site %s",
  (name) => {
    const pages = globSync("**/*.html", { cwd: inject(name) });
    expect(pages.length).toBeGreaterThan(200);
    const others = pages.filter((path) => {
      const html = readFileSync(join(inject(name), path), "utf8");
      const tight = tightPage(html);
      return tight.length >= html.length || documentOf(tight) !== documentOf(html);
    });
    expect(others).toEqual([]);
  },
  60_000,
);

it("a page with letters from right to left says where texts have a direction of their own", () => {
  const pages = globSync("papers/*/index.html", { cwd: folder }).map((path) =>
    readFileSync(join(folder, path), "utf8"),
  );
  const titles = pages.flatMap((html) => html.match(/<h1\b[^>]*>[^<]*[\u0590-\u08ff]/) ?? []);
  expect(titles.length).toBeGreaterThan(0);
  for (const title of titles) expect(title).toMatch(/^<h1 dir="auto">/);
});

it("hostile notes show the alternative text of what is not a picture, and run no code", () => {
  const html = (index: number) =>
    readFileSync(join(folder, `papers/noted-${index}/index.html`), "utf8");
  const shown = [0, 1, 2].map((index) => html(index).match(/shown/g)?.length);
  expect(shown).toEqual([3, 1, 3]);
  expect(html(0)).toMatch(/<img src="[^"]+pixel[^"]*\.webp"/);
  expect(existsSync(join(folder, "../canary"))).toBe(false);
  const report = inject("hostileReport");
  expect(report).toMatch(/content\/notes\/noted-0\.mdx:1 {2}error .*\[invalid-image\]/);
  expect(report).toMatch(/content\/notes\/noted-4\.mdx:1 {2}error .*\[unsafe-attribute\]/);
  expect(report).not.toContain("root:");
});
