import { describe, expect, it } from "vitest";
import { papersOf, readText, told } from "../../fixtures/read.ts";

const json = (value: unknown) => JSON.stringify(value, null, 1);

describe("the reader of CSL-JSON", () => {
  it("reads all fields of a reference", () => {
    const item = {
      id: "byron1843",
      type: "article-journal",
      title: "H<sub>2</sub>O &amp; <i>in vitro</i>",
      abstract: "<jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p>Two.</jats:p>",
      author: [
        { family: "Byron", given: "Ada", ORCID: "http://orcid.org/0000-0002-1825-0097" },
        { family: "Berg", given: "Jan", "non-dropping-particle": "van der", suffix: "Jr." },
        { literal: "The Team" },
      ],
      issued: { "date-parts": [["2016", 6, 1]] },
      DOI: "10.1177/1012690214526399",
      URL: "https://github.com/a/b",
    };
    expect(papersOf(json([item]))).toMatchObject([
      {
        title: item.title,
        abstract: item.abstract,
        authors: [
          { name: "Ada Byron", id: "0000-0002-1825-0097" },
          { name: "Jan van der Berg, Jr." },
          { name: "The Team" },
        ],
        authorsCount: 3,
        published: "2016-06-01",
        ids: { doi: "10.1177/1012690214526399" },
        links: [{ kind: "code", url: "https://github.com/a/b" }],
        source: { format: "csl-json", line: 2 },
      },
    ]);
  });

  it("reads a single reference, as DOI registries return it, and finds its arXiv id", () => {
    const answer = {
      type: "article",
      title: ["On Foo"],
      DOI: "10.48550/ARXIV.2510.01171",
      "container-title": "arXiv",
      issued: { "date-parts": [[2025, 10]] },
    };
    expect(papersOf(json(answer))).toMatchObject([
      { title: "On Foo", ids: { arxiv: "2510.01171" }, publishedIn: "2025-10" },
    ]);
  });

  it("takes the full form of a short DOI from the address", () => {
    const item = { type: "x", title: "T", DOI: "10/fqd6hj", URL: "https://doi.org/10.1177/0193" };
    expect(papersOf(json([item]))[0]?.ids).toEqual({ doi: "10.1177/0193" });
  });

  it("keeps the other references if one is not valid", () => {
    const { value, messages } = readText(
      json([
        { type: "x", title: "T", DOI: "10.1000/x" },
        7,
        { type: "x", title: "", DOI: "10.1000/y" },
      ]),
    );
    expect(value).toHaveLength(1);
    expect(told(messages)).toEqual(["error unknown-record 7", "error no-title 8"]);
  });
});

describe("the reader of Zotero's items", () => {
  it("reads all fields of an item, and no attachments", () => {
    const items = [
      {
        itemType: "preprint",
        title: "On Foo",
        abstractNote: "We foo.",
        creators: [
          { creatorType: "author", firstName: "Ada", lastName: "Byron" },
          { creatorType: "editor", firstName: "No", lastName: "Body" },
          { creatorType: "author", name: "The Team" },
        ],
        date: "2/2016",
        extra: ["arXiv: 1508.05387 [hep-th]"],
        tags: [{ tag: "strings" }],
      },
      { itemType: "attachment", url: "x.pdf" },
    ];
    expect(papersOf(json({ config: { id: 1 }, items }))).toMatchObject([
      {
        title: "On Foo",
        abstract: "We foo.",
        authors: [{ name: "Ada Byron" }, { name: "The Team" }],
        publishedIn: "2016-02",
        ids: { arxiv: "1508.05387" },
        keywords: ["strings"],
        source: { format: "zotero-json", line: 6 },
      },
    ]);
  });
});

describe("the reader of Semantic Scholar", () => {
  it("reads all fields of a paper", () => {
    const paper = {
      paperId: "c8b2",
      externalIds: { ArXiv: "2103.14030", DOI: "10.1109/ICCV48922.2021.00986" },
      title: "On Foo",
      year: 2021,
      publicationDate: null,
      authors: [{ authorId: "1", name: "Ada Byron" }],
      abstract: null,
    };
    expect(papersOf(json({ total: 1, data: [paper] }))).toMatchObject([
      {
        title: "On Foo",
        abstract: "",
        publishedIn: "2021",
        ids: { arxiv: "2103.14030", doi: "10.1109/ICCV48922.2021.00986" },
        authors: [{ name: "Ada Byron" }],
        source: { format: "semantic-scholar" },
      },
    ]);
  });
});

