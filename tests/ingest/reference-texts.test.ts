import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { record } from "../fixtures/papers.ts";
import { readText } from "../fixtures/read.ts";
import { shown } from "../fixtures/shown.ts";

const tex = String.raw;

/** The papers of a file in the folder of fixtures, cleaned. */
function papersIn(file: string) {
  const bytes = readFileSync(`tests/fixtures/reference-texts/${file}`);
  return readText(bytes, `seeds/${file}`).value.map((paper) => record(paper));
}

const titles = (file: string) => papersIn(file).map(({ title }) => shown(title));
const names = (file: string) => papersIn(file).map(({ authors }) => authors.map((one) => one.name));
const abstracts = (file: string) =>
  papersIn(file).map(({ abstract }) => abstract.map(({ children }) => shown(children)));

describe("files of reference managers and publishers", () => {
  it("have braced escapes, as the ACL Anthology writes them", () => {
    const file = "acl-braced-escapes.bib";
    expect(titles(file)).toEqual(["Cutting 50% of Labels: R&D for Nlp #1"]);
    expect(papersIn(file)[0]?.venue?.name).toBe("AT&T J.");
    expect(abstracts(file)).toEqual([
      [
        tex`We cut labels by 50%, gain 3$ and R&D, use a_b, #2, ~5%, \n, x^2, “quoted”, >3 and *a*. Code at [https://github.com/x/y_z](https://github.com/x/y_z).`,
      ],
    ]);
    expect(papersIn(file)[0]?.links.map(({ url }) => url)).toEqual(["https://github.com/x/y_z"]);
  });

  it("have underscores of TeX, which are none of Markdown", () => {
    const titled = (title: string) =>
      readText(new TextEncoder().encode(`@misc{a, title={${title}}}`), "seeds/a.bib").value.map(
        (paper) => record(paper).titleText,
      );
    expect(titled(tex`The \_init\_ method, {\_}call{\_} and \_\_len\_\_ of a\_b`)).toEqual([
      "The _init_ method, _call_ and __len__ of a_b",
    ]);
    expect(titled(tex`Bees _in vivo_`)).toEqual(["Bees in vivo"]);
  });

  it("have two umlauts in one text", () => {
    const file = "two-umlauts.bib";
    expect(titles(file)).toEqual(["Über Bäume und Mühlen", "Müller und Bücher"]);
    expect(abstracts(file)[0]).toEqual(["Die Bücher für Göttingen."]);
    expect(names(file)).toEqual([
      ["Jörg Müller", "Jörg Müller", "Björn Abbott", "Sören Möller"],
      ["René André", "François Garçon"],
    ]);
  });

  it("have HTML in BibTeX, as Crossref writes it", () => {
    const file = "crossref-html.bib";
    expect(titles(file)).toEqual(["The role of *E. coli* in CO₂ uptake & release"]);
    expect(papersIn(file)[0]?.venue?.name).toBe("Environmental Science & Technology");
  });

  it("have IEEE's formulas", () => {
    const file = "ieee-inline-formula.bib";
    expect(titles(file)).toEqual([tex`Sparse Recovery by $\ell_1$ Norms`]);
    expect(abstracts(file)).toEqual([
      [
        tex`We recover a $k$-sparse vector with *few* samples, at $O(k\log n)$ cost & a gap of 3 dB.`,
      ],
    ]);
  });

  it("have MathML and JATS, as Crossref has them", () => {
    const file = "csl-mathml.json";
    const [first] = papersIn(file);
    expect(first?.titleText).toBe("Solitons in N-coupled equations with RuO₂");
    expect(abstracts(file)[0]).toEqual([
      tex`We use $k \le n$ points & CO₂ at 5°C, see [here](https://example.org).`,
      "**Results** Good.",
    ]);
    expect(first?.links.map(({ url }) => url)).toEqual(["https://example.org"]);
    expect(titles(file).slice(5)).toEqual([
      "A small eBay title with 2 < 3 and $x_i^2$ — dash",
      "Springer math $L^2$ title",
    ]);
  });
});

/** A title in BibTeX, cleaned. */
const title = (text: string) => shown(record(readText(`@misc{a, title={${text}}}`).value[0]).title);

