import { describe, expect, it } from "vitest";
import { nestsTooDeeply } from "../../src/schemas/yaml-depth.ts";

describe("a YAML text", () => {
  it.each(["{", "[", "- ", "? ", "{a: ", "[a, ", "{[", "- - ? "])(
    "nests too deeply with many %j",
    (sign) => {
      expect(nestsTooDeeply(`- a: ${sign.repeat(200)}`)).toBe(true);
      expect(nestsTooDeeply(`- a:\n  - ${sign.repeat(200)}`)).toBe(true);
    },
  );

  it.each([
    ["lists", "- title: A\n  authors: [B, C]\n".repeat(500)],
    ["brackets in words", `- title: "${"{".repeat(500)}"\n`],
    ["brackets in a block of words", `- abstract: |\n    ${"[{".repeat(500)}\n`],
    ["hyphens and colons in words", `- title: ${"a - b ".repeat(500)}\n`],
  ])("does not with %s", (_, text) => {
    expect(nestsTooDeeply(text)).toBe(false);
  });
});
