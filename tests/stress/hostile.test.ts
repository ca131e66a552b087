import { describe, expect, it } from "vitest";
import { hostileFormats } from "../hostile/formats.ts";
import { describeFigures, faultsOf, none, tryAll } from "../hostile/try-all.ts";

describe("every hostile text in every field", () => {
  it.each(hostileFormats.map((format) => [format.name, format] as const))(
    "gets no further than its words: %s",
    (name, format) => {
      const figures = tryAll([format]);
      console.log(`${name}: ${describeFigures(figures)}`);
      expect(faultsOf(figures)).toEqual(none);
    },
  );
});