describe("a title in BibTeX", () => {
  it.each([
    [tex`Gains of 5{\%}--10{\%} at R{\&}D in {\#}1`, "Gains of 5%–10% at R&D in #1"],
    [tex`{\"{A}}rger mit {\"{O}}l`, "Ärger mit Öl"],
    [tex`Na{\"\i}ve \'{\i}ndices, {\' a} la \`a`, "Naïve índices, á la à"],
    [tex`Fran\c cois and \v Cech and \H os`, "François and Čech and ős"],
    [tex`Nguy{\~{\^e}}n, Nguy\~\^en and \d{a}`, "Nguyễn, Nguyễn and ạ"],
    [tex`Stra{\ss}e, {\O}re, \aa rhus, {\L}\'od\'z`, "Straße, Øre, århus, Łódź"],
    [tex`World War III\textendash{{V}}`, "World War III–V"],
    [tex`{\em In vitro\/} of {\it E. coli}`, "*In vitro* of *E. coli*"],
    [tex`On \emph{a \textbf{b} c} and \textbf{d}`, "On *a **b** c* and **d**"],
    [tex`\mkbibemph{De Anima} and \mkbibquote{Us}`, "*De Anima* and “Us”"],
    [tex`The \enquote{new \enquote{old} way}`, "The “new ‘old’ way”"],
    [tex`CO\textsubscript{2} and Ca\textsuperscript{2+}`, "CO₂ and Ca²⁺"],
    [tex`x\textsubscript{i}\textsuperscript{2} in 10\textsuperscript{-3}`, "$x_i^2$ in 10⁻³"],
    [tex`The 21\textsuperscript{st} Century`, "The 21st Century"],
    [tex`PM\textsubscript{2.5} and T\textsubscript{max}`, tex`PM$_{2.5}$ and $T_{\mathrm{max}}$`],
    [tex`5 {\textmu}m {\textpm} 1{\textdegree}`, "5 µm ± 1°"],
    [tex`The $\alpha$-{B} of {\alpha}-synuclein`, tex`The $\alpha$-B of α-synuclein`],
    [
      tex`Regret \tilde{\Omega}(C^*) in \mathcal{O}(n\log n) time`,
      tex`Regret $\tilde{\Omega}(C^*)$ in $\mathcal{O}(n\log n)$ time`,
    ],
    [tex`Maps on \mathbb{R}^n, \mathcal{O}(n)`, tex`Maps on $\mathbb{R}^n$, $\mathcal{O}$(n)`],
    [tex`{\textless}i{\textgreater}E. coli{\textless}/i{\textgreater}`, "*E. coli*"],
    [tex`$<$b$>$Bold$<$/b$>$ and {\&}lt;i{\&}gt;not{\&}lt;/i{\&}gt;`, "**Bold** and *not*"],
    [tex`Science {\&}amp; Society{\&}{\#}8217;s`, "Science & Society’s"],
    [tex`Fast {\textbackslash}emph{\{}x{\}}`, "Fast *x*"],
    [tex`{\$}\textbackslash{}alpha{\$} decay`, tex`$\alpha$ decay`],
    [tex`{\(\epsilon\)}-Nets of {\(\mathcal{N}\)}`, tex`$\epsilon$-Nets of $\mathcal{N}$`],
    [tex`{\$}O(n^2){\$} for \$5 and \$6`, "$O(n^2)$ for $5 and $6"],
    [tex`$\{$TensorFlow$\}$: {\raisebox{-0.5ex}\textasciitilde}10 sets`, "TensorFlow: ~10 sets"],
    [tex`{\color{red} Red}\footnotemark[1] \say{hi}~\autocite[p.~3]{x}`, "Red “hi”"],
    [tex`A 10~km run, 3~--~5 of~them`, "A 10 km run, 3 – 5 of them"],
    [tex`\texorpdfstring{$\pi$}{pi} and \uppercase{i}t`, tex`$\pi$ and It`],
    [tex`The \href{https://a.org/x\_y}{Site}`, "The Site (https://a.org/x_y)"],
    [tex`{\large Big} and \textsc{Small} {\sc Caps}`, "Big and Small Caps"],
    [tex`\verb|x_y| of \texttt{snake\_case}`, "x_y of snake_case"],
    [tex`{GPT}-4, {{BERT}} and {\LaTeX}`, "GPT-4, BERT and LaTeX"],
    [tex`What is \unknown{x {\"o}}?`, tex`What is \unknown{x {\"o}}?`],
    [tex`It\textquoteright s O\textquoteright Reilly, 3\textendash 4`, "It’s O’Reilly, 3–4"],
    [tex`\textquotedblleft So\textquotedblright{} at 20\textdegree C`, "“So” at 20°C"],
    [tex`A 5 \textmu m ACME\texttrademark and\slash or`, "A 5 µm ACME™ and/or"],
    [tex`\bf{Bold}, \it{it}, {\bf{b}} and \tt{x}`, "**Bold**, *it*, **b** and x"],
    [tex`\Large{Big} \small{s} {\Large{x}}`, "Big s x"],
    [tex`\section{Aim} We \subsection*{B} \paragraph{C} x`, "**Aim** We **B** **C** x"],
    [tex`\colorbox{red}{a}, \bibinfo{title}{b} and \textgreek{γ}`, "a, b and γ"],
    [
      tex`As shown \cite{a} [\cite{b}, \cite{c}] (\citep{d}) in (see \cite{e})`,
      "As shown in (see)",
    ],
    [tex`a \cdots b \le c \rightleftharpoons d`, "a ⋯ b ≤ c ⇌ d"],
    [tex`\num{1e5} of \SI{5}{\micro\metre}`, tex`1e5 of $\SI{5}{\micro\metre}$`],
    [tex`ACME\textsuperscript{TM} and \textsuperscript{\textregistered}X`, "ACME™ and ®X"],
    [
      tex`5 m\textsuperscript{2} and kg/m\textsuperscript{3}, x\textsuperscript{2}`,
      "5 m² and kg/m³, $x^2$",
    ],
    ["``Quotes `inside' here'' and ``it's''", "“Quotes ‘inside’ here” and “it's”"],
    [tex`\lq\lq x\rq\rq{} and \lq y\rq`, "“x” and ‘y’"],
    ["``a' and ``b''", "``a' and “b”"],
    [
      tex`C_{60}, 10^{-3} and x_{ij}^{2} of {B}_{max}`,
      tex`C₆₀, 10⁻³ and $x_{ij}^2$ of $B_{\mathrm{max}}$`,
    ],
    [
      tex`Let $$\begin{align} a &= b \label{x} \end{align}$$ so`,
      tex`Let $\begin{aligned} a &= b \end{aligned}$ so`,
    ],
    [tex`C:{\textbackslash}temp and \d+`, tex`C:\temp and \d+`],
    [tex`Sets A {\textbackslash} B and A\textbackslash{} B`, tex`Sets A \ B and A \ B`],
    [tex`Gains, e.g.{\textbackslash} of 5\ km`, "Gains, e.g. of 5 km"],
  ])("%s", (source, wanted) => {
    expect(title(source)).toBe(wanted);
  });
});

