import fc from "fast-check";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import {
  calendarWeeks,
  calendarYear,
  type DayCount,
} from "../../../src/archive/charts/calendar.ts";
import { calendarRows } from "../../../src/archive/charts/calendar-rows.ts";

const texts = { id: "c", title: "Days & <papers>", description: 'The "most" on one.' };
const words = {
  day: (key: string) => key.slice(5),
  papers: String,
  month: (key: string) => key.slice(5),
  href: (key: string) => `/archive/days/${key}/`,
};

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
