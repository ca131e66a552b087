import { parse } from "@retorquere/bibtex-parser";
import { describe, expect, it } from "vitest";
import { bibEntries } from "../../../src/ingest/readers/bibtex/entries.ts";

/** The keys and titles in a text, as our parser finds them. */
function ours(text: string): string[] {
  return bibEntries(text).entries.map(({ key, fields }) => `${key}: ${fields.get("title")}`);
}

/** The same as @retorquere/bibtex-parser finds them, with LaTeX left as it is. */
function theirs(text: string): string[] {
  const { entries } = parse(text, { raw: true, sentenceCase: false, applyCrossRef: false });
  return entries.map(({ key, fields }) => `${key}: ${fields["title"]}`);
}

// Why @retorquere/bibtex-parser does not read seeds: it parses each field as LaTeX, which takes a
// hundred times as long (2 ms for each entry), and damage that other programs ignore costs fields.
describe("entries of BibTeX", () => {
  it.each([
    ["in braces, with formulas and accents", String.raw`@misc{a, title={On {GPU} $x_{i}$ {\'E}}}`],
    ["in quotes", '@misc{a, title="On {"}quotes{"}"}'],
    ["in parentheses", "@misc(a, title={A})"],
    ["with strings and #", '@string{foo="On "} @misc{a, title=foo # "B"}'],
    ["with a comment between fields", "@misc{a,\n % no\n title={A}}"],
    ["in one line", "@misc{a, title={A}} @misc{b, title={B}}"],
    ["after words", "These are mine:\n@misc{a, title={A}}"],
    ["with a title twice", "@misc{a, title={A}, title={B}}"],
    ["after one that does not end", '@misc{a, title={A}, abstract={no\n@misc{b, title="B"}'],
  ])("are the same for @retorquere/bibtex-parser: %s", (_, text) => {
    expect(ours(text)).toEqual(theirs(text));
  });

  it.each([
    [
      "a lone dollar sign before the title",
      "@misc{a, abstract={costs $5}, title={A}}",
      ["a: A"],
      ["a: undefined"],
    ],
    ["a missing comma", "@misc{a, year={2020} title={A}}", ["a: A"], ["a: undefined"]],
    [
      "a key with parentheses",
      "@misc{10.1002/(SICI)1, title={A}}",
      ["10.1002/(SICI)1: A"],
      ["10.1002/: undefined"],
    ],
    ["a key with a space", "@misc{Byron 2020, title={A}}", ["Byron: A"], ["Byron: undefined"]],
    [
      "a missing brace that a later entry supplies",
      "@misc{a, title={A}, note={no end\n\n@misc{b, title={B}}\n}}",
      ["a: A", "b: B"],
      ["a: A"],
    ],
    [
      "ten thousand nested braces",
      `@misc{a, title={A}, note={${"{".repeat(10_000)}${"}".repeat(10_000)}}}`,
      ["a: A"],
      [],
    ],
  ])("keep their title here, and not there, with %s", (_, text, wanted, lost) => {
    expect(ours(text)).toEqual(wanted);
    expect(theirs(text)).toEqual(lost);
  });

  it.each([
    "web_page",
    "book_section",
    "inproceedings-x",
    "article2",
    "3d-model",
    "book.chapter",
    "ns:article",
    "статья",
    "Misc",
  ])("may have any type: @%s", (type) => {
    const first = "@misc{first, title={First}}";
    const last = "@misc{last, title={Last}}";
    for (const own of [`@${type}{a, title={A}}`, `@${type} (a, title={A})`])
      expect(ours(`${first}\n${own}\n${last}`)).toEqual(["first: First", "a: A", "last: Last"]);
  });

  it("may have a type of several words", () => {
    const text =
      "@Journal Article{a, title={A}}\n@misc{b, title={B}, note={no\n@Conference Paper {c, title={C}}";
    expect(ours(text)).toEqual(["a: A", "b: B", "c: C"]);
  });

  it("begin again after one of any type that does not end", () => {
    const text =
      "@web_page{a, title={A}, note={no\n@book.part{b, title={B}, note={no\n@x{c, title={C}}";
    expect(ours(text)).toEqual(["a: A", "b: B", "c: C"]);
  });

  it.each([
    "Mail to ada@uni-x.example (Ada) and bo@uni-x.example {Bo}.",
    "@tf.function(jit=True)",
    "Follow @ada_b (work).",
    "Ask @ada of bees {now} or {never}.",
  ])("are not seen in other text: %s", (words) => {
    expect(ours(`${words}\n@misc{a, title={A}, abstract={\n${words}\n}, note={b}}`)).toEqual([
      "a: A",
    ]);
  });
});