/** The same title in each other format. */
const elsewhere = (source: string) => [
  `TY  - JOUR\nTI  - ${source}\nER  - \n`,
  JSON.stringify([{ type: "article", id: "a", title: source }]),
  `- title: ${JSON.stringify(source)}\n`,
];

describe("a title in any format", () => {
  it.each([
    [
      "{BERT}: {D}eep {Transformers for NLP} in {B}races",
      "BERT: Deep Transformers for NLP in Braces",
    ],
    ["{{GPT}-4} and {$K$}-means", "GPT-4 and $K$-means"],
    ["The {cats} of {0, 1} and {process.env.X}", "The {cats} of {0, 1} and {process.env.X}"],
    [tex`What is \unknown{X} in $\mathcal{X}$`, tex`What is \unknown{X} in $\mathcal{X}$`],
    [
      `<formula formulatype="inline"> <tex Notation="TeX">$\\alpha$</tex></formula>-stable <it>x</it>`,
      tex`$\alpha$-stable *x*`,
    ],
    ["5 m<sup>2</sup> of ACME<sup>TM</sup> at 3 kg/m<sup>3</sup>", "5 m² of ACME™ at 3 kg/m³"],
  ])("%s", (source, wanted) => {
    for (const file of elsewhere(source)) {
      expect(shown(record(readText(file).value[0]).title)).toBe(wanted);
    }
    // What is clean stays as it is.
    for (const file of elsewhere(wanted)) {
      expect(shown(record(readText(file).value[0]).title)).toBe(wanted);
    }
  });
});

