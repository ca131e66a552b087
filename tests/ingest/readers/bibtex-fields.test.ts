import { describe, expect, it } from "vitest";
import { papersOf, readText, told } from "../../fixtures/read.ts";

const read = (fields: string) => papersOf(`@article{a, title={T}, ${fields}}`)[0];

describe("the fields of BibTeX", () => {
  it.each([
    ["code={https://github.com/a/b}", [["code", "https://github.com/a/b"]]],
    ["code={https://a.example/b\\_c}", [["code", "https://a.example/b_c"]]],
    ["website={https://a.example/}", [["project", "https://a.example/"]]],
    ["pdf={https://a.example/b.pdf}", [["other", "https://a.example/b.pdf"]]],
    ["html={https://a.example/b.html}", [["other", "https://a.example/b.html"]]],
    ["slides={https://a.example/s}", [["other", "https://a.example/s"]]],
    ["video={\\url{https://a.example/v}}", [["other", "https://a.example/v"]]],
    ["dataset={https://a.example/d}", [["data", "https://a.example/d"]]],
    ["howpublished={https://a.example/h}", [["other", "https://a.example/h"]]],
    ["url={https://a.example/}, website={https://a.example/}", [["other", "https://a.example/"]]],
    ["pdf={paper.pdf}, slides={slides.pdf}, poster={/assets/p.pdf}", []],
    ["file={:C\\:/papers/a.pdf:PDF}, url={file:///a.pdf}", []],
    ["url={paper.pdf}", []],
  ])("give links: %s", (fields, wanted) => {
    expect(read(fields)?.links.map(({ kind, url }) => [kind, url])).toEqual(wanted);
  });

  it.each(["pdf", "html", "arxiv"])("give an id in %s", (name) => {
    const value = name === "arxiv" ? "1706.00001" : "https://arxiv.org/abs/1706.00001";
    expect(read(`${name}={${value}}`)).toMatchObject({ ids: { arxiv: "1706.00001" }, links: [] });
  });

  it.each([
    ["dateadded={2021-02-03T10:11:12Z}", "2021-02-03"],
    ["date-added={2021-02-03 10:11:12 +0000}", "2021-02-03"],
    ["timestamp={2021.02.03}", "2021-02-03"],
    ["timestamp={2021/02/03 10:11}", "2021-02-03"],
    ["timestamp={2021.02.30}", undefined],
    ["creationdate={2021-02-03T10:11:12}", "2021-02-03"],
    ["added-at={2021-02-03T10:11:12.000+0100}", "2021-02-03"],
  ])("give the day on which the entry was added: %s", (fields, day) => {
    expect(read(fields)?.added).toBe(day);
  });

  it.each([
    ["@inproceedings{a, title={T}, eventtitle={Bees 2020}}", "conference", "Bees 2020"],
    [
      "@inproceedings{a, title={T}, eventtitle={Bees}, booktitle={Proc. Bees}}",
      "conference",
      "Proc. Bees",
    ],
    ["@book_section{a, title={T}, booktitle={All Bees}}", "book", "All Bees"],
    ["@suppcollection{a, title={T}, booktitle={All Bees}}", "book", "All Bees"],
  ])("give the venue: %s", (text, kind, name) => {
    expect(papersOf(text)[0]?.venue).toEqual({ kind, name });
  });

  it.each([
    ["Journal Article", { type: "article-journal" }],
    ["Conference-Paper", { type: "paper-conference" }],
    ["book.chapter", { type: "chapter" }],
    ["Web Page", { type: "webpage" }],
    ["doctoral_thesis", { type: "thesis", genre: "PhD thesis" }],
    ["film", { entryType: "movie" }],
  ])("have a type by any of its names: %s", (type, wanted) => {
    expect(papersOf(`@${type}{a, title={T}}`)[0]?.reference).toEqual(wanted);
  });

  it.each([
    ["https://a.org/{\\~{}}x/{\\_}y", ["https://a.org/~x/_y"]],
    ["https://a.org/$\\sim$x", ["https://a.org/~x"]],
    ["https://a.org/\\textasciitilde x", ["https://a.org/~x"]],
    ["https://a.org/{\\textasciitilde}x\\&y", ["https://a.org/~x&y"]],
    ["https://a.org/x; https://b.org/y", ["https://a.org/x", "https://b.org/y"]],
  ])("have addresses without TeX: %s", (url, wanted) => {
    expect(read(`url={${url}}`)?.links.map((link) => link.url)).toEqual(wanted);
  });

  it("give the kind of a patent that biblatex has a key for", () => {
    const patent = "@patent{a, title={T}, type={patentus}, number={1}}";
    expect(papersOf(patent)[0]?.reference).toEqual({
      type: "patent",
      genre: "U.S. patent",
      number: "1",
    });
  });

  it.each([
    ["a b, c; d", ["a b", "c", "d"]],
    ["a b\n  c\n", ["a b", "c"]],
    ["a b / c", ["a b", "c"]],
    ["a/b/c", ["a", "b", "c"]],
    ["A/B testing", ["A/B testing"]],
    ["a, b\n  c", ["a", "b\n  c"]],
    ["a \\sep b", ["a", "b"]],
    ["a、b", ["a", "b"]],
    ["{a, b}, c", ["a, b", "c"]],
    ["{{a; b}}", ["a", "b"]],
    ["a\\, b, c", ["a, b", "c"]],
    ["{a, b}, {\\'e}t{\\'{e}} \\{c, d\\}", ["a, b", "{\\'e}t{\\'{e}} \\{c", "d\\}"]],
    ["R{\\&}amp;D; {E. coli, wild}", ["R&D", "E. coli, wild"]],
  ])("give keywords with any separator: %j", (text, wanted) => {
    expect(read(`keywords={${text}}`)?.keywords).toEqual(wanted);
  });

  it.each([
    ["{\\apj}", "Astrophysical Journal"],
    ["{{\\mnras}}", "Monthly Notices of the RAS"],
    ['"\\aap"', "Astronomy and Astrophysics"],
    ["{\\apjl\\ }", "Astrophysical Journal, Letters"],
    ["{\\unknown}", "\\unknown"],
  ])("have the journals of ADS by their names: %s", (text, wanted) => {
    expect(read(`journal=${text}`)?.venue?.name).toBe(wanted);
  });

  it.each([
    ["journal=tpami", "tpami"],
    ["journal=tpami # { Letters}", "tpami Letters"],
  ])("keep names of strings that are not defined, with a message: %s", (field, wanted) => {
    const { value, messages } = readText(`@article{a, title={T},\n${field}}`);
    expect(value[0]?.venue?.name).toBe(wanted);
    expect(told(messages)).toEqual(["warning unknown-string 2"]);
  });
});
