import fc from "fast-check";
import { it } from "vitest";
import { addressesStay } from "../fixtures/years-of-edits.ts";
import { joinsKeepAddresses } from "../fixtures/years-of-joins.ts";

it("in 2,000 archives, an address stays with its paper over the years", () => {
  fc.assert(addressesStay, { numRuns: 2000 });
});

it("in 2,000 archives whose entries become one paper, no address dies", () => {
  fc.assert(joinsKeepAddresses, { numRuns: 2000 });
});
