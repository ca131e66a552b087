import { describe, expect, it } from "vitest";
import { isoDate, parsePrintedDate } from "../../src/text/dates.ts";
import { inferPageYear } from "../../src/text/page-year.ts";

describe("parsePrintedDate", () => {
  it.each([
    ["Jul 7", { date: { month: 7, day: 7 } }],
    ["Nov 14, 2023", { date: { year: 2023, month: 11, day: 14 } }],
    ["Sep 16 1", { date: { month: 9, day: 16 }, count: 1 }],
    ["Jul 11, 2024 4", { date: { year: 2024, month: 7, day: 11 }, count: 4 }],
    ["Sept 3", { date: { month: 9, day: 3 } }],
    ["September 3, 2024", { date: { year: 2024, month: 9, day: 3 } }],
    ["Feb 29", { date: { month: 2, day: 29 } }],
    ["Thu, Nov 13", { date: { month: 11, day: 13 } }],
  ])("reads %j", (text, read) => {
    expect(parsePrintedDate(text)).toEqual(read);
  });

  it.each([
    "Feb 30",
    "Feb 29, 2023",
    "Foo 3",
    "Jul",
    "7 Jul",
    "July 4 fireworks",
    "Jul 0",
    "Maybe 3",
    "Marching 3",
    "Jul 7, 2024 4 5",
    "",
  ])("is not fooled by %j", (text) => {
    expect(parsePrintedDate(text)).toBeUndefined();
  });

  it("knows which days exist", () => {
    expect(isoDate({ year: 2024, month: 2, day: 29 })).toBe("2024-02-29");
    expect(isoDate({ year: 2023, month: 2, day: 29 })).toBeUndefined();
    expect(isoDate({ year: 2023, month: 13, day: 1 })).toBeUndefined();
  });
});

describe("inferPageYear", () => {
  const day = (month: number, day: number, year?: number) =>
    year === undefined ? { month, day } : { year, month, day };

  it("takes the first year after every year written out", () => {
    const dates = [day(11, 14, 2023), day(5, 31, 2024), day(7, 7)];
    expect(inferPageYear(dates, day(11, 13))).toEqual({ year: 2025, fits: true });
  });

  it("takes the next leap year for 29 February", () => {
    expect(inferPageYear([day(1, 1, 2024), day(2, 29)], day(11, 13))).toEqual({
      year: 2028,
      fits: true,
    });
  });

  it("rejects a date after the page's own day", () => {
    expect(inferPageYear([day(1, 1, 2024), day(12, 24)], day(11, 13))).toEqual({
      year: 2025,
      fits: false,
    });
  });

  it("finds no year if none is written out", () => {
    expect(inferPageYear([day(7, 7)], day(11, 13))).toBeUndefined();
    expect(inferPageYear([], undefined)).toBeUndefined();
  });
});
