import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown, renderParts } from "../../src/archive/render-markdown.ts";

describe("an abstract in a list", () => {
  it("has its first sentence without links, and the rest with them", () => {
    const { sentence, rest } = renderParts(
      "We use [bees](https://example.org/a). See [b](https://example.org/b).",
    );
    expect(sentence.html).toBe("We use bees.");
    expect(rest?.html).toContain('<p>See <a href="https://example.org/b">b</a>.</p>');
  });

  it("ends in no formula and no code, and within words that are set apart", () => {
    const { sentence, rest } = renderParts(
      "For all $a. B$ and *d. We* are. *So e. We* are `f. We`.\n\nMore.",
    );
    expect(sentence.text).toBe("For all a. B and d.");
    expect(rest?.text).toBe(" We are. So e. We are f. We.\n\nMore.");
  });

  it("has no rest if it is one sentence", () => {
    expect(renderParts("Only this.").rest).toBeUndefined();
    expect(renderParts("").rest).toBeUndefined();
  });

  it("is whole in its rest if it begins with no paragraph", () => {
    const { sentence, rest } = renderParts("$$\nx\n$$\n\nThen words. And more.");
    expect(sentence.html).toBe("");
    expect(rest?.text).toContain("Then words. And more.");
  });

  it("keeps all words", () => {
    const part = fc.constantFrom(
      "Bees ",
      "dance. ",
      "*we. We* ",
      "$x.$ ",
      "`a. B` ",
      "[l. L](https://e.org) ",
      "\n\n",
      "(a. ",
      "b) ",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const markdown = parts.join("");
        const { sentence, rest } = renderParts(markdown);
        const words = (text: string) => text.replace(/\s+/g, "");
        expect(words(sentence.text + (rest?.text ?? ""))).toBe(
          words(renderMarkdown(markdown).text),
        );
      }),
    );
  });
});
