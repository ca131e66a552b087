import fc from "fast-check";
import { it } from "vitest";
import { addressesStay } from "../fixtures/years-of-edits.ts";

it("in 2,000 archives, an address stays with its paper over the years", () => {
  fc.assert(addressesStay, { numRuns: 2000 });
});
