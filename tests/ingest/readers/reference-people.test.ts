import { describe, expect, it } from "vitest";
import { risRecord } from "../../../src/archive/citations/ris.ts";
import { papersOf } from "../../fixtures/read.ts";

const namesOf = (text: string) => papersOf(text)[0]?.authors.map(({ name }) => name);
const ris = (...lines: string[]) => `TY  - JOUR\nTI  - T\n${lines.join("\n")}\nER  - \n`;
const csl = (author: unknown) =>
  JSON.stringify([{ id: "a", type: "article-journal", title: "T", author }]);
const zotero = (creators: unknown) => JSON.stringify([{ itemType: "book", title: "T", creators }]);
const atom = (...names: string[]) =>
  `<feed><entry><id>http://arxiv.org/abs/2510.01170v1</id><title>T</title>${names
    .map((name) => `<author><name>${name}</name></author>`)
    .join("")}</entry></feed>`;

describe("authors", () => {
  it.each([
    [["AU  - Abbott, F.R., III"], ["F.R. Abbott, III"]],
    [["AU  - Cheng, Bo Lee, Jr."], ["Bo Lee Cheng, Jr."]],
    [["AU  - van der Du, Di"], ["Di van der Du"]],
    [["AU  - Abbott, Ada; Cheng, Bo; Du, Di"], ["Ada Abbott", "Bo Cheng", "Di Du"]],
    [["AU  - Abbott, Ada and Cheng, Bo"], ["Ada Abbott", "Bo Cheng"]],
    [["AU  - Ada Abbott, Bo Cheng, Di Du"], ["Ada Abbott", "Bo Cheng", "Di Du"]],
    [
      ["AU  - 王, 伟", "AU  - 김, 철수", "AU  - 李明"],
      ["王伟", "김철수", "李明"],
    ],
    [["AU  - The ATLAS Collaboration,"], ["The ATLAS Collaboration"]],
    [["AU  - University of X, Department of Y,"], ["University of X, Department of Y"]],
    [["AU  - Honey, Inc."], ["Honey, Inc."]],
    [["AU  - Department of Health and Care"], ["Department of Health and Care"]],
    [["A1  - Abbott, A.", "A2  - Cheng, B.", "ED  - Du, D."], ["A. Abbott"]],
    [
      ["AU  - Abbott, A.", "A1  - Cheng, B.", "A2  - Ek, E.", "AU  - Du, D."],
      ["A. Abbott", "B. Cheng", "D. Du"],
    ],
    [
      ["A1  - Cheng, B.", "AU  - Abbott, A."],
      ["B. Cheng", "A. Abbott"],
    ],
    [["AU  - Abbott, A.;Cheng, B.;"], ["A. Abbott", "B. Cheng"]],
    [["AU  - Abbott A;Cheng B"], ["Abbott A", "Cheng B"]],
    [["AU  - The ATLAS Collaboration; Abbott, Ada"], ["The ATLAS Collaboration", "Ada Abbott"]],
    [["AU  - Bees; Honey Ltd,"], ["Bees; Honey Ltd"]],
    [["AU  - 山田，太郎；李　明"], ["山田太郎", "李明"]],
    [["AU  - Fern;ndez, Ada"], ["Ada Fern;ndez"]],
    [["AU  - Garc&amp;iacute;a, Ada"], ["Ada García"]],
    [
      ["AU  - ATLAS Collaboration:", "AU  - Abbott, A."],
      ["ATLAS Collaboration", "A. Abbott"],
    ],
    [
      ["AU  - Abbott<sup>1,2</sup>, Ada", "AU  - Cheng, Bo<sup>a</sup>", "AU  - Du², Di"],
      ["Ada Abbott", "Bo Cheng", "Di Du"],
    ],
  ])("of RIS are read: %j", (lines, names) => {
    expect(namesOf(ris(...lines))).toEqual(names);
  });

  it("has editors of RIS in the order of the file", () => {
    const text = ris("ED  - Ek, E.", "A2  - Du, D.", "ED  - Cheng, B.").replace("JOUR", "CHAP");
    expect(papersOf(text)[0]?.reference?.editors).toEqual(["E. Ek", "D. Du", "B. Cheng"]);
  });

  it.each([
    [{ family: "李", given: "明" }, "李明"],
    [{ family: "高橋", given: "さくら" }, "高橋さくら"],
    [{ family: "Li", given: "Ming" }, "Ming Li"],
    [{ family: "Beethoven", given: "Ludwig", "dropping-particle": "van" }, "Ludwig van Beethoven"],
    [{ family: "King", given: "Martin Luther, Jr." }, "Martin Luther King, Jr."],
    [{ family: '"van der Berg"', given: "Jan" }, "Jan van der Berg"],
    [{ family: "Mao", given: "" }, "Mao"],
    [{ given: "Plato" }, "Plato"],
    [{ literal: "李 明" }, "李明"],
    [{ literal: "ATLAS Collaboration" }, "ATLAS Collaboration"],
  ])("of CSL are read: %j", (author, name) => {
    expect(namesOf(csl([author]))).toEqual([name]);
  });

  it("of Zotero are read, without editors", () => {
    const creators = [
      { creatorType: "inventor", firstName: "明", lastName: "李" },
      { creatorType: "author", name: "The Team" },
      { creatorType: "editor", firstName: "No", lastName: "Body" },
    ];
    expect(namesOf(zotero(creators))).toEqual(["李明", "The Team"]);
  });

  it.each([
    [
      ["The ATLAS Collaboration", ":", "Ada Abbott"],
      ["The ATLAS Collaboration", "Ada Abbott"],
    ],
    [
      ["ATLAS Collaboration:", "A. Abbott"],
      ["ATLAS Collaboration", "A. Abbott"],
    ],
    [["ATLAS Collaboration: A. Abbott"], ["ATLAS Collaboration", "A. Abbott"]],
    [
      [": A. Abbott", "and B. Cheng"],
      ["A. Abbott", "B. Cheng"],
    ],
    [
      ["李 明", "O&#39;Brien, Pat", "A. Abbott Jr."],
      ["李明", "Pat O'Brien", "A. Abbott Jr."],
    ],
  ])("of arXiv are read: %j", (written, names) => {
    expect(namesOf(atom(...written))).toEqual(names);
  });

  it.each([
    ris("AU  - Abbott, A.", "AU  - et al."),
    ris("AU  - Abbott, A., et al"),
    ris("AU  - Abbott, A. and others"),
    csl([{ family: "Abbott", given: "A." }, { literal: "et al." }]),
    csl([{ family: "Abbott", given: "A." }, { family: "others" }]),
    zotero([{ firstName: "A.", lastName: "Abbott" }, { name: "others" }]),
    atom("A. Abbott", "et al."),
    "- title: T\n  doi: 10.1000/x\n  authors: [A. Abbott, et al.]\n",
  ])("that are left out have no number: %j", (text) => {
    const [paper] = papersOf(text);
    expect(paper?.authors).toEqual([{ name: "A. Abbott" }]);
    expect(paper).not.toHaveProperty("authorsCount");
  });

  it.each([
    "Ada Byron",
    "F.R. Abbott, III",
    "Ludwig van Beethoven",
    "Jan van der Berg, Jr.",
    "李明",
    "The ATLAS Collaboration",
    "University of X, Department of Y",
    "Honey, Inc.",
    "Plato",
    "United Nations, Department of Bees",
  ])("of an exported RIS file read back the same: %s", (name) => {
    const exported = risRecord({
      id: "a",
      title: [{ text: "T" }],
      titleText: "T",
      authors: [name],
      links: [],
      aliases: [],
    });
    expect(namesOf(exported)).toEqual([name]);
  });
});
