import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { papersOf, readText, told } from "../../fixtures/read.ts";

const ris = (...lines: string[]) => `TY  - JOUR\nTI  - T\n${lines.join("\n")}\nER  - \n`;
const csl = (fields: object) =>
  JSON.stringify([{ id: "a", type: "article-journal", title: "T", ...fields }]);
const zotero = (date: string) => JSON.stringify([{ itemType: "book", title: "T", date }]);
const dateOf = (text: string) => {
  const [paper] = papersOf(text);
  return paper?.published ?? paper?.publishedIn;
};

describe("dates of references", () => {
  it.each([
    [["DA  - DEC", "PY  - 2016"], "2016-12"],
    [["PY  - 2017", "DA  - JUL 15"], "2017-07-15"],
    [["Y1  - 2015/october"], "2015-10"],
    [["PY  - 2015 May 12"], "2015-05-12"],
    [["DA  - //", "PY  - 2011"], "2011"],
    [["Y1  - n.d.", "PY  - 2011"], "2011"],
    [["PY  - 2015 May"], "2015-05"],
    [["PY  - 1996 Jul 9"], "1996-07-09"],
    [["DA  - 2010 Sep-Oct"], "2010-09"],
    [["PY  - 2011", "DA  - OCT 1"], "2011-10-01"],
    [["PY  - 2017///"], "2017"],
    [["PY  - 2017/07/15/"], "2017-07-15"],
    [["PY  - 2017/07/00/"], "2017-07"],
    [["PY  - 2010///Spring"], "2010"],
    [["PY  - 2015", "DA  - 2015/05//"], "2015-05"],
    [["DA  - 2015", "PY  - 2015/05/12"], "2015-05-12"],
    [["DA  - 2015/05/12", "PY  - 2016"], "2015-05-12"],
  ])("of RIS are read: %j", (lines, date) => {
    expect(dateOf(ris(...lines))).toBe(date);
  });

  it.each([
    [{ issued: { raw: "2018 May 10" } }, "2018-05-10"],
    [{ issued: { "date-parts": [["2019"]], season: "2", circa: true } }, "2019"],
    [{ issued: { "date-parts": [[2019]], season: "May" } }, "2019-05"],
    [{ issued: "2019-05-01" }, "2019-05-01"],
    [{ issued: 2019 }, "2019"],
    [{ issued: "2019-05-03/2019-05-07" }, "2019-05-03"],
    [{ issued: { edtf: "2019-05" } }, "2019-05"],
    [{ issued: { "date-parts": [["2019-05-03"]] } }, "2019-05-03"],
    [{ issued: { "date-time": "2019-05-02T00:00:00Z" } }, "2019-05-02"],
    [{ issued: { year: 2019, month: 5 } }, "2019-05"],
    [{ issued: [{ year: "2019", month: "05", day: "3" }] }, "2019-05-03"],
    [{ issued: { "date-parts": [[2019, 0, 0]] } }, "2019"],
    [{ issued: { "date-parts": [["2019", "05", "03"]] } }, "2019-05-03"],
    [{ issued: { "date-parts": [2019, 5] } }, "2019-05"],
    [{ issued: { "date-parts": [[2019, 21]] } }, "2019"],
    [
      {
        issued: {
          "date-parts": [
            [2019, 5, 3],
            [2019, 6, 1],
          ],
        },
      },
      "2019-05-03",
    ],
    [
      { issued: { "date-parts": [[null]] }, "published-print": { "date-parts": [[2019, 5]] } },
      "2019-05",
    ],
    [
      { issued: { "date-parts": [[2019]] }, "published-online": { "date-parts": [[2019, 5, 3]] } },
      "2019-05-03",
    ],
    [
      { issued: { "date-parts": [[2018]] }, "published-print": { "date-parts": [[2019, 5]] } },
      "2018",
    ],
    [{ issued: { literal: "Spring 2010" } }, "2010"],
  ])("of CSL are read: %j", (fields, date) => {
    expect(dateOf(csl(fields))).toBe(date);
  });

  it.each([
    ["May 2015", "2015-05"],
    ["12 May 2015", "2015-05-12"],
    ["Oct. 12, 2015", "2015-10-12"],
    ["2015-05-12T10:00:00Z", "2015-05-12"],
    ["2015-05-00 May 2015", "2015-05"],
    ["Thu, 12 May 2015 10:00:00 GMT", "2015-05-12"],
    ["Spring 2010", "2010"],
    ["2010-21", "2010"],
  ])("of Zotero are read: %s", (date, read) => {
    expect(dateOf(zotero(date))).toBe(read);
  });

  it.each([
    [ris("PY  - in press"), undefined],
    [ris("DA  - //"), undefined],
    [ris("PY  - 31 Feb 2015"), "2015-02"],
    [ris("DA  - 12-May-15", "PY  - 2015"), "2015-05"],
    [csl({ issued: { "date-parts": [[2015, 2, 31]] } }), "2015-02"],
    [csl({ issued: { literal: "n.d." } }), undefined],
    [zotero("5/6/2015"), "2015"],
    [zotero("12-05-15"), undefined],
    ["- title: T\n  doi: 10.1000/x\n  published: 2015-02-31\n", "2015-02"],
  ])("that are not understood in full are reported: %j", (text, date) => {
    const { value, messages } = readText(text);
    expect(value[0]?.published ?? value[0]?.publishedIn).toBe(date);
    expect(told(messages)).toEqual([expect.stringMatching(/^warning unread-date /)]);
  });

  it("names the value of a date that is not understood", () => {
    const { messages } = readText(ris("PY  - in press"));
    expect(messages[0]?.reason).toContain("in press");
  });

  it("in any form are read in full, or reported", () => {
    const months = ["Jan", "February", "MAR", "Apr.", "May", "june", "07", "8", "Sept", "Oct"];
    const forms: ((year: number, month: string, day: number) => string)[] = [
      (year, month, day) => `${year} ${month} ${day}`,
      (year, month, day) => `${month} ${day}, ${year}`,
      (year, month, day) => `${day} ${month} ${year}`,
      (year, month, day) => `${year}/${month}/${day}/`,
      (year, month, day) => `${year}-${month}-${String(day).padStart(2, "0")}`,
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 2999 }),
        fc.nat({ max: months.length - 1 }),
        fc.integer({ min: 1, max: 31 }),
        fc.constantFrom(...forms),
        (year, month, day, form) => {
          const { value, messages } = readText(zotero(form(year, months[month] ?? "", day)));
          const [paper] = value;
          const [own, ownDay] = [month + 1, day].map((part) => String(part).padStart(2, "0"));
          if (messages.length > 0) {
            expect(told(messages)).toEqual(["warning unread-date 1"]);
            return;
          }
          expect(paper?.published).toBe(`${year}-${own}-${ownDay}`);
        },
      ),
      { numRuns: 200 },
    );
  });
});
