import { describe, expect, expectTypeOf, it } from "vitest";
import { defined } from "../../src/schemas/defined.ts";

interface Fields {
  id: string;
  venue?: string;
}

describe("defined", () => {
  it("leaves out fields that are undefined and keeps the others in order", () => {
    const fields = { first: undefined, zero: 0, empty: "", no: null, off: false, last: undefined };
    expect(Object.entries(defined(fields))).toEqual([
      ["zero", 0],
      ["empty", ""],
      ["no", null],
      ["off", false],
    ]);
  });

  it("gives a type whose fields may be missing but never undefined", () => {
    const venue: string | undefined = ["NeurIPS"].at(1);
    const made: Fields = { id: "2510.01171", ...defined({ venue }) };
    expect(Object.keys(made)).toEqual(["id"]);
    const both = defined({ id: "2510.01171", venue });
    expectTypeOf(both).toExtend<Fields>();
    expectTypeOf(both.id).toEqualTypeOf<string>();
  });
});
