import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ingest } from "../../../src/ingest/ingest.ts";
import type { Message } from "../../../src/schemas/message.ts";
import { noTopics } from "../../fixtures/papers.ts";
import { readText } from "../../fixtures/read.ts";

const titles = ["Bandits That Wait", "Schrödinger Bridges", "On Testing of Tests"];
const abstract = "We study a thing, with care, and find that it is so.";
const api = (title: string, index: number) => ({
  paper: {
    id: `2511.0000${index}`,
    title,
    summary: abstract,
    authors: [{ _id: "1", name: "Ada Byron" }],
    publishedAt: "2025-11-11T00:00:00Z",
    upvotes: index,
  },
  title,
});
const csl = (title: string, index: number) => ({
  id: `key${index}`,
  type: "article-journal",
  title,
  abstract,
  author: [{ family: "Byron", given: "Ada" }],
  DOI: `10.1000/x${index}`,
});
const atom = (title: string, index: number) =>
  `<entry>\n<id>http://arxiv.org/abs/2511.0000${index}v1</id>\n<title>${title}</title>\n<summary>${abstract}</summary>\n<author><name>Ada Byron</name></author>\n</entry>`;

/** One small sample of each format, with three papers. */
const samples: Record<string, string> = {
  "a day on one line": JSON.stringify(titles.map(api)),
  "a day on many lines": JSON.stringify(titles.map(api), null, 2),
  "days as lines": titles
    .map((title, i) => JSON.stringify({ day: "2025-11-13", papers: [api(title, i)] }))
    .join("\n"),
  "a day of Python's values": JSON.stringify(
    titles.map(
      (title, i) =>
        `{'paper': {'id': '2511.0000${i}', 'title': '${title}', 'summary': '${abstract}', 'publishedAt': None}}`,
    ),
  ),
  "CSL-JSON": JSON.stringify(titles.map(csl), null, 1),
  "Zotero's JSON": JSON.stringify({
    config: {},
    items: titles.map((title) => ({ itemType: "preprint", title, abstractNote: abstract })),
  }),
  "Semantic Scholar's JSON": JSON.stringify({
    data: titles.map((title, i) => ({ paperId: `p${i}`, title, abstract })),
  }),
  "arXiv's Atom": `<?xml version="1.0"?>\n<feed>\n${titles.map(atom).join("\n")}\n</feed>`,
  BibTeX: titles
    .map(
      (title, i) =>
        `@article{k${i},\n  title = {${title}},\n  author = {Byron, Ada},\n  abstract = {${abstract}}\n}`,
    )
    .join("\n\n"),
  RIS: titles
    .map((title) => `TY  - JOUR\nTI  - ${title}\nAU  - Byron, Ada\nAB  - ${abstract}\nER  - \n`)
    .join("\n"),
  YAML: titles
    .map((title) => `- title: ${title}\n  authors: [Ada Byron]\n  abstract: ${abstract}\n`)
    .join(""),
  "a list of ids": "2511.00000\n2511.00001\nhttps://arxiv.org/abs/2511.00002\n",
};
const formats = Object.entries(samples);

const visible = ({ reason, hint, place }: Message) =>
  reason !== "" && hint !== undefined && place?.file === "seeds/a.txt";
const titlesIn = (text: string | Uint8Array) => readText(text).value.map(({ title }) => title);

