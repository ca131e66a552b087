import { join } from "node:path";
import { expect, it } from "vitest";
import { readCases } from "../../../scripts/identity/labelled-cases.ts";
import { judgeTogether, measureIdentity } from "../../../scripts/identity/measure-identity.ts";

const fixtures = join(import.meta.dirname, "../../fixtures/identity");

it("no two papers of the labelled cases are merged, and nearly all records of one paper are", () => {
  const pairs = judgeTogether(readCases(join(fixtures, "corpus.jsonl.gz")));
  const { same, different, wrong, recall } = measureIdentity(pairs);
  expect([same > 150, different > 100, wrong]).toEqual([true, true, 0]);
  expect(recall).toBeGreaterThan(0.95);
});
