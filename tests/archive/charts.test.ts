import fc from "fast-check";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { calendarWeeks, calendarYear, type DayCount } from "../../src/archive/charts/calendar.ts";
import { calendarRows } from "../../src/archive/charts/calendar-rows.ts";
import { shadeScale } from "../../src/archive/charts/shades.ts";
import { sparkline } from "../../src/archive/charts/sparkline.ts";
import { yearBars } from "../../src/archive/charts/year-bars.ts";
import { yearGrid } from "../../src/archive/charts/year-grid.ts";

const texts = { id: "c", title: "Days & <papers>", description: 'The "most" on one.' };
const words = {
  day: (key: string) => key.slice(5),
  papers: String,
  month: (key: string) => key.slice(5),
  href: (key: string) => `/archive/days/${key}/`,
};
const years = (first: number, counts: number[]) =>
  counts.map((count, index) => ({ year: first + index, count }));

/** Every day of a year, each with a number of papers. */
function everyDay(year: number, count = 1): DayCount[] {
  const days: DayCount[] = [];
  const at = new Date(Date.UTC(year, 0, 1));
  for (; at.getUTCFullYear() === year; at.setUTCDate(at.getUTCDate() + 1)) {
    days.push({ key: at.toISOString().slice(0, 10), count });
  }
  return days;
}