describe("each sample", () => {
  it.each(formats)("reads without a message: %s", (_, text) => {
    const { value, messages } = readText(text);
    expect([value.length, messages]).toEqual([3, []]);
  });

  it.each(formats)("reads the same whatever its line ends and byte order mark: %s", (_, text) => {
    const wanted = readText(text).value.map(({ title, authors, ids }) => ({ title, authors, ids }));
    const variants = [
      text.replaceAll("\n", "\r\n"),
      text.replaceAll("\n", "\r"),
      // No CR before an LF, because together they are one line break.
      text.replace(
        /\n+/g,
        (ends, at: number) => ["\n", "\r\n", "\r"][at % 3]?.repeat(ends.length) ?? "",
      ),
      `\uFEFF${text}`,
      text.replace("\n", "\r\n"),
      `\n\n${text}\n\n`,
    ];
    for (const variant of variants) {
      expect(readText(variant).value).toMatchObject(wanted);
      expect(readText(variant).messages).toEqual([]);
    }
  });

  it.each(formats)("keeps the records before the point where it is cut off: %s", (name, text) => {
    // The length of the text with the first two papers.
    const second =
      name === "a list of ids" ? text.indexOf("https") : text.lastIndexOf(titles[2] ?? "");
    for (let end = second; end < text.length - 1; end += 7) {
      const { value, messages } = readText(text.slice(0, end));
      expect(value.length).toBeGreaterThanOrEqual(2);
      expect(messages.every(visible)).toBe(true);
    }
  });

  it.each(formats)("keeps the other records if one is broken: %s", (name, text) => {
    if (name === "a list of ids" || name === "YAML") return;
    const breaks: [RegExp, string][] = [
      [/Schr/, '"Schr'],
      [/(Schrödinger Bridges)["'}]/, "$1"],
      [/Schrödinger Bridges/, "Schr\u0000\uFFFD\\q{{{Bridges"],
      [/(Schrödinger Bridges)<\/title>/, "$1</titel>"],
    ];
    for (const [found, instead] of breaks) {
      const kept = titlesIn(text.replace(found, instead));
      expect(kept).toEqual(expect.arrayContaining(["Bandits That Wait", "On Testing of Tests"]));
    }
  });

  it.each(formats)("reports bytes that are not UTF-8, and reads the rest: %s", (name, text) => {
    const latin = Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
    const { value, messages } = readText(latin);
    expect(value).toHaveLength(3);
    const hasUmlaut = name !== "a list of ids";
    expect(messages.map(({ rule }) => rule)).toEqual(hasUmlaut ? ["invalid-encoding"] : []);
  });
});

describe("any damage to a sample", () => {
  const character = fc.constantFrom(..."{}[]()\"'\\,:@<>&;-#=%$\n\r\t 0aé\u0000\u2028\uFFFF");
  const edit = fc.record({
    at: fc.nat(),
    cut: fc.nat({ max: 40 }),
    put: fc.string({ unit: character, maxLength: 6 }),
  });
  const damage = (text: string, edits: { at: number; cut: number; put: string }[]) =>
    edits.reduce((rest, { at, cut, put }) => {
      const from = rest.length === 0 ? 0 : at % rest.length;
      return rest.slice(0, from) + put + rest.slice(from + cut);
    }, text);

  it.each(formats)("ends in papers or messages, never in a crash: %s", (_, text) => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const { value, messages } = readText(damage(text, edits));
        expect(messages.every(visible)).toBe(true);
        for (const { source } of value) expect(source.line).toBeGreaterThan(0);
        // Every loss is reported.
        if (value.length < 3 && !edits.some(({ cut, put }) => cut > 0 || put !== "")) {
          expect(messages).not.toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("goes through the whole chain", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(samples)),
        fc.array(edit, { maxLength: 3 }),
        (text, edits) => {
          const bytes = new TextEncoder().encode(damage(text, edits));
          const context = {
            seedYears: {},
            formulaConfidence: 0.5,
            matcher: noTopics,
            disk: new Map(),
            folder: "content/papers",
          };
          const { value, messages } = ingest([{ path: "seeds/a.txt", bytes }], context);
          expect(messages.filter(({ rule }) => rule === "entry-round-trip")).toEqual([]);
          expect(value.plan.create).toHaveLength(value.papers.length);
        },
      ),
      {
        numRuns: 100,
        // A NUL between two dollars of an abstract, which Markdown would change.
        examples: [
          [Object.values(samples)[0] ?? "", [{ at: 1150931732, cut: 0, put: "$\u0000$" }]],
        ],
      },
    );
  });
});

