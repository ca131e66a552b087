import { expect, it } from "vitest";
import { ingest } from "../../src/ingest/ingest.ts";
import { emptyArchive } from "../fixtures/papers.ts";

it("leaves a citation key to one paper, and reports the other", () => {
  const text = `@book{Honey, title={On honey}, year=2001}
@book{honey, title={On bees}, year=2002}
@book{wax, title={On wax}, year=2003}`;
  const seeds = [{ path: "seeds/a.bib", bytes: new TextEncoder().encode(text) }];
  const { value, messages } = ingest(seeds, emptyArchive);
  expect(value.papers.map(({ id, citationKey }) => [id, citationKey])).toEqual([
    ["on-bees", "honey"],
    ["on-honey", undefined],
    ["on-wax", "wax"],
  ]);
  expect(messages.map(({ rule }) => rule)).toEqual(["citation-key-taken"]);
});
