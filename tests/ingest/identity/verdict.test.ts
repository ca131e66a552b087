import { describe, expect, it } from "vitest";
import { evidenceOf } from "../../../src/ingest/identity/evidence.ts";
import { traitsOf } from "../../../src/ingest/identity/traits.ts";
import { identityRules, ruleFor } from "../../../src/ingest/identity/verdict.ts";
import { record } from "../../fixtures/papers.ts";
import { merge } from "../../fixtures/records.ts";
import { casesByTitle } from "./cases-by-title.ts";
import { casesOfCommonTitles } from "./cases-of-common-titles.ts";
import { casesOfTwoYears } from "./cases-of-two-years.ts";
import { casesWithIds } from "./cases-with-ids.ts";
import { casesWithoutIds } from "./cases-without-ids.ts";
import { at, bare } from "./record-facts.ts";

const cases = [
  ...casesWithIds,
  ...casesWithoutIds,
  ...casesByTitle,
  ...casesOfCommonTitles,
  ...casesOfTwoYears,
];

describe("two records", () => {
  it.each(cases)("%s: %s", (row, _, first, second, count) => {
    const records = [
      { ...bare, ...at(1), ...first },
      { ...bare, ...at(9), ...second },
    ];
    const [one, other] = records.map((facts) => traitsOf(record(facts)));
    if (!one || !other) throw new Error("Both are given.");
    expect(ruleFor(evidenceOf(one, other)).why).toBe(row);
    expect(ruleFor(evidenceOf(other, one)).why).toBe(row);
    for (const order of [records, records.toReversed()]) {
      const merged = merge(...order).value;
      expect(merged.filter(({ titleText }) => titleText !== "")).toHaveLength(count);
    }
  });

  it("have a case for each row of the table", () => {
    const rows = identityRules.map(({ why }) => why);
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows.filter((why) => !cases.some(([row]) => row === why))).toEqual([]);
  });
});
