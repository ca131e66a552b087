import { describe, expect, it } from "vitest";
import { readText, told } from "../../fixtures/read.ts";

/** Lines by which other formats are recognised, one after the other. */
const foreign = [
  ["RIS", "TY  - JOUR", "TI  - Swallowed", "AB  - Gone", "ER  - "],
  ["BibTeX", "@article{swallowed,", "  title = {Swallowed}", "}"],
  ["Daily Papers", "Daily Papers", "• 3 authors", "·", "Nov 13"],
  ["Atom", "<feed>", "<entry><id>http://arxiv.org/abs/2511.09999v1</id></entry>"],
  ["YAML", "- title: Swallowed", "  arxiv: 2511.09999"],
  ["ids", "2511.09999", "2511.09998", "2511.09997"],
  ["JSON", '[{"paper":{"id":"2511.09999","title":"Swallowed"}}]'],
] as const;
const ends = ["\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"];
const titles = ["Bandits That Wait", "Waves on Strings", "On Testing of Tests"];

const json = (record: (title: string, abstract: string) => unknown) => (texts: string[]) =>
  JSON.stringify(titles.map((title, at) => record(title, texts[at] ?? "")));
/** Files in which any text can be an abstract. */
const files: Record<string, (abstracts: string[]) => string> = {
  "Daily Papers": json((title, summary) => ({ paper: { id: "", title, summary }, title })),
  "CSL-JSON": json((title, abstract) => ({ type: "book", id: title, title, abstract })),
  "Semantic Scholar": json((title, abstract) => ({ paperId: title, title, abstract })),
  Zotero: json((title, abstractNote) => ({ itemType: "preprint", title, abstractNote })),
  Atom: (texts) =>
    `<feed>${titles
      .map(
        (title, at) =>
          `<entry><id>http://arxiv.org/abs/2511.0000${at}</id><title>${title}</title><summary>${(
            texts[at] ?? ""
          ).replaceAll("<", "&lt;")}</summary></entry>`,
      )
      .join("\n")}</feed>`,
  "JSON in YAML": (texts) =>
    titles
      .map((title, at) => `- title: ${title}\n  abstract: ${JSON.stringify(texts[at])}\n`)
      .join(""),
};

describe("a format is recognised by the structure of a file", () => {
  it.each(Object.entries(files))("and not by lines in an abstract: %s", (_, file) => {
    for (const [name, ...lines] of foreign) {
      for (const end of ends) {
        for (const at of titles.keys()) {
          const abstracts = titles.map((__, index) =>
            index === at ? `See:${end}${lines.join(end)}${end}${lines.join(end)}` : "We test.",
          );
          const { value, messages } = readText(file(abstracts));
          const found = [name, JSON.stringify(end), at, told(messages)];
          expect([...found, value.map(({ title }) => title)]).toEqual([...found, titles]);
          expect(messages).toEqual([]);
        }
      }
    }
  });

  it.each(["\v", "\f", "\u0085", "\u2028", "\u2029"])(
    "and %j ends no line of a format that has other line ends",
    (end) => {
      const quoted = foreign.map(([, ...lines]) => lines.join(end)).join(end);
      const page = titles
        .map(
          (title) => `${title}\n\nWe quote:${end}${quoted}${end}.\n\n• 2 authors\n\n·\n\nNov 12\n`,
        )
        .join("\n");
      expect(
        readText(`Daily Papers\n\nNov 13, 2025\n\n${page}`).value.map(({ title }) => title),
      ).toEqual(titles);
      const ris = titles.map(
        (title) => `TY  - JOUR\nTI  - ${title}\nAB  - a${end}${quoted}\nER  - \n`,
      );
      expect(readText(ris.join("\n")).value.map(({ title }) => title)).toEqual(titles);
      expect(readText(ris.join("\n")).messages).toEqual([]);
      const text = quoted.replace(/[{}]/g, "");
      const bib = titles.map(
        (title) => `@misc{a,\n  abstract = {a${end}${text}},\n  title = {${title}}\n}\n`,
      );
      expect(readText(bib.join("\n")).value.map(({ title }) => title)).toEqual(titles);
      expect(readText(bib.join("\n")).messages).toEqual([]);
    },
  );

  it("and a record of one JSON format with a field of another is still read", () => {
    const records = titles.map((title, at) => ({
      type: "book",
      id: title,
      title,
      ...(at === 0 ? { itemType: "x", paperId: "y", papers: [] } : {}),
    }));
    expect(readText(JSON.stringify(records)).value.map(({ title }) => title)).toEqual(titles);
  });

  it("and a page whose first title looks like another format is still a page", () => {
    for (const first of [
      "TY  - JOUR",
      "@misc{a, or Not",
      "title: On Titles",
      '{"a": 1}',
      "<feed>",
    ]) {
      const page = [first, ...titles]
        .map(
          (title) =>
            `${title}\n\nWe study it for a long while at arxiv.org/.\n\n• 2 authors\n\n·\n\nNov 12, 2025\n`,
        )
        .join("\n");
      expect([first, readText(page).value.length]).toEqual([first, 4]);
    }
  });
});