describe("a name, a venue or a keyword", () => {
  it.each([
    [tex`J{\"{o}}rg M{\"{u}}ller`, "Jörg Müller"],
    [tex`Fran\c cois Ko{\v c}isk{\'y}`, "François Kočiský"],
    ["M&uuml;ller &amp; S&ouml;hne", "Müller & Söhne"],
    ["Phys. Rev. <i>B</i> &#8211; Letters", "Phys. Rev. B – Letters"],
    [tex`\emph{Nature} {\&} \textbf{Co}`, "Nature & Co"],
    ["CO<sub>2</sub> uptake, $k$-means and L$^2$", "CO₂ uptake, k-means and L²"],
    [tex`10\textsuperscript{$-$6} for $5, $6`, "10⁻⁶ for $5, $6"],
    [tex`$\text{if $x$ holds}$ in $\mathrm{A}$`, "if x holds in A"],
    [
      "{{Google Research}}, {S}eries~{A} ({LNCS}) of {cats}",
      "Google Research, Series A (LNCS) of {cats}",
    ],
    [tex`O{\textquoteright}Reilly~Media`, "O’Reilly Media"],
    ["Springer <b>& Co", "Springer <b>& Co"],
  ])("%s", (source, wanted) => {
    const item = {
      type: "article-journal",
      id: "a",
      title: "T",
      author: [{ literal: source }],
      "container-title": source,
      publisher: source,
    };
    const { authors, venue } = record(readText(JSON.stringify([item])).value[0]);
    expect(authors.map(({ name }) => name)).toEqual([wanted]);
    expect(venue).toMatchObject({ name: wanted, publisher: wanted });
    // The result is clean: reading it once more changes nothing.
    const again = { ...item, author: [{ literal: wanted }], "container-title": wanted };
    expect(record(readText(JSON.stringify([again])).value[0])).toMatchObject({
      authors: [{ name: wanted }],
      venue: { name: wanted },
    });
  });

  it("are the same in every format", () => {
    const venue = "Science &amp; <i>Society</i>";
    const files = [
      `@article{a, title={T}, journal={${venue}}, publisher={A {\\&} B}, keywords={R{\\&}amp;D; x}}`,
      `TY  - JOUR\nTI  - T\nJF  - ${venue}\nPB  - A &amp; B\nKW  - R&amp;D; x\nER  - \n`,
      JSON.stringify([
        {
          type: "article-journal",
          id: "a",
          title: "T",
          "container-title": venue,
          publisher: "A &amp; B",
          keyword: "R&amp;D; x",
        },
      ]),
    ];
    for (const file of files) {
      const paper = record(readText(file).value[0]);
      expect(paper.venue).toMatchObject({ name: "Science & Society", publisher: "A & B" });
      expect(paper.keywords).toEqual(["R&D", "x"]);
    }
    const keywords = "CO<sub>2</sub> of <i>E. coli</i>";
    for (const file of [
      `@article{a, title={T}, keywords={${keywords}}}`,
      `TY  - JOUR\nTI  - T\nKW  - ${keywords}\nER  - \n`,
    ]) {
      expect(record(readText(file).value[0]).keywords).toEqual(["CO₂ of E. coli"]);
    }
  });
});

describe("TeX of which a program doubled the backslashes", () => {
  it.each([
    [tex`\\textbf{Bold} and \\emph{a \\texttt{b}}`, "**Bold** and *a b*"],
    [tex`K\\"{o}nig, Ren\\'e, {\\"O}l, {\\ss} and {\\em x}`, "König, René, Öl, ß and *x*"],
    [tex`50\\% of R\\&D with \\alpha`, "50% of R&D with α"],
    [
      tex`$\\beta_{\\mathrm{x}}$ in \\mathbb{R}^n, \\(x^2\\)`,
      tex`$\beta_{\mathrm{x}}$ in $\mathbb{R}^n$, $x^2$`,
    ],
    [tex`Line\\Next, C:\\temp and \\times`, tex`Line\\Next, C:\\temp and \\times`],
    [tex`$\begin{matrix}a\\cos x\end{matrix}$`, tex`$\begin{matrix}a\\cos x\end{matrix}$`],
  ])("%s", (source, wanted) => {
    const files = [
      `@misc{a, title={${source}}}`,
      `TY  - JOUR\nTI  - ${source}\nER  - \n`,
      JSON.stringify([{ type: "article", id: "a", title: source }]),
      `- title: ${JSON.stringify(source)}\n`,
    ];
    for (const file of files) expect(shown(record(readText(file).value[0]).title)).toBe(wanted);
  });
});

describe("characters that are none", () => {
  const odd = "x\uFFFE\uFDD0\u0001\u0085&#xFFFE;&#1;&#xFDD2;\u{1FFFF}&#xD800;y";
  const isOdd = /\p{Noncharacter_Code_Point}|\p{Cs}|\p{Cc}/u;

  it.each([
    [
      "BibTeX",
      `@article{a, title={T ${odd}}, author={${odd}}, journal={${odd}}, keywords={${odd}}}`,
    ],
    ["RIS", `TY  - JOUR\nTI  - T ${odd}\nAU  - ${odd}\nJF  - ${odd}\nKW  - ${odd}\nER  - \n`],
    [
      "CSL-JSON",
      JSON.stringify([
        {
          type: "article-journal",
          id: "a",
          title: `T ${odd}`,
          author: [{ family: odd }],
          "container-title": odd,
          keyword: odd,
        },
      ]),
    ],
    ["YAML", `- title: ${JSON.stringify(`T ${odd}`)}\n  authors: [${JSON.stringify(odd)}]\n`],
  ])("reach no page from %s", (_, file) => {
    const [paper] = readText(file).value.map((one) => record(one));
    const { title: words, titleText, authors, venue, keywords } = paper ?? record({});
    const texts = [shown(words), titleText, ...authors.map(({ name }) => name), ...keywords];
    expect(texts.length).toBeGreaterThan(2);
    for (const text of [...texts, venue?.name ?? ""]) expect(text).not.toMatch(isOdd);
  });
});
