import { describe, expect, it } from "vitest";
import { newPapers, readGrowth, recordTotal } from "../../../src/client/library/archive-growth.ts";

describe("what is new since the last visit", () => {
  const tuesday = "2025-11-11T08:00:00.000Z";
  const friday = "2025-11-14T08:00:00.000Z";

  it("is nothing on the first visit", () => {
    expect(newPapers(recordTotal(undefined, tuesday, 100))).toBeUndefined();
  });

  it("is what the archive has more, until the next visit", () => {
    const first = recordTotal(undefined, tuesday, 100);
    const second = recordTotal(first, friday, 158);
    expect(newPapers(second)).toEqual({ count: 58, since: tuesday });
    const soon = recordTotal(second, "2025-11-14T08:10:00.000Z", 158);
    expect(newPapers(soon)).toEqual({ count: 58, since: tuesday });
    expect(newPapers(recordTotal(soon, "2025-11-14T20:00:00.000Z", 158))).toBeUndefined();
  });

  it("is nothing if papers were removed, or a clock went back", () => {
    const first = recordTotal(undefined, friday, 100);
    expect(newPapers(recordTotal(first, "2025-11-15T08:00:00.000Z", 90))).toBeUndefined();
    expect(newPapers(recordTotal(first, tuesday, 158))).toBeUndefined();
  });

  it("is read from what a device has stored, whatever that is", () => {
    const growth = recordTotal(recordTotal(undefined, tuesday, 1), friday, 2);
    expect(readGrowth(JSON.stringify(growth))).toEqual(growth);
    for (const text of [undefined, "", "{", "[]", '{"last":{"at":"x","total":1}}', '{"last":{}}']) {
      expect(readGrowth(text)).toBeUndefined();
    }
  });
});
