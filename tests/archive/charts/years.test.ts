import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { sparkline } from "../../../src/archive/charts/sparkline.ts";
import { yearBars } from "../../../src/archive/charts/year-bars.ts";
import { yearGrid } from "../../../src/archive/charts/year-grid.ts";

const texts = { id: "c", title: "Days & <papers>", description: 'The "most" on one.' };
const years = (first: number, counts: number[]) =>
  counts.map((count, index) => ({ year: first + index, count }));

describe("bars by year", () => {
  it("are as high as their numbers, each named and none below the axis", () => {
    const bars = parse(yearBars(years(2023, [2, 0, 4]), texts)).querySelectorAll("g");
    expect(bars.map((bar) => bar.querySelector("title")?.text)).toEqual([
      "2023: 2",
      "2024: 0",
      "2025: 4",
    ]);
    const heights = bars.map((bar) => Number(bar.querySelector("rect")?.getAttribute("height")));
    expect(heights[0]).toBeCloseTo((heights[2] ?? 0) / 2);
    expect(heights[1]).toBe(0);
  });

  it.each([1, 2, 30, 40])("name years without overlap, of %i years the last always", (length) => {
    const named = parse(yearBars(years(1990, Array<number>(length).fill(1)), texts))
      .querySelectorAll(".year")
      .map((text) => ({ year: Number(text.text), x: Number(text.getAttribute("x")) }));
    expect(named.at(-1)?.year).toBe(1990 + length - 1);
    for (const [index, { x }] of named.entries()) {
      expect(x - (named[index - 1]?.x ?? Number.NEGATIVE_INFINITY)).toBeGreaterThan(30);
    }
  });
});

describe("topics by years", () => {
  it("has a link a row and a square a year with papers, names escaped", () => {
    const svg = yearGrid(
      [
        { name: "Safety & <Security>", href: "/t/a/", byYear: years(2024, [0, 7]) },
        { name: "B", href: "/t/b/", byYear: years(2024, [1, 1]) },
      ],
      texts,
    );
    const root = parse(svg);
    expect(root.querySelectorAll("a").map((link) => link.getAttribute("href"))).toEqual([
      "/t/a/",
      "/t/b/",
    ]);
    expect(svg).toContain("Safety &amp; &lt;Security&gt;");
    // Each year is a square and each shade is a path. The palest shade means none.
    const squares = root
      .querySelectorAll("path")
      .map((path) => [
        path.getAttribute("class"),
        path.getAttribute("d")?.match(/M\d+ \d+/g)?.length,
      ]);
    expect(squares).toEqual([
      ["s0", 1],
      ["s1", 2],
      ["s5", 1],
    ]);
  });

  it("stays under 40 kB with its table and a sparkline a topic: forty years, 120 topics", () => {
    const byYear = years(
      1986,
      Array.from({ length: 40 }, (_, index) => (index * 37) % 200),
    );
    const row = { name: "n".repeat(60), href: `/base/topics/${"n".repeat(40)}/`, byYear };
    const chart = yearGrid(Array<typeof row>(12).fill(row), texts).length;
    const table = 12 * 40 * "<td>123</td>".length;
    expect(chart + table + 120 * (sparkline(byYear)?.length ?? 0)).toBeLessThan(40_000);
  });
});

describe("a sparkline", () => {
  it("is left out where there is no trend", () => {
    expect(sparkline(years(2025, [3]))).toBeUndefined();
    expect(sparkline([])).toBeUndefined();
  });

  it("is a small picture that a screen reader passes over", () => {
    const svg =
      sparkline(
        years(
          1986,
          Array.from({ length: 40 }, (_, index) => index % 7),
        ),
      ) ?? "";
    expect(svg).toContain('aria-hidden="true"');
    expect(svg).not.toContain("NaN");
    expect(svg.length).toBeLessThan(250);
  });
});
