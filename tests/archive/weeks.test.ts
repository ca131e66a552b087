import fc from "fast-check";
import { expect, it } from "vitest";
import { calendarFormats } from "../../src/archive/calendar-dates.ts";
import { daysOfWeek, weekOf, weeksOfMonth } from "../../src/archive/weeks.ts";

it.each([
  ["2025-11-13", "2025-W46"],
  ["2024-12-30", "2025-W01"],
  ["2021-01-03", "2020-W53"],
  ["2027-01-03", "2026-W53"],
  ["0099-01-01", "0099-W01"],
])("finds the ISO week of %s", (day, week) => {
  expect(weekOf(day)).toBe(week);
});

it("has seven days in each week, from Monday to Sunday, which no other week has", () => {
  const days = fc.date({
    min: new Date("1900-01-01"),
    max: new Date("2100-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      const { first, last } = daysOfWeek(weekOf(day));
      expect(first <= day && day <= last).toBe(true);
      expect(new Date(first).getUTCDay()).toBe(1);
      expect(Date.parse(last) - Date.parse(first)).toBe(6 * 24 * 60 * 60 * 1000);
      expect([weekOf(first), weekOf(last)]).toEqual([weekOf(day), weekOf(day)]);
    }),
  );
});

it("lays out each day of a month once, in weeks", () => {
  const rows = weeksOfMonth("2025-11");
  expect(rows.map(({ number, days }) => [number, days.map((day) => day?.slice(8))])).toEqual([
    [44, [undefined, undefined, undefined, undefined, undefined, "01", "02"]],
    [45, ["03", "04", "05", "06", "07", "08", "09"]],
    [46, ["10", "11", "12", "13", "14", "15", "16"]],
    [47, ["17", "18", "19", "20", "21", "22", "23"]],
    [48, ["24", "25", "26", "27", "28", "29", "30"]],
  ]);
  expect(weeksOfMonth("2021-02").map(({ week }) => week)).toHaveLength(4);
});

it("writes days and weeks in the language of the site", () => {
  const written = (language: string) => {
    const { dayAndMonth, weekday, span } = calendarFormats(language);
    // Ranges have thin spaces in some versions of ICU.
    return [dayAndMonth("2025-11-13"), weekday("2025-11-13"), span("2025-11-10", "2025-11-16")].map(
      (text) => text.replace(/\s+/g, " "),
    );
  };
  expect(written("en")).toEqual([
    "13 November",
    "Thu",
    expect.stringMatching(/^10 ?– ?16 November 2025$/),
  ]);
  expect(written("de")).toEqual([
    "13. November",
    "Do",
    expect.stringMatching(/^10\. ?–16\. November 2025$/),
  ]);
});
