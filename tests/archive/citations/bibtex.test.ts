import { parse as parseBibtex } from "@retorquere/bibtex-parser";
import { describe, expect, it } from "vitest";
import { bibtexEntry } from "../../../src/archive/citations/bibtex.ts";
import { citationOf } from "../../../src/archive/citations/citation-of.ts";
import { cslItem } from "../../../src/archive/citations/csl-json.ts";
import { paperTags } from "../../../src/archive/citations/paper-tags.ts";
import { risRecord } from "../../../src/archive/citations/ris.ts";
import { inlineMarkdown } from "../../../src/archive/write-markdown.ts";
import { bare, dated, full } from "../../fixtures/citations.ts";
import { entry, record } from "../../fixtures/papers.ts";
import { readText } from "../../fixtures/read.ts";

describe("BibTeX", () => {
  it("writes what is known, in the forms that old and new tools read", () => {
    expect(bibtexEntry(full)).toBe(`@misc{2510.01171,
  title = {A bound of {$\\mathcal{O}(N\\log N)$} for 5\\% of {Schr{\\"o}dinger}'s {\\textbraceleft}cats{\\textbraceright}},
  author = {van Beethoven, Ludwig and {Qwen Team} and {\\~N}{\\'u}{\\~n}ez, Jos{\\'e}},
  year = {2025},
  month = oct,
  day = {1},
  eprint = {2510.01171},
  eprinttype = {arxiv},
  archiveprefix = {arXiv},
  primaryclass = {cs.LG},
  doi = {10.1000/a_b},
  url = {https://arxiv.org/abs/2510.01171},
  ids = {a-bound-of-o-n-log-n},
  offprint = {2510.01171, a-bound-of-o-n-log-n},
  abstract = {We show

that 3 {\\textless} 5\\%.},
  annote = {Listed by Stanford NLP (snlp); Code: https://example.org/a\\_b; Page: https://example.org/papers/2510.01171/}
}
`);
  });

  it.each([
    ["2018", "  year = {2018}\n"],
    ["2018-07", "  year = {2018},\n  month = jul\n"],
  ])("gives as much of the date as is known: %s", (published, fields) => {
    expect(bibtexEntry(dated(published))).toContain(fields);
    const parts = published.split("-").map(Number);
    expect(cslItem(dated(published)).issued).toEqual({ "date-parts": [parts] });
    expect(risRecord(dated(published))).toContain(
      `PY  - 2018\r\nDA  - ${published.replace("-", "/")}\r\n`,
    );
    expect(paperTags(dated(published))).toContainEqual({
      name: "citation_publication_date",
      content: published.replace("-", "/"),
    });
  });

  it("says nothing of authors whose names are unknown, nor of an unknown day", () => {
    expect(bibtexEntry(bare)).toBe("@misc{on-testing,\n  title = {On Testing}\n}\n");
  });

  it.each([
    ["GPT-4 and LLMs in Medicine", "{GPT}-4 and {LLMs} in Medicine"],
    ["Q-Learning: A Survey of A* Search", "{Q}-Learning: A Survey of {A}* Search"],
    ["iPhone Users Prefer L2 Norms", "{iPhone} Users Prefer {L2} Norms"],
    // Capital letters in a title in sentence case mark names.
    ["How the brain of Turing learned to think", "How the brain of {Turing} learned to think"],
    ["Deep dreams: Why machines think of Bayes", "Deep dreams: Why machines think of {Bayes}"],
    ["The Brain of Turing Learned to Think", "The Brain of Turing Learned to Think"],
    [
      "R&D_1 #2 ~ x^y \\\\ z | $5",
      "{R}\\&{D}\\_1 \\#2 {\\textasciitilde} x{\\textasciicircum}y {\\textbackslash} z {\\textbar} \\$5",
    ],
    ["“Naïve” – or not…", '“Na{\\"i}ve” – or not…'],
    ["Don’t use --help or ''", "Don’t use -{}-help or '{}'"],
    ["深度学习 and αβ", "深度学习 and αβ"],
  ])("protects capitals and signs: %s", (title, latex) => {
    const citation = citationOf(entry({ id: "a", title: title.replace("$5", "\\$5") }));
    expect(bibtexEntry(citation)).toContain(`  title = {${latex}}\n`);
  });

  it.each([
    ["Learning With {G}aussian Processes", "Learning With {Gaussian} Processes", ["Gaussian"]],
    ["{Erd{\\H o}s--R{\\'e}nyi} Graphs", "{Erd{\\H{o}}s}–{R{\\'e}nyi} Graphs", ["Erdős", "Rényi"]],
    ["The {H}ilbert Space: A {$A$} of {GPT}", "The {Hilbert} Space: A {$A$} of {GPT}", ["Hilbert"]],
    ["A Note~on {Alan~Turing's} Time", "A Note on {Alan} {Turing}'s Time", ["Alan", "Turing"]],
    // Braces around a whole title are a habit, and those of commands are no protection.
    ["{Learning With Bayesian Networks}", "Learning With Bayesian Networks", undefined],
    ["On \\emph{Drosophila} in the {wild}", "On \\emph{Drosophila} in the wild", undefined],
  ])("protects the names that its source protects: %s", (source, latex, names) => {
    const [raw] = readText(`@misc{a, title = {${source}}}`).value;
    const { title, reference } = record(raw);
    expect(reference?.properNames).toEqual(names);
    const citation = citationOf(entry({ id: "a", title: inlineMarkdown(title), reference }));
    expect(bibtexEntry(citation)).toContain(`  title = {${latex}}\n`);
  });

  it.each([
    ["x \\% y", "{$x \\% y$}"],
    ["50%", "{$50\\%$}"],
    ["\\{x\\}", "{$\\{x\\}$}"],
    ["\\left\\{x\\right.", "{$\\left\\lbrace x\\right.$}"],
    ["\\text{a $b$}", "{\\(\\text{a $b$}\\)}"],
    ["a $b$", "a \\$b\\$"],
    // Unbalanced braces or dollars would end the field, so they are shown as text.
    ["{x", "{\\textbraceleft}x"],
    ["}x{", "{\\textbraceright}x{\\textbraceleft}"],
    ["x\\", "x{\\textbackslash}"],
  ])("keeps a formula whole or shows it as text: %s", (math, latex) => {
    const citation = { ...bare, title: [{ math }] };
    expect(bibtexEntry(citation)).toContain(`  title = {${latex}}\n`);
  });

  it("keeps names whole that have what divides names in them", () => {
    const families = { "Ann and Bob Doe": "Doe" };
    const citation = { ...bare, authors: ["Ann and Bob Doe", "Jo Lim"], work: { families } };
    expect(bibtexEntry(citation)).toContain("  author = {Doe, {Ann and Bob} and Lim, Jo}");
  });

  it("gives a real reader back the title, the names and the addresses", () => {
    const { entries, errors } = parseBibtex(bibtexEntry(full), {
      sentenceCase: false,
    });
    expect(errors.filter(({ error }) => !error.startsWith("unhandled macro"))).toEqual([]);
    const title = entries[0]?.fields["title"]?.normalize("NFC");
    expect(title).toMatch(/^A bound of .* for 5% of Schrödinger's \{cats\}$/);
    expect(entries[0]).toMatchObject({
      type: "misc",
      key: "2510.01171",
      fields: {
        author: [
          { prefix: "van", lastName: "Beethoven", firstName: "Ludwig" },
          { name: "Qwen Team" },
          // This reader returns accents as separate characters.
          { lastName: "Ñúñez".normalize("NFD"), firstName: "José".normalize("NFD") },
        ],
        year: "2025",
        month: "10",
        doi: "10.1000/a_b",
        abstract: "We show that 3 < 5%.",
      },
    });
  });
});