describe("the reader of RIS", () => {
  it("reads all fields of a reference, including continued lines", () => {
    const text = `1.\r
TY  - JOUR\r
T1  - On Foo\r
A1  - Byron, Ada\r
AU  - van der Berg,Jan\r
Y1  - 2014/07//\r
N2  - We foo\r
and bar.\r
KW  - strings\r
DO  - 10.1000/x\r
UR  - http://a.org/b; https://github.com/a/b\r
N1  - arXiv:1305.4904\r
ER  - \r
`;
    expect(papersOf(text)).toMatchObject([
      {
        title: "On Foo",
        abstract: "We foo\nand bar.",
        authors: [{ name: "Ada Byron" }, { name: "Jan van der Berg" }],
        publishedIn: "2014-07",
        ids: { arxiv: "1305.4904", doi: "10.1000/x" },
        keywords: ["strings"],
        links: [
          { kind: "other", url: "http://a.org/b" },
          { kind: "code", url: "https://github.com/a/b" },
        ],
        source: { format: "ris", line: 2 },
      },
    ]);
  });

  it("keeps the fields of an incomplete reference", () => {
    const { value, messages } = readText(
      "\uFEFFTY  - JOUR\nTI  - One\nTY  - JOUR\nAU  - A, B\nER  -\nTY  - JOUR\nTI  - Th",
    );
    expect(value.map(({ title }) => title)).toEqual(["One", "Th"]);
    expect(told(messages)).toEqual([
      "error unclosed-reference 1",
      "error unclosed-reference 6",
      "error no-title 3",
    ]);
  });
});

describe("the reader of lists of ids", () => {
  it("reads ids and links, with bullets and comments", () => {
    const text = `# to read
2510.01171
- https://arxiv.org/abs/2510.01172v2  # nice
* arXiv:hep-th/9901001
3. https://huggingface.co/papers/2510.01173
10.1145/3292500.3330701, on graphs
https://doi.org/10.1007/JHEP02(2016)087
https://alphaxiv.org/abs/2510.01174`;
    expect(papersOf(text).map(({ ids, source }) => [ids.arxiv ?? ids.doi, source.line])).toEqual([
      ["2510.01171", 2],
      ["2510.01172", 3],
      ["hep-th/9901001", 4],
      ["2510.01173", 5],
      ["10.1145/3292500.3330701", 6],
      ["10.1007/JHEP02(2016)087", 7],
      ["2510.01174", 8],
    ]);
  });

  it("reports lines that do not start with an id", () => {
    const { value, messages } = readText("2510.01171\nsome words\n2510.01172");
    expect(value).toHaveLength(2);
    expect(told(messages)).toEqual(["error line-without-id 2"]);
  });

  it("reads lines of Markdown", () => {
    const text = "- [ ] [On Bounds](https://doi.org/10.1000/a)\n* [x] 2510.01171\n";
    expect(papersOf(text).map(({ ids }) => ids)).toEqual([
      { doi: "10.1000/a" },
      { arxiv: "2510.01171" },
    ]);
  });

  it("names the hosts of addresses without an id", () => {
    const { value, messages } = readText("https://openreview.net/forum?id=abc\n");
    expect(value).toEqual([]);
    expect(told(messages)).toEqual(["error address-without-id 1"]);
    expect(messages[0]?.reason).toContain("openreview.net");
  });
});

describe("the reader of lists written by hand", () => {
  it("reads all fields of a paper", () => {
    const text = `# mine
papers:
  - arxiv: 2510.01170
    title: "On Foo: a study"
    authors: Ada Byron, Emmy Noether and Sofja Kowalewskaja
    published: 2025-10
    listed: 2025-11-13
    keywords: [bandits]
    code: https://github.com/a/b
  - doi: 10.1000/x
`;
    expect(papersOf(text)).toMatchObject([
      {
        title: "On Foo: a study",
        ids: { arxiv: "2510.01170" },
        authors: [{ name: "Ada Byron" }, { name: "Emmy Noether" }, { name: "Sofja Kowalewskaja" }],
        publishedIn: "2025-10",
        listed: "2025-11-13",
        keywords: ["bandits"],
        links: [{ kind: "code", url: "https://github.com/a/b" }],
        source: { format: "reading-list-yaml", line: 3 },
      },
      { title: "", ids: { doi: "10.1000/x" }, source: { line: 10 } },
    ]);
  });

  it("reads a single paper", () => {
    expect(papersOf("title: On Foo\nauthors:\n  - Ada Byron\n")).toMatchObject([
      { title: "On Foo", authors: [{ name: "Ada Byron" }] },
    ]);
  });

  it("reports what is wrong, with the line and the most similar name", () => {
    const { value, messages } = readText(
      "- title: One\n  published: soon\n- titel: Two\n- title: Three\n- code: https://a.org\n",
    );
    expect(value.map(({ title }) => title)).toEqual(["One", "Three"]);
    expect(
      messages.map(({ reason, place, hint }) => [place?.line, reason, hint]),
    ).toMatchInlineSnapshot(`
      [
        [
          2,
          "published is "soon", but must be a date, month or year, such as 2025-10-01, 2025-10 or 2025. The field was ignored.",
          "Correct the field, or delete it.",
        ],
        [
          3,
          "There is no setting "titel" here. The field was ignored.",
          "Did you mean "title"? Available settings: title, arxiv, doi, url, authors, abstract, published, listed, keywords, annotation, note, venue, code, project, data.",
        ],
        [
          3,
          "This paper has no title, so it was skipped.",
          "Add a title, or delete the record.",
        ],
        [
          5,
          "This paper has no title, so it was skipped.",
          "Add a title, or delete the record.",
        ],
      ]
    `);
  });
});
