import fc from "fast-check";
import { it } from "vitest";
import { addressesStay } from "../fixtures/years-of-edits.ts";

it("whatever happens to seeds over the years, an address stays with its paper", () => {
  fc.assert(addressesStay, { numRuns: 40 });
});
