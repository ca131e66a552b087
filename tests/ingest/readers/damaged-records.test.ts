import { describe, expect, it } from "vitest";
import { readText } from "../../fixtures/read.ts";
import { abstract, atom } from "../../fixtures/samples.ts";

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
