import fc from "fast-check";
import type { RootContent } from "mdast";
import { describe, expect, it } from "vitest";
import { blockMarkdown, inlineMarkdown } from "../../src/archive/write-markdown.ts";

const piece = fc.oneof(
  fc.constantFrom(..."aZ9 .:,;()'\"%?/–—’“-*_{}<>[]!&#~|$\\`+=@\n"),
  fc.constantFrom(
    "www.",
    "https://a.b",
    "import ",
    "export",
    "1. ",
    "p:/",
    "ws: ",
    " - ",
    "e. g. ",
  ),
  fc.string({ minLength: 1, maxLength: 3 }),
);
const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(""));
const plain = fc
  .array(fc.constantFrom("word ", "W. ", "so: ", "a-b ", "(c), ", "50 % ", "d; ", "import "), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => pieces.join("").trim());

/** A character that no text has, so that a program that reads more has the text from the serializer. */
const more = [{ character: "\uE000", inConstruct: "phrasing" as const }];
const paragraph = (value: string): RootContent => ({
  type: "paragraph",
  children: [{ type: "text", value }],
});

describe("paragraphs of words", () => {
  it.each([
    'We study bandits: 50 % of them (or so), e. g. those - of others - that "tire".',
    "Import of words; exports — and imports",
  ])("are written as they are: %s", (value) => {
    expect(blockMarkdown([paragraph(value)])).toBe(`${value}\n`);
  });

  it("are what the serializer makes of them, whatever is in them", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(text, plain), { minLength: 1, maxLength: 3 }), (values) => {
        const paragraphs = values.map(paragraph);
        expect(blockMarkdown(paragraphs)).toBe(blockMarkdown(paragraphs, more));
        for (const one of paragraphs) {
          if (one.type !== "paragraph") continue;
          expect(inlineMarkdown(one.children)).toBe(blockMarkdown([one], more).trimEnd());
        }
      }),
      { numRuns: 3000 },
    );
  });
});
