import { describe, expect, it } from "vitest";
import { richText } from "../../src/i18n/rich-text.ts";

describe("richText", () => {
  it("splits a sentence at its links and code", () => {
    expect(richText("Press `/`, or go to [the topics](topics).")).toEqual([
      { kind: "text", text: "Press " },
      { kind: "code", text: "/" },
      { kind: "text", text: ", or go to " },
      { kind: "link", text: "the topics", link: "topics" },
      { kind: "text", text: "." },
    ]);
  });

  it("keeps a link without text, which the page fills in", () => {
    expect(richText("[](page)")).toEqual([{ kind: "link", text: "", link: "page" }]);
  });

  it("takes brackets and backticks that are not paired as text", () => {
    expect(richText("a [b] `c (d)")).toEqual([{ kind: "text", text: "a [b] `c (d)" }]);
  });
});
