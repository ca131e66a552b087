import { expect, it } from "vitest";
import { labelledCases } from "../../../scripts/identity/labelled-cases.ts";
import { judgeTogether, measureIdentity } from "../../../scripts/identity/measure-identity.ts";

it("no two papers of the labelled cases are merged, and nearly all records of one paper are", () => {
  const pairs = judgeTogether(labelledCases());
  const { same, different, wrong, recall } = measureIdentity(pairs);
  expect([same > 300, different > 250, wrong]).toEqual([true, true, 0]);
  expect(recall).toBeGreaterThan(0.98);
});
