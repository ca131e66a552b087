import { expect, it } from "vitest";
import { weekOf } from "../../src/archive/weeks.ts";
import { dayKey } from "../../src/schemas/identifiers.ts";

it.each(["0000-01-01", "0000-12-31", "2025-02-30", "2025-1-1", "10000-01-01"])(
  "%s is no day of the calendar",
  (day) => {
    expect(dayKey.safeParse(day).success).toBe(false);
  },
);

it.each([
  ["0001-01-01", "0001-W01"],
  ["2024-12-30", "2025-W01"],
  ["9999-12-31", "9999-W52"],
])("%s is in week %s", (day, week) => {
  expect(weekOf(dayKey.parse(day))).toBe(week);
});