describe("a calendar's year", () => {
  it("puts a day into its week's column and its weekday's line, with a link and a name", () => {
    const svg = calendarYear(
      [
        { key: "2025-01-01", count: 1 },
        { key: "2025-01-06", count: 600 },
        { key: "2025-12-31", count: 3 },
      ],
      words,
      texts,
    );
    const links = parse(svg).querySelectorAll("a");
    expect(
      links.map((link) => {
        const square = link.querySelector("rect");
        const of = (name: string) => square?.getAttribute(name);
        return [
          link.getAttribute("href"),
          link.querySelector("title")?.text,
          [of("x"), of("y"), of("class")],
        ];
      }),
    ).toEqual([
      // A Wednesday. The first Monday starts the second column.
      ["/archive/days/2025-01-01/", "01-01: 1", ["0", "4", "s1"]],
      ["/archive/days/2025-01-06/", "01-06: 600", ["1", "2", "s5"]],
      ["/archive/days/2025-12-31/", "12-31: 3", ["52", "4", "s3"]],
    ]);
  });

  it("gives every day of any year a square of its own inside the picture", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), (year) => {
        const days = everyDay(year);
        const squares = parse(calendarYear(days, words, texts))
          .querySelectorAll("a rect")
          .map((rect) => [Number(rect.getAttribute("x")), Number(rect.getAttribute("y"))]);
        expect(new Set(squares.map(String)).size).toBe(days.length);
        for (const [x = -1, y = -1] of squares) {
          expect(x >= 0 && x < 54 && y >= 2 && y < 9).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("outlines days without papers of their own, and has both halves of the year apart", () => {
    const root = parse(
      calendarYear(
        [
          { key: "2025-06-30", count: 0 },
          { key: "2025-07-01", count: 2 },
        ],
        words,
        texts,
      ),
    );
    expect(root.querySelector(".first a rect")?.getAttribute("class")).toBe("elsewhere");
    expect(root.querySelector(".second a rect")?.getAttribute("class")).toBe("s3");
    expect(root.querySelectorAll(".second text").map(({ text }) => text)).toEqual([
      "07",
      "08",
      "09",
      "10",
      "11",
      "12",
    ]);
    const alone = calendarYear([{ key: "2025-03-01", count: 1 }], words, texts);
    expect(parse(alone).querySelector("svg")?.classList.contains("only-first")).toBe(true);
  });

  it("has a title and a description that a screen reader finds, their signs escaped", () => {
    for (const svg of [calendarYear(everyDay(2025), words, texts), calendarWeeks([], texts)]) {
      expect(svg).toContain('aria-labelledby="c-title c-desc"');
      expect(svg).toContain('<title id="c-title">Days &amp; &lt;papers&gt;</title>');
      expect(svg).toContain('<desc id="c-desc">The &quot;most&quot; on one.</desc>');
    }
  });

  it("sums up its weeks where it shows no days", () => {
    const svg = calendarWeeks(everyDay(2024, 10), texts);
    // 53 columns; the first and last have fewer days. A week of 70 papers has the darkest shade.
    expect(svg.match(/M\d+ .42h/g)).toHaveLength(53);
    expect(svg).toContain('class="s5"');
    expect(svg).not.toContain("<a ");
  });
});

describe("a calendar of many years", () => {
  const textsOf = (year: string) => ({ ...texts, id: year });
  const rows = (days: DayCount[]) => calendarRows(days, words, textsOf);

  it.each([
    ["one day", [{ key: "2025-11-13", count: 62 }], ["2025 day"]],
    [
      "days of three years",
      [2023, 2024, 2025].flatMap((year) => everyDay(year).slice(0, 40)),
      ["2025 day", "2024 day", "2023 day"],
    ],
    [
      "every day of two years",
      [2024, 2025].flatMap((year) => everyDay(year)),
      ["2025 day", "2024 week"],
    ],
  ])("shows the newest years by day as far as there is room: %s", (_, days, expected) => {
    expect(rows(days).map(({ year, by }) => `${year} ${by}`)).toEqual(expected);
  });

  it("stays under 40 kB, whatever there is", () => {
    const span = fc.record({
      first: fc.integer({ min: 1990, max: 2020 }),
      length: fc.integer({ min: 1, max: 30 }),
      part: fc.double({ min: 0.01, max: 1, noNaN: true }),
      count: fc.constantFrom(1, 17, 600),
    });
    fc.assert(
      fc.property(span, ({ first, length, part, count }) => {
        const days = Array.from({ length }, (_, index) => everyDay(first + index, count)).flatMap(
          (year) => year.filter((_, index) => index % Math.ceil(1 / part) === 0),
        );
        const made = rows(days);
        expect(made).toHaveLength(length);
        expect(made.reduce((sum, { svg }) => sum + svg.length, 0)).toBeLessThan(40_000);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a scale of shades", () => {
  it.each([
    ["no numbers", [], []],
    ["a single number", [62], [[3, 62, 62]]],
    [
      "two numbers",
      [1, 200],
      [
        [1, 1, 199],
        [5, 200, 200],
      ],
    ],
    [
      "a few numbers",
      [4, 4, 1, 2, 2, 9],
      [
        [1, 1, 1],
        [2, 2, 3],
        [4, 4, 8],
        [5, 9, 9],
      ],
    ],
    [
      "many that are equal",
      [...Array<number>(80).fill(1), 4, 9, 17, 62, 62],
      [
        [1, 1, 3],
        [2, 4, 8],
        [3, 9, 14],
        [4, 15, 59],
        [5, 60, 62],
      ],
    ],
    [
      "all from 1 to 100",
      Array.from({ length: 100 }, (_, index) => index + 1),
      [
        [1, 1, 19],
        [2, 20, 39],
        [3, 40, 59],
        [4, 60, 79],
        [5, 80, 100],
      ],
    ],
  ])("has a step for each different number, or five, without gaps: %s", (_, counts, expected) => {
    const { steps } = shadeScale(counts);
    expect(steps.map(({ shade, from, to }) => [shade, from, to])).toEqual(expected);
  });

  it("gives more papers never a weaker shade, every number one, and the most the strongest", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 2 });
    fc.assert(
      fc.property(counts, (numbers) => {
        const { shadeOf, steps } = shadeScale(numbers);
        const shades = numbers.toSorted((a, b) => a - b).map(shadeOf);
        expect(shades).toEqual(shades.toSorted((a, b) => a - b));
        expect(
          numbers.every((count) => (count > 0 ? shadeOf(count) >= 1 : shadeOf(count) === 0)),
        ).toBe(true);
        if (steps.length > 1) expect([steps[0]?.shade, shades.at(-1)]).toEqual([1, 5]);
        expect(
          steps.every(({ from, to }) => numbers.some((count) => count >= from && count <= to)),
        ).toBe(true);
        expect(steps.slice(1).map(({ from }) => from - 1)).toEqual(
          steps.slice(0, -1).map(({ to }) => to),
        );
      }),
    );
  });
});

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
