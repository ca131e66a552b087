import fc from "fast-check";
import { toString as mdastToString } from "mdast-util-to-string";
import { describe, expect, it } from "vitest";
import { renderMarkdown, renderTitle } from "../../src/archive/render-markdown.ts";
import { checkEntry } from "../../src/ingest/check-entry.ts";
import { clean } from "../../src/ingest/clean.ts";
import { cleanField } from "../../src/ingest/clean-field.ts";
import { stateOfFile } from "../../src/ingest/entry-file.ts";
import { restoreMath } from "../../src/ingest/restore-math.ts";
import { toMdx } from "../../src/ingest/to-mdx.ts";
import { parseEntry } from "../../src/workspace/entries.ts";
import { seenInHtml, seenInMdx } from "../fixtures/html.ts";
import { raw, record, topicPaper, visible, words } from "../fixtures/papers.ts";

const allowed = new Set(["p", "a", "strong", "em", "code"]);

// Characters and words that have a meaning in Markdown, MDX, TeX, HTML or YAML.
const signs = [
  ..."*_`~^#[]()<>{}|\\$&;:!?/+-=.,'\"%@ \n\t0159aZé",
  ...["\n\n", "  ", "    ", "```", "~~~", "---", "--", "===", "- ", "1. ", "> ", "# ", "$$", "**"],
  ...["import ", "export ", "default", "<!--", "-->", "<b>", "</b>", "<A b={c} />", "{a}", "$"],
  ...["](", "![", "[^1]", "[a]: ", "javascript:", "&lt;", "&#123;", "&copy", "\\(", "\\)", "\\["],
  ...[
    "$y$$",
    "$$$z$",
    "\\(w\\)",
    "\\alpha",
    "\\frac{a}{b}",
    '\\"o',
    "\\c{c}",
    "\\%",
    "\\\\",
    "x_1",
    "L^2",
    "$x$",
    "$5 ",
    "``",
  ],
  ...["''", "https://", "https://a.org/b", "www.a.org", "a@b.org", "github.com/a/b", "http://x.y"],
  ...["\u00A0", "\u00AD", "\u200B", "\u200D", "\u2028", "\uFFFC", "\uFEFF", "e\u0301", "👩‍🔬", "ß"],
];

const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(...signs), maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);

// A paper whose title has no visible character is left out, with a message.
const anyTitle = anyText.filter((title) => record({ title }).titleText !== "");

describe("any text", () => {
  it("keeps its clean words through MDX and through the archive's renderer", async () => {
    await fc.assert(
      fc.asyncProperty(anyTitle, anyText, async (title, abstract) => {
        const paper = topicPaper({ title, abstract });
        const entry = toMdx(paper);
        const { data, abstract: body } = parseEntry(entry.path, entry.text);
        const wanted = paper.abstract.map(({ children }) => visible(children));
        const seen = [
          await seenInMdx(body),
          await seenInMdx(body, { gfm: true }),
          seenInHtml(renderMarkdown(body).html),
        ];
        for (const { blocks, elements, links } of seen) {
          expect(blocks).toEqual(wanted);
          expect(elements.filter((name) => !allowed.has(name))).toEqual([]);
          expect(links.filter((url) => !/^(?:https?:\/\/|mailto:)/.test(url))).toEqual([]);
        }
        const shown = seenInHtml(`<p>${renderTitle(data.title).html}</p>`);
        expect(shown.blocks).toEqual([visible(paper.title)]);
        expect(shown.elements).not.toContain("a");
        expect(data.titleText).toBe(paper.titleText);
        expect(checkEntry(entry, paper)).toEqual([]);
      }),
      { numRuns: 300, examples: [["`export `", ""]] },
    );
  });

  it("loses no letter or digit in cleaning, unless it has TeX, HTML or Markdown", () => {
    // A brace after an address opens its label, which may move or disappear.
    const prose = anyText.map((text) => text.replace(/[\\$`<&]|(?<=\S)\{/g, " "));
    fc.assert(
      fc.property(prose, (text) => {
        const { abstract, titleText } = clean(
          restoreMath(raw({ title: text, abstract: text }), { formulaConfidence: 0.5 }),
        );
        expect(lettersOf(words(abstract))).toBe(lettersOf(text));
        expect(lettersOf(titleText)).toBe(lettersOf(text));
      }),
      { numRuns: 3000 },
    );
  });

  it("does not change when it is cleaned again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = cleanField(text);
        expect(cleanField(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it("gives an entry that is recognised as made, with the same bytes every time", () => {
    fc.assert(
      fc.property(anyTitle, anyText, (title, abstract) => {
        const { text, path } = toMdx(topicPaper({ title, abstract }));
        expect(stateOfFile(text)).toBe("made");
        expect(path).toMatch(/^undated\/[a-z0-9][a-z0-9._-]*\.mdx$/);
        expect(toMdx(topicPaper({ title, abstract })).text).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps its words in the plain text of the clean tree", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { abstract } = topicPaper({ abstract: text });
        expect(words(abstract)).toBe(abstract.map((node) => mdastToString(node)).join("\n\n"));
      }),
    );
  });
});

/** Only letters and digits, composed. */
function lettersOf(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .normalize("NFC");
}
