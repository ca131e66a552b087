import { describe, expect, it } from "vitest";
import { cleanField } from "../../src/ingest/clean-field.ts";
import { singleSpaces, visibleCharacters } from "../../src/text/characters.ts";
import { contentLines, decode } from "../../src/text/decode.ts";
import { asciiFold, slugOf } from "../../src/text/slug.ts";

const bytesOf = (...bytes: number[]) => new Uint8Array(bytes);

describe("visibleCharacters", () => {
  it.each([
    ["a control character", "a\u0000b\u0007c\u009Fd", "abcd"],
    ["a soft hyphen", "data\u00ADbase", "database"],
    ["zero-width spaces", "a\u200Bb\u2060c\uFEFFd", "abcd"],
    ["an override of direction", "a\u202Eb\u2066c", "abc"],
    ["a lone surrogate", "a\uD800b", "a\uFFFDb"],
    ["a letter and its accent apart", "e\u0301", "é"],
    ["a carriage return", "a\r\nb\rc", "a\nb\nc"],
  ])("mends %s", (_, text, seen) => {
    expect(visibleCharacters(text)).toBe(seen);
  });

  it("keeps the joiners that scripts and emoji need", () => {
    expect(visibleCharacters("نامه\u200Cای 👩\u200D🔬")).toBe("نامه\u200Cای 👩\u200D🔬");
  });

  it("replaces a run of spaces of any kind by one space", () => {
    expect(singleSpaces(" a \t\u00A0\u2003 b\nc ")).toBe("a b c");
  });
});

describe("cleanField", () => {
  it.each([
    ["3.4\\% of the ``data'' -- all", "3.4% of the “data” – all"],
    ["two  spaces", "two spaces"],
    ["Fig.~1 of https://a.org/~me--x", "Fig. 1 of https://a.org/~me--x"],
    ["P(True) & 24,000 > 2-4x", "P(True) & 24,000 > 2-4x"],
  ])("cleans %j", (text, cleaned) => {
    expect(cleanField(text)).toBe(cleaned);
  });
});

describe("decode", () => {
  it.each([
    ["UTF-8 with a byte order mark", bytesOf(0xef, 0xbb, 0xbf, 0xc3, 0xb6), "ö"],
    ["UTF-16, little end first", bytesOf(0xff, 0xfe, 0xf6, 0x00), "ö"],
    ["UTF-16, big end first", bytesOf(0xfe, 0xff, 0x00, 0xf6), "ö"],
    ["nothing", bytesOf(), ""],
  ])("reads %s", (_, bytes, text) => {
    expect(decode("seeds/a.txt", bytes)).toEqual({ text, messages: [] });
  });

  it("names the line of the first byte that is not UTF-8", () => {
    const { text, messages } = decode("seeds/a.txt", bytesOf(0x61, 0x0a, 0x62, 0xff));
    expect(text).toBe("a\nb\uFFFD");
    expect(messages).toMatchObject([
      { rule: "invalid-encoding", severity: "error", place: { file: "seeds/a.txt", line: 2 } },
    ]);
  });

  it("numbers lines with any line ending, and skips blank ones", () => {
    const lines = contentLines("\uFEFFa\r\n\r\n b \rc\n\u00A0\u200B\nd");
    expect(lines.map(({ number, text, afterBlankLine }) => [number, text, afterBlankLine])).toEqual(
      [
        [1, "a", true],
        [3, "b", true],
        [4, "c", false],
        [6, "d", true],
      ],
    );
  });
});

describe("slugOf", () => {
  it.each([
    [
      "Verbalized Sampling: How to Mitigate Mode Collapse and Unlock LLM Diversity",
      "verbalized-sampling-how-to-mitigate-mode-collapse-and",
    ],
    ["G^2RPO: Granular GRPO", "g2rpo-granular-grpo"],
    ["Experts Don't Cheat", "experts-dont-cheat"],
    ["Multi-marginal Schrödinger Bridges", "multi-marginal-schrodinger-bridges"],
    [
      "Exploitation Is All You Need... for Exploration",
      "exploitation-is-all-you-need-for-exploration",
    ],
    ["—…—", ""],
    ["x".repeat(90), "x".repeat(60)],
  ])("makes an address of %j", (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it("ignores case, accents and punctuation when comparing", () => {
    expect(asciiFold("Schrödinger's  Cat: α")).toBe(asciiFold("SCHRODINGERS CAT a"));
  });
});
