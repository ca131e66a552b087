import { expect, it } from "vitest";
import { referenceDetails } from "../../src/archive/reference-details.ts";
import type { ReferenceFacts } from "../../src/schemas/reference-facts.ts";

it.each<[string, ReferenceFacts, string[]]>([
  [
    "a thesis",
    { type: "thesis", genre: "PhD thesis", institution: "ETH", place: "Zürich" },
    ["Type: PhD thesis", "University: ETH, Zürich"],
  ],
  [
    "a book",
    {
      type: "book",
      edition: "2nd",
      editors: ["Ada Byron", "Bo Cheng"],
      publisher: "Press",
      place: "Paris",
      series: "Bees",
      volume: "3",
      isbn: "978-3",
      pages: "1-20",
    },
    [
      "Type: Book",
      "Edition: 2nd",
      "Editors: Ada Byron, Bo Cheng",
      "Series: Bees, vol. 3",
      "Pages: 1–20",
      "Publisher: Press, Paris",
      "ISBN: 978-3",
    ],
  ],
  [
    "a chapter of a translated book",
    { type: "chapter", chapter: "7", bookAuthors: ["Di Evans"], translators: ["Bo Cheng"] },
    [
      "Type: Chapter of a book",
      "Translator: Bo Cheng",
      "Author of the book: Di Evans",
      "Chapter: 7",
    ],
  ],
  [
    "a report",
    { type: "report", number: "7", institution: "Hive" },
    ["Type: Report, no. 7", "Institution: Hive"],
  ],
  [
    "a patent",
    { type: "patent", number: "EP1", place: "Munich" },
    ["Type: Patent, no. EP1", "Place: Munich"],
  ],
  [
    "a volume of a series",
    { type: "book", mainTitle: "Collected Works", volume: "2", series: "Bees", number: "7" },
    ["Type: Book", "Part of: Collected Works, vol. 2", "Series: Bees, no. 7"],
  ],
  [
    "an article",
    { type: "article-journal", issn: "1234-5679", note: "In press", howPublished: "Online" },
    ["ISSN: 1234-5679", "How published: Online", "Remark: In press"],
  ],
  [
    "a book with more editors than are named",
    { type: "book", editors: ["Ada Byron"], editorsCut: true },
    ["Type: Book", "Editors: Ada Byron, et al."],
  ],
  ["software", { type: "software", version: "2.1" }, ["Type: Software", "Version: 2.1"]],
  ["a paper at a conference", { type: "paper-conference" }, []],
])("%s has the details of its reference", (_, reference, lines) => {
  expect(referenceDetails({ reference }).map(({ name, text }) => `${name}: ${text}`)).toEqual(
    lines,
  );
});

it("a paper without a reference has none", () => {
  expect(referenceDetails({})).toEqual([]);
});
