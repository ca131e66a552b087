import { expect, it } from "vitest";
import { runScript } from "../fixtures/run-script.ts";

it("a site after any of 30 random edits is the same as one that is built anew", async () => {
  const { code, out, said } = await runScript("incremental", ["--rounds", "30", "--seed", "30"]);
  expect(said).toBe("");
  expect(code, out).toBe(0);
  // Some edits concern every page, but not most of them.
  const kept = [...out.matchAll(/: same, (\d+) of/g)].map(([, pages]) => Number(pages));
  expect(kept).toHaveLength(30);
  expect(kept.filter((pages) => pages > 0).length).toBeGreaterThan(3);
});
