import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameFit } from "../../../src/search/text/name-fit.ts";
import { nameParts, readNameParts, writeNameParts } from "../../../src/search/text/name-parts.ts";

const fitOf = (typed: string, name: string) => nameFit(nameParts(typed), nameParts(name));

describe("how a name fits", () => {
  it.each([
    ["Yann LeCun", "Yann LeCun", "whole"],
    ["yann lecun", "Yann LeCun", "whole"],
    ["Y. LeCun", "Yann LeCun", "initial"],
    ["Yann LeCun", "Y. LeCun", "short"],
    ["Y. LeCun", "Y. LeCun", "whole"],
    ["Jean-Pierre Serre", "J.-P. Serre", "short"],
    ["LeCun, Yann", "Yann LeCun", "turned"],
    ["Yann LeCun", "Yann A. LeCun", "part"],
    ["LeCun Y.", "Yann LeCun", "turned"],
    ["LeCun Yann", "Y. LeCun", "loose"],
    ["LeCun", "Yann LeCun", "part"],
    ["A. LeCun", "Yann A. LeCun", "loose"],
    ["Hakkani Dilek Tur", "Dilek Hakkani-Tur", "loose"],
    ["Hans Bennett", "Hans Bennett, Jr.", "whole"],
    ["Y. L.", "Yann LeCun", undefined],
    ["X Ray", "Ray Xu", undefined],
    ["Yann Sutton", "Yann LeCun", undefined],
    ["", "Yann LeCun", undefined],
  ])("%j fits %j: %s", (typed, name, expected) => {
    expect(fitOf(typed, name)).toBe(expected);
  });

  const word = fc.stringMatching(/^[A-Z][a-zäöüå]{1,8}$/);
  const name = fc
    .tuple(
      word,
      fc.array(fc.tuple(fc.constantFrom(" ", "-"), word), { minLength: 1, maxLength: 3 }),
    )
    .map(([first, more]) => first + more.flat().join(""));

  it("is whole for every name as it is, in lower case, and without hyphens", () => {
    fc.assert(
      fc.property(name, (written) => {
        expect(fitOf(written, written)).toBe("whole");
        expect(fitOf(written.toLowerCase(), written)).toBe("whole");
        expect(fitOf(written.replaceAll("-", " "), written)).toBe("whole");
      }),
    );
  });

  it("is the same for a name that was written and read", () => {
    fc.assert(
      fc.property(name, (written) => {
        const parts = nameParts(written);
        expect(readNameParts(writeNameParts(parts))).toEqual(parts);
      }),
    );
  });
});
