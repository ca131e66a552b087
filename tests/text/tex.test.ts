import { describe, expect, it } from "vitest";
import { lineMark } from "../../src/text/marks.ts";
import { readTex } from "../../src/text/tex/read-tex.ts";

/** The words of a text, which may have marks of emphasis. Underscores have a mark, too. */
const wordsOf = (text: string) =>
  readTex({ words: text, formulas: [] }).words.replaceAll(lineMark, "_");

describe("readTex", () => {
  it.each(["{\\constructor} x", "{\\toString}", "\\valueOf{x}"])("leaves %j as it is", (text) => {
    expect(wordsOf(text)).toBe(text);
  });

  it.each([
    ["3.4\\% of it", "3.4% of it"],
    ["Q\\&A, C\\#, \\$5, \\_x, \\{a\\}", "Q&A, C#, $5, _x, {a}"],
    ["e.g.\\ the", "e.g. the"],
    ["10\\,000", "10 000"],
    ["data\\-base", "database"],
    ["first\\\\ second", "first  second"],
    ["{\\textasciicircum}{\\textbar}A", "^|A"],
    ["{\\textunderscore}{\\L}", "_Ł"],
  ])("reads the escaped character in %j", (tex, text) => {
    expect(wordsOf(tex)).toBe(text);
  });

  it.each([
    ['Schr\\"odinger', "Schrödinger"],
    ['Schr\\"{o}dinger', "Schrödinger"],
    ['Schr{\\"o}dinger', "Schrödinger"],
    ["Poincar\\'e", "Poincaré"],
    ["Poincar\\'{e}", "Poincaré"],
    ['na\\"{\\i}ve', "naïve"],
    ["Erd\\H{o}s", "Erdős"],
    ["Erd{\\H o}s", "Erdős"],
    ['na\\"\\i ve', "naïve"],
    ["Fran\\c{c}ois", "François"],
    ["Ho\\v{r}ava", "Hořava"],
    ["\\AA rhus", "Århus"],
    ["\\L{}ukasz", "Łukasz"],
    ["{\\L}ukasz", "Łukasz"],
    ["\\O rsted", "Ørsted"],
    ["Gau\\ss", "Gauß"],
    ["M{\\o}ller", "Møller"],
    ["\\~nandu, \\^ile, \\`a", "ñandu, île, à"],
    ["\\.Istanbul", "İstanbul"],
    ["\\k{a}", "ą"],
  ])("reads the accent in %j", (tex, text) => {
    expect(wordsOf(tex)).toBe(text);
  });

  it.each([
    ["one \\dots two", "one … two"],
    ["\\S 3 and \\S3", "§ 3 and §3"],
    ["\\LaTeX{} and \\TeX", "LaTeX and TeX"],
    ["\\textemdash{}so", "—so"],
    ["{\\eps}-greedy with \\Om(n)", "ε-greedy with Ω(n)"],
  ])("reads the command in %j", (tex, text) => {
    expect(wordsOf(tex)).toBe(text);
  });

  it.each([
    "C:\\users\\data",
    "\\sum_i x and \\unknown{x}",
    "50% of all % characters stay",
    "regex \\d+ and \\w*",
    "\\sota, \\Length, \\others, \\islands",
    "a trailing \\",
  ])("leaves %j as it is written", (text) => {
    expect(wordsOf(text)).toBe(text);
  });

  it("tells an escaped quotation mark from an accent", () => {
    expect(wordsOf('the \\"end\\" of \\"Uber')).toBe('the "end" of Über');
  });
});
