import { describe, expect, it } from "vitest";
import { record } from "../../fixtures/papers.ts";
import { papersOf, readText, told } from "../../fixtures/read.ts";

const read = (text: string) => papersOf(text)[0];

describe("the reader of BibTeX", () => {
  it("reads all fields of an entry, with undamaged LaTeX", () => {
    const entry = String.raw`% exported
@article{a,
  title = {On $x^2 < y_{ij}$ and {{GPU}} {\'E}tale \emph{Spaces}},
  author = {M{\"u}ller, J{\'o}zef and {The OpenAI Team} and van der Berg, Jan and Smith, Jr., Bob and Ho{\v r}ava, {\v S}.},
  abstract = {First $\mathcal{L}_2$.

    Second.},
  year = 2020, month = jul, day = 5,
  eprint = {2510.01171v3}, archivePrefix = "arXiv", primaryClass = {cs.LG},
  doi = {https://doi.org/10.1145/3292500.3330701},
  keywords = {bandits, regret; shift},
  url = {https://github.com/a/b\_c},
}`;
    expect(read(entry)).toEqual({
      title: String.raw`On $x^2 < y_{ij}$ and GPU {\'E}tale \emph{Spaces}`,
      abstract: "First $\\mathcal{L}_2$.\n\nSecond.",
      damaged: false,
      authors: [
        { name: String.raw`J{\'o}zef M{\"u}ller` },
        { name: "The OpenAI Team" },
        { name: "Jan van der Berg" },
        { name: "Bob Smith, Jr." },
        { name: String.raw`{\v S}. Ho{\v r}ava` },
      ],
      authorsCount: 5,
      published: "2020-07-05",
      ids: { arxiv: "2510.01171", doi: "10.1145/3292500.3330701" },
      version: 3,
      citationKey: "a",
      categories: ["cs.LG"],
      keywords: ["bandits", "regret", "shift"],
      links: [{ kind: "code", url: "https://github.com/a/b_c" }],
      inferred: [],
      reference: { type: "article-journal", properNames: ["GPU"] },
      source: { format: "bibtex", file: "seeds/a.txt", line: 2 },
    });
  });

  it("puts names in their usual order", () => {
    const [raw] = papersOf(
      String.raw`@misc{a, title={T}, author={Ho{\v r}ava, {\v S}. and R{\o}nnow, Troels F.}}`,
    );
    expect(record(raw).authors).toEqual([{ name: "Š. Hořava" }, { name: "Troels F. Rønnow" }]);
  });

  it.each([
    ["eprint={2510.01171}", { arxiv: "2510.01171" }],
    ["eprint={hep-th/9901001}, eprinttype={arxiv}", { arxiv: "hep-th/9901001" }],
    ["url={http://arxiv.org/abs/1305.4904}", { arxiv: "1305.4904" }],
    ["journal={arXiv preprint arXiv:1305.4904}", { arxiv: "1305.4904" }],
    ["note={\\url{https://arxiv.org/pdf/1305.4904v2}}", { arxiv: "1305.4904" }],
    ["doi={10.48550/arXiv.2510.01171}", { arxiv: "2510.01171" }],
    ["doi={10.1007/JHEP02(2016)087}", { doi: "10.1007/JHEP02(2016)087" }],
    ["url={https://doi.org/10.3847%2F1538-3881%2Faa9e09}", { doi: "10.3847/1538-3881/aa9e09" }],
    ["eprint={12345}, eprinttype={jstor}", {}],
  ])("finds the id in %s", (field, ids) => {
    expect(read(`@misc{a, title={T}, ${field}}`)?.ids).toEqual(ids);
  });

  it.each([
    ["date = {2015-02-06}", { published: "2015-02-06" }],
    ["date = {2015-02/2016}", { publishedIn: "2015-02" }],
    ["year = 2018, month = {jan}", { publishedIn: "2018-01" }],
    ["year = {2018}", { publishedIn: "2018" }],
  ])("keeps dates as precise as they are: %s", (field, date) => {
    const { published, publishedIn } = read(`@misc{a, title={T}, ${field}}`) ?? {};
    expect({ published, publishedIn }).toEqual(date);
  });

  it("expands strings, skips comments, and reads parentheses and several entries on one line", () => {
    const text = `@string{foo = "On Foo"} @comment{ @misc{x, title={No}} } @preamble{"x"}
@misc(a, title = foo # { and } # "More") @misc{b, title = {B}}`;
    expect(papersOf(text).map(({ title }) => title)).toEqual(["On Foo and More", "B"]);
  });

  it.each([
    "@control{REVTEX42Control}",
    '@IEEEtranBSTCTL{IEEEexample:BSTcontrol, CTLuse_url = "no"}',
    "@set{s, entryset={a,b}, title={The set}}",
    "@xdata{x, title={The data}}",
    "@comment{jabref-meta: databaseType:bibtex;}",
    '@preamble{"\\newcommand{\\x}{y}"}',
    "@string{title = {The string}}",
  ])("takes no paper from %s", (block) => {
    expect(papersOf(`${block}\n@misc{a, title={A}}`).map(({ title }) => title)).toEqual(["A"]);
  });

  it("has no number of authors for a list that ends with others", () => {
    const paper = read("@misc{a, title={T}, author={Byron, Ada and others}}");
    expect(paper?.authors).toEqual([{ name: "Ada Byron" }]);
    expect(paper).not.toHaveProperty("authorsCount");
  });

  it("undoes the escaping of TeX by programs that took it for text", () => {
    const text = String.raw`@misc{a, title={T}, abstract={in \textbackslash emph\{sequential\} games}}`;
    expect(read(text)?.abstract).toBe(String.raw`in \emph{sequential} games`);
  });

  it("survives broken entries, and reports them", () => {
    const text = `@article{one, title={One}}
@article{broken, title={Kept}, abstract={no end
@article{two, title="Two"}
@article{, year=2020}
@article{double, title={A}, title={B}}
@article{last, title={Cut o`;
    const { value, messages } = readText(text);
    expect(value.map(({ title }) => title)).toEqual(["One", "Kept", "Two", "A"]);
    expect(told(messages)).toEqual([
      "error unclosed-entry 2",
      "error unclosed-entry 6",
      "error no-title 4",
      "warning duplicate-field 5",
    ]);
  });
});
