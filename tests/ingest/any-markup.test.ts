import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanField } from "../../src/ingest/clean-field.ts";
import { record } from "../fixtures/papers.ts";

describe("whatever the markup", () => {
  // No name of an element or a command.
  const word = fc.stringMatching(/^z[a-z]{2,7}$/);
  const markup: fc.Memo<string> = fc.memo((depth) => {
    const inner = depth > 1 ? markup() : word;
    const wrapped = (...around: [string, string][]) =>
      fc
        .tuple(fc.constantFrom(...around), inner)
        .map(([[before, after], text]) => ` ${before}${text}${after} `);
    return fc.oneof(
      word,
      fc.tuple(inner, inner).map((texts) => texts.join(" ")),
      wrapped(["\\emph{", "}"], ["\\textbf{", "}"], ["{\\it ", "}"], ["{\\sc ", "\\/}"]),
      wrapped(["<i>", "</i>"], ["<b>", "</i>"], ["<p>", ""], ["<sub>", "</sub>"], ["", "</sup>"]),
      wrapped(["\\enquote{", "}"], ["\\footnote{", "}"], ["\\textsuperscript{", "}"], ["$", "$"]),
      wrapped(
        ["\\foo{", "}"],
        ["{", "}"],
        ["{", ""],
        ["\\", ""],
        ["&lt;", "&gt;"],
        ["<x>", "</x>"],
      ),
    );
  });
  const tree = markup(4);

  it("no word of the text is lost", () => {
    fc.assert(
      fc.property(tree, (text) => {
        const wordsIn = (source: string) => source.match(/z[a-z]{2,7}/g) ?? [];
        // The plain form of a formula raises and lowers letters.
        const titleText = record({ title: `Aa ${text}` }).titleText.normalize("NFKC");
        const left = wordsIn(text.replace(/\\[a-z]+|<\/?(?:i|b|p|x|su[bp])>|&[lg]t;/g, " "));
        for (const one of left) expect(titleText).toContain(one);
      }),
      { numRuns: 500 },
    );
  });

  it("no character that TeX escapes is lost", () => {
    const escapes = fc.constantFrom(
      ...[
        ["\\", "\\textbackslash"],
        ["%", "\\%"],
        ["&", "\\&"],
        ["#", "\\#"],
        ["~", "\\textasciitilde"],
      ],
      ...[
        ["^", "\\textasciicircum"],
        ["_", "\\_"],
        ["|", "\\textbar"],
        ["<", "\\textless"],
      ],
    );
    const space = fc.constantFrom(" ", "\n", "  ");
    const escaped = fc
      .tuple(escapes, fc.boolean(), fc.constantFrom("", " "), space)
      .map(([[character = "", name = ""], isGroup, before, after]) => {
        const source = isGroup ? `{${name}}` : /[a-z]$/.test(name) ? `${name}{}` : name;
        return { character, source: `${before}${source}${after}` };
      });
    const parts = fc.array(fc.tuple(word, escaped, word), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, (given) => {
        const source = given.map(([a, one, b]) => `${a}${one.source}${b}`).join(" ");
        const wanted = given.map(([a, { character }, b]) => `${a}${character}${b}`).join("");
        const bare = (text: string) => text.replace(/\s/g, "");
        const once = cleanField(source);
        expect(bare(once)).toBe(wanted);
        expect(cleanField(once)).toBe(once);
        expect(bare(record({ title: source }).titleText)).toBe(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it.each(["\\~\\^", "\\'{", "{\\em ", "<i>", "<math>", "<sub>", "<title>a</title>", "&amp;"])(
    "%j again and again is read",
    (one) => {
      expect(() => record({ title: "A", abstract: one.repeat(3000) })).not.toThrow();
    },
  );

  it("a clean field is clean", () => {
    fc.assert(
      fc.property(tree, (text) => {
        const once = cleanField(text);
        expect(cleanField(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});
