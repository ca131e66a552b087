import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf } from "../../src/archive/write-csv.ts";
import { entry } from "../fixtures/papers.ts";

describe("the CSV of an archive", () => {
  it("has a line of names, and one for each paper", () => {
    const paper = entry({
      id: "a",
      title: "A",
      titleText: 'On "bees", again',
      authors: [{ name: "Ada Byron" }, { name: "Bo Cheng" }],
      published: "2024-05-06",
      ids: { arxiv: "2405.00001" },
    });
    expect(csvOf([paper], () => undefined)).toBe(
      '"id","title","authors","published","venue","doi","arxiv","topics","keywords","address"\r\n' +
        '"a","On ""bees"", again","Ada Byron; Bo Cheng","2024-05-06","","","2405.00001","","","https://arxiv.org/abs/2405.00001"\r\n',
    );
  });

  it("has no text that a spreadsheet would run as a formula, and no line break in one", () => {
    const sign = fc.constantFrom("=", "+", "-", "@", "\t=", "\r=", " =", "|", "%", "＝", "＠");
    fc.assert(
      fc.property(sign, fc.string({ maxLength: 20 }), (start, rest) => {
        const text = csvOf(
          [entry({ id: "a", title: "A", titleText: `${start}1${rest}` })],
          () => undefined,
        );
        const lines = text.split("\r\n");
        expect(lines).toHaveLength(3);
        expect(lines[1]).not.toMatch(/[\r\n]/);
        expect(lines[1]).toMatch(/^"a","'/);
      }),
      { numRuns: 100 },
    );
  });
});
