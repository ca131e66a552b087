import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortIdHash } from "../../../src/archive/id-hash.ts";
import {
  codeLabel,
  decodeFragment,
  encodeFragment,
  hashOfCode,
  matchesCode,
} from "../../../src/client/library/share-link.ts";

const id = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,99}$/);
const long = "verbalized-sampling-how-to-mitigate-mode-collapse-and";

describe("the link to a shared list", () => {
  it("gives back every id in order, and has no characters that programs change", () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 40 }), (ids) => {
        const fragment = encodeFragment(ids);
        expect(fragment).toMatch(/^[\w.~,-]*$/);
        const { codes, invalid } = decodeFragment(`#${fragment}`);
        expect(invalid).toEqual([]);
        expect(codes.length).toBe(ids.length);
        ids.forEach((one, index) => {
          const code = codes[index];
          expect(code && matchesCode(code, one)).toBe(true);
          expect(code && hashOfCode(code)).toBe(shortIdHash(one));
        });
      }),
    );
  });

  // Links that people have sent must keep working, so this text must never change.
  it("is short and never changes", () => {
    expect(
      encodeFragment(["2510.01171", "ai-agent-behavioral-science", long]),
    ).toMatchInlineSnapshot(`"2510.01171,ai-agent-be~66se6,verbalized-~97nks"`);
  });

  it("does not confuse papers whose ids begin alike", () => {
    const [code] = decodeFragment(encodeFragment([long])).codes;
    expect(code && matchesCode(code, `${long}-2`)).toBe(false);
    expect(code && codeLabel(code)).toBe("verbalized-…");
  });

  it("returns what is not a code, and never throws", () => {
    expect(decodeFragment("#2510.01171,%20<b>,2510.01171,,%E0%A4%A")).toEqual({
      codes: [{ id: "2510.01171" }],
      invalid: ["%20<b>", "%E0%A4%A"],
    });
    // Punctuation after a link in a text is not part of it.
    expect(decodeFragment("#2510.01171,a-paper).").codes).toEqual([
      { id: "2510.01171" },
      { id: "a-paper" },
    ]);
    expect(decodeFragment("#2510.01171%2C a")).toEqual({
      codes: [{ id: "2510.01171" }, { id: "a" }],
      invalid: [],
    });
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void decodeFragment(text)));
  });
});