describe("a source made to be a trap", () => {
  const deep = 10_000;
  it.each([
    ["lists", "[".repeat(deep) + "]".repeat(deep)],
    ["lists that do not end", "[".repeat(deep)],
    ["objects", `${'{"a":'.repeat(deep)}1${"}".repeat(deep)}`],
    [
      "a field of a paper",
      `[{"paper":{"id":"1","title":"T","summary":${"[".repeat(deep)}${"]".repeat(deep)}}}]`,
    ],
    [
      "elements",
      `<feed>arxiv.org/<entry><title>${"<a>".repeat(deep)}${"</a>".repeat(deep)}</title></entry></feed>`,
    ],
    ["braces", `@misc{a, title={${"{".repeat(deep)}T${"}".repeat(deep)}}}`],
    ["braces that do not end", `@misc{a, title=${"{".repeat(deep)}`],
    ["YAML lists", `title: ${"[".repeat(deep)}`],
    [
      "YAML maps",
      `title:\n${Array.from({ length: 2000 }, (_, i) => `${" ".repeat(i)}a:\n`).join("")}`,
    ],
    ["Python's lists", JSON.stringify([`{'paper': ${"[".repeat(deep)}}`])],
  ])("is read or reported, nested ten thousand deep: %s", (_, text) => {
    const { value, messages } = readText(text);
    expect(value.length + messages.length).toBeGreaterThan(0);
    expect(messages.every(visible)).toBe(true);
  });

  it.each(["x", "{", "- ", "@", "<"])(
    "is reported even if it begins with hundreds of blank lines: %s",
    (text) => {
      const { value, messages } = readText(`${" \n".repeat(500)}${text}`);
      expect([value, messages.every(visible), messages.length > 0]).toEqual([[], true, true]);
    },
  );

  it.each([
    ["a day", `[{"paper":{"id":"2511.00001","title":"T","summary":"${"x ".repeat(2_500_000)}"}}]`],
    [
      "Atom",
      `<feed>arxiv.org/<entry><id>a</id><title>T</title><summary>${"x ".repeat(2_500_000)}</summary></entry></feed>`,
    ],
    ["BibTeX", `@misc{a, title={T}, abstract={${"x ".repeat(2_500_000)}}}`],
    ["RIS", `TY  - JOUR\nTI  - T\nAB  - ${"x ".repeat(2_500_000)}\nER  -`],
    ["YAML", `title: T\nabstract: ${"x ".repeat(2_500_000)}`],
    ["a list", `2511.00001 ${"x ".repeat(2_500_000)}`],
  ])("is read or reported with a line of five million signs: %s", (_, text) => {
    const { value, messages } = readText(text);
    expect(value.length + messages.length).toBe(1);
  });

  it.each([
    ['[{"paper":{"id":"2511.00001","title":"A","title":"B","summary":"s"}}]', "warning"],
    ["- title: A\n  title: B\n", "error"],
    ["@misc{a, title={A}, title={B}}", "warning"],
  ])("reports a name that is given twice: %s", (text, severity) => {
    expect(readText(text).messages).toMatchObject([
      { severity, place: { line: expect.any(Number) } },
    ]);
  });

  it("repeats one message at most fifty times, and counts the others", () => {
    const { messages } = readText(
      `[{"paper":{"title":"T","id":"1"}}${',{"paper":{"id":"1"}}'.repeat(500)}]`,
    );
    expect(messages).toHaveLength(51);
    expect(messages.at(-1)?.reason).toMatch(/^450 more/);
  });

  it("changes no object's prototype", () => {
    const text = '[{"paper":{"id":"2511.00001","title":"T","__proto__":{"summary":"bad"}}}]';
    expect(readText(text).value).toMatchObject([{ title: "T", abstract: "" }]);
    expect({}).not.toHaveProperty("summary");
  });
});

