import fc from "fast-check";
import { expect, it } from "vitest";
import { AuthorNames } from "../../src/search/index/names.ts";
import { TermPacker } from "../../src/search/index/pack-terms.ts";
import {
  compoundSize,
  formOf,
  isStop,
  type TextTerms,
  unpackTerms,
} from "../../src/search/index/paper-terms.ts";
import { paperText } from "../../src/search/index/paper-text.ts";
import { TextTable } from "../../src/search/index/text-table.ts";
import { formulaEnd, formulaStart, normalise } from "../../src/search/text/normalise.ts";

const piece = fc.oneof(
  fc.constantFrom(
    ..."on-policy GPT-4o Schrödinger's 强化学习 L² \\alpha the C++ a,b x_1 -".split(" "),
  ),
  fc.constantFrom(" ", " ", "\n", "-", `${formulaStart}L^2 \\phi${formulaEnd}`, formulaStart),
  fc.string({ unit: "grapheme", maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));

it("packs the words and compounds that a query has, of any text", () => {
  const table = new TextTable();
  const packer = new TermPacker(table, new AuthorNames());
  const unpacked = ({ words, compounds }: TextTerms) => ({
    words: [...words].map((word) => ({ form: table.textOf(formOf(word)), stop: isStop(word) })),
    compounds: Array.from({ length: compounds.length / compoundSize }, (_, at) => {
      const [form = 0, first, count] = compounds.subarray(at * compoundSize);
      return { form: table.textOf(form), first, count };
    }),
  });
  fc.assert(
    fc.property(text, text, text, (title, abstract, extras) => {
      const terms = unpackTerms(packer.pack({ title, abstract, extras, authors: ["Ada L"] }));
      for (const [own, packed] of [
        [title, terms.title],
        [abstract, terms.abstract],
        [extras, terms.extras],
      ] as const) {
        const { words, compounds } = normalise(own);
        expect(unpacked(packed)).toEqual({
          words: words.map(({ form, stop }) => ({ form, stop })),
          compounds: compounds.map(({ form, first, count }) => ({ form, first, count })),
        });
      }
      expect([...terms.authors].map((form) => table.textOf(form))).toContain("ada");
    }),
  );
});

const marked = fc.oneof(
  fc.constantFrom(
    ..."a Word 1. - + # > === --- `b` *c* _d_ ~~~ $x$ &amp; <b> [e](f) | : (g) “h” é".split(" "),
  ),
  fc.constantFrom(" ", "  ", "\n", "\n\n", "\t", "\u00a0", "\\", "\u0000", "\ufeff", "\ud800"),
);

it("takes a text as it is only if its Markdown means the same", () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(marked, { maxLength: 12 }), (pieces) => {
      const markdown = pieces.join("");
      fc.pre(markdown !== "" && paperText(markdown) === markdown);
      plain += 1;
      // A text with an escape is parsed.
      expect(paperText(`${markdown}\n\n\\*`)).toBe(`${markdown}\n\n*`);
    }),
    { numRuns: 500 },
  );
  expect(plain).toBeGreaterThan(100);
});
