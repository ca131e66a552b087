import fc from "fast-check";
import { it } from "vitest";
import { addressesStay } from "../fixtures/years-of-edits.ts";
import { joinsKeepAddresses } from "../fixtures/years-of-joins.ts";

it("whatever happens to seeds over the years, an address stays with its paper", () => {
  fc.assert(addressesStay, { numRuns: 40 });
});

it("when entries of several files become one paper, no address dies", () => {
  fc.assert(joinsKeepAddresses, { numRuns: 40 });
});
