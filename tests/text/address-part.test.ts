import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressesUnder } from "../../src/archive/addresses.ts";
import { addressPart, isAddressPart } from "../../src/text/address-part.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 100 }),
  fc.string({ unit: fc.constantFrom(..."./\\ %aAİıiIßσςſµμﬁ-_con:"), maxLength: 12 }),
  // Halves of surrogate pairs by themselves.
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
);

describe("a part of an address", () => {
  it.each([
    "stanfordnlp",
    "01.ai",
    "mistral.ai",
    "2510.01171",
    "hep-th-9901001",
    "a_b",
    "清华大学",
    "größe",
    "γιώργος",
    "stanford nlp",
    "at&t",
    "undated",
  ])("is %s as it is", (text) => {
    expect(addressPart(text)).toBe(text);
  });

  it.each([
    "",
    "..",
    ".",
    "...",
    "a\\b",
    "a//b",
    "/etc/passwd",
    "%2e%2e",
    "index.html",
    "a.HTM",
    "con",
    "nul",
    "NUL.txt",
    "com1",
    "lpt9.log",
    "aux.",
    "trailing.",
    "trailing ",
    " leading",
    ".hidden",
    "_headers",
    "_astro",
    "a:b",
    "a?b",
    "a*b",
    "a#b",
    "a<b>",
    "a|b",
    'a"b',
    "a\u0000b",
    "a\nb",
    "\uD800",
    "x\uDFFFy",
    "\uFFFE",
    "🎉".repeat(80),
    "m".repeat(300),
    "漢".repeat(100),
    "\u202Eabc",
    "\u0301",
    "Upper",
    "ς",
    "γιώργοσ",
    "claſs",
    "kıray",
    "ﬁg",
    "µm",
  ])("is made from %j with a hash", (text) => {
    expect(isAddressPart(text)).toBe(false);
    const part = addressPart(text);
    expect(isAddressPart(part)).toBe(true);
    expect(part).toMatch(/(?:^|-)[0-9a-z]{7}$/);
  });

  it("is one whatever the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const part = addressPart(text);
        expect([part, isAddressPart(part)]).toEqual([part, true]);
        expect(addressPart(part)).toBe(part);
        expect(encodeURIComponent(part).split("%2F")).toHaveLength(1);
        expect(Buffer.byteLength(part)).toBeLessThanOrEqual(120);
        const address = addressesUnder("/base").organization(part);
        expect(new URL(address, "https://host.example").pathname.split("/")).toHaveLength(5);
        expect(decodeURIComponent(address)).toBe(`/base/organizations/${part}/`);
      }),
      { numRuns: 2000 },
    );
  });

  it("differs for texts that differ, also where case makes no difference", () => {
    fc.assert(
      fc.property(anyText, anyText, (first, second) => {
        const same =
          first.toWellFormed().normalize("NFC") === second.toWellFormed().normalize("NFC");
        const [one, other] = [first, second].map((text) => addressPart(text).toUpperCase());
        expect(one === other).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["σ", "ς"],
    ["ſa", "sa"],
    ["kıray", "kiray"],
    ["µm", "μm"],
    ["ﬁg", "fig"],
  ])("differs for %s and %s, whose capitals are the same", (first, second) => {
    expect(addressPart(first).toUpperCase()).not.toBe(addressPart(second).toUpperCase());
  });

  it("is the name of a folder on this system", () => {
    const folder = mkdtempSync(join(tmpdir(), "offprint-parts-"));
    const parts = new Set(fc.sample(anyText, { numRuns: 200, seed: 1 }).map(addressPart));
    for (const part of parts) mkdirSync(join(folder, part));
    expect(readdirSync(folder).sort()).toEqual([...parts].sort());
    rmSync(folder, { recursive: true });
  });
});