describe("a day printed over many lines", () => {
  const people = ["Ada Byron", "Emmy Noether", "Sofja Kowalewskaja"];
  const day = Array.from({ length: 9 }, (_, index) => ({
    paper: {
      id: `2511.0000${index}`,
      authors: people.map((name, at) => ({ _id: `${index}${at}`, name, hidden: false })),
      title: `On Test ${index}`,
      summary: `${abstract} We call it "Test ${index}".`,
      submittedOnDailyBy: { _id: "x", name: "Somebody" },
    },
    title: `On Test ${index}`,
    numComments: index,
  }));
  const text = JSON.stringify(day, null, 2);
  const beginnings = [...text.matchAll(/^ {2}\{$/gm)].map(({ index }) => index);
  /** Records that begin in a part of the text, and the one in which it begins. */
  const touched = (from: number, to: number) =>
    1 + beginnings.filter((at) => at > from - 5 && at < to + 5).length;

  it.each([7, 60, 250, 700])(
    "loses only the records that a cut of %i characters touches",
    (length) => {
      for (let at = 10; at + length < text.length; at += 23) {
        const { value, messages } = readText(text.slice(0, at) + text.slice(at + length));
        const kept = value.filter(({ title }) => title.startsWith("On Test"));
        expect([at, kept.length]).toEqual([
          at,
          expect.toSatisfy((count: number) => count >= 9 - touched(at, at + length)),
        ]);
        if (value.length < 10 - touched(at, at + length)) expect(messages).not.toEqual([]);
      }
    },
  );
});

describe("a record whose beginning or end is damaged", () => {
  const cases: [string, string, string[], string[]][] = [
    [
      "an array that closes too early",
      '{"data":[{"paperId":"1","title":"A"},{"paperId":"2"]},"title":"B"},{"paperId":"3","title":"C"}]}',
      ["A", "C"],
      ["broken-record"],
    ],
    [
      "names in another order, over many lines",
      JSON.stringify(
        [
          { type: "x", title: "A", DOI: "10.1000/a" },
          { DOI: "10.1000/b", type: "x", title: "B" },
          { title: "C", URL: "https://a.org", type: "x", DOI: "10.1000/c" },
          { URL: "https://a.org", title: "D", type: "x", DOI: "10.1000/d" },
        ],
        null,
        1,
      ).replace('"B"', '"B'),
      ["A", "C", "D"],
      ["broken-record"],
    ],
    [
      "what stands before a list of records",
      '{"config":{"x":{"y": oops}},"items":[{"itemType":"preprint","title":"A"}]}',
      ["A"],
      ["broken-record"],
    ],
    [
      "the beginning of an entry of Atom",
      `<feed>${atom("A", 1)}${atom("B", 2).replace("<entry>", "<ent")}${atom("C", 3)}</feed>arxiv.org/`,
      ["A", "C"],
      ["broken-record"],
    ],
    [
      "the beginning of an entry of BibTeX",
      "@misc{a,\n title={A}}\n@'misc{b,\n title={B}}\n@misc{c,\n title={C}}",
      ["A", "C"],
      ["stray-fields"],
    ],
    [
      "the beginning of a reference of RIS",
      "TY  - JOUR\nTI  - A\nER  - \n\nT - JOUR\nTI  - B\nER  - \n",
      ["A", "B"],
      ["stray-text"],
    ],
    [
      "the border between two references of RIS",
      "TY  - JOUR\nTI  - A\nAU  - Byron, Ada\nTI  - B\nER  - \n",
      ["A"],
      ["duplicate-tag"],
    ],
  ];

  const record = (title: string) => ({ id: title, type: "book", title, author: [{ family: "B" }] });
  const lines = (...all: string[]) => JSON.stringify(all.map(record), null, 1);
  cases.push(
    [
      "the end of a record, with the sign that begins the next",
      lines("A", "B", "C").replace(/\n \},\n \{(?=\s*"id": "C")/, " {"),
      ["A", "C"],
      ["broken-record"],
    ],
    [
      "signs between two records",
      lines("A", "B", "C").replace(/\},(?=\s*\{\s*"id": "C")/, '}",'),
      ["A", "B", "C"],
      ["broken-record"],
    ],
    ["the beginning of a list", lines("A", "B", "C").slice(9), ["B", "C"], ["damaged-beginning"]],
    [
      "the sign that begins a list",
      `}${lines("A", "B").slice(1)}`,
      ["A", "B"],
      ["damaged-beginning"],
    ],
    [
      "the name of the list",
      `{"total":3,"da[{"paperId":"1","title":"A"},{"paperId":"2","title":"B"}]}`,
      ["A", "B"],
      ["broken-record"],
    ],
    [
      "the first lines of an answer of arXiv",
      `<?x" encoding="x"?>\n<fe>arxiv.org/${atom("A", 1)}</feed>`,
      ["A"],
      [],
    ],
    [
      "the border between two entries of Atom",
      `<feed>arxiv.org/${atom("A", 1)}${atom("B", 2)}</feed>`.replace("</entry><entry>", "</ent"),
      ["A", "B"],
      ["broken-record"],
    ],
    ["the end of a feed", `<feed>arxiv.org/${atom("A", 1)}\n<`, ["A"], ["cut-off-feed"]],
    [
      "the end of a file of BibTeX, between two entries",
      "@misc{a,\n title={A}}\n\n@ar",
      ["A"],
      ["stray-fields"],
    ],
    [
      "the beginning of a file of BibTeX, in the middle of an entry",
      "of a long abstract.},\n  keywords = {a, b},\n  note = {c}\n}\n\n@misc{a,\n title={A}}\n",
      ["A"],
      ["stray-fields"],
    ],
    ["what comes before a file of BibTeX", "[@misc{a,\n title={A}}\n", ["A"], []],
    [
      "the end of a file of RIS, between two references",
      "TY  - JOUR\nTI  - A\nER  - \n\n2.\nTY",
      ["A"],
      ["stray-text"],
    ],
    [
      "the first line of a file of RIS",
      "[ - JOUR\nTI  - A\nAU  - B, C\nER  - \n\nTY  - JOUR\nTI  - B\nER  - \n",
      ["A", "B"],
      [],
    ],
    [
      "the end of a reference of RIS, with the beginning of the next in its line",
      "TY  - JOUR\nTI  - A\nERTY  - JOUR\nTI  - B\nER  - \n",
      ["A", "B"],
      ["unclosed-reference"],
    ],
  );

  it.each(cases)(
    "does not affect other records, and is reported: %s",
    (_, text, titlesKept, rules) => {
      const { value, messages } = readText(text);
      expect(value.map(({ title }) => title)).toEqual(titlesKept);
      expect([...new Set(messages.map(({ rule }) => rule))]).toEqual(expect.arrayContaining(rules));
      if (rules.length === 0) expect(messages).toEqual([]);
    },
  );
});
