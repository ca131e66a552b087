import { describe, expect, it } from "vitest";
import { dateFormats } from "../../src/archive/dates.ts";
import { rowDates } from "../../src/archive/row-dates.ts";

const dates = dateFormats("en");

describe("the dates of a row", () => {
  it.each([
    [[], undefined, undefined, []],
    [[], "2025-07-07", undefined, ["Published 7 Jul 2025"]],
    [[], "2018-07", undefined, ["Published Jul 2018"]],
    [[], "2018", undefined, ["Published 2018"]],
    [[], "2025-07-07", "2025-07-07", []],
    [["2025-11-13"], undefined, undefined, ["13 Nov 2025"]],
    [["2025-11-13"], "2025-07-07", undefined, ["13 Nov 2025", "Published 7 Jul"]],
    [["2025-11-13"], "2024-07-07", undefined, ["13 Nov 2025", "Published 7 Jul 2024"]],
    [["2025-11-13"], "2025-07-07", "2025-11-13", ["Published 7 Jul"]],
    [["2025-11-13"], "2025-11-13", undefined, ["13 Nov 2025"]],
    [["2025-11-13"], "2025-07-07", "2025-07-07", ["13 Nov 2025"]],
    [["2025-11-13"], "2025-07-07", "2025-11", ["13 Nov", "Published 7 Jul"]],
    [["2025-11-12", "2025-11-13"], "2025-11-12", "2025-11-13", ["Published 12 Nov"]],
  ])("listed %j and published %s, on the page of %s", (listed, published, period, expected) => {
    const shown = rowDates({ listed, published }, dates, period);
    expect(shown.map(({ text }) => text)).toEqual(expected);
  });
});
