import { describe, expect, it } from "vitest";
import { papersOf, readText, told } from "../../fixtures/read.ts";

const date = (fields: string) => {
  const [paper] = papersOf(`@misc{a, title={T}, ${fields}}`);
  return paper?.published ?? paper?.publishedIn;
};

describe("dates in BibTeX", () => {
  it.each([
    ['month = may # "~3"', "2019-05-03"],
    ['month = "9~" # dec', "2019-12-09"],
    ['month = "23{--}27 " # may', "2019-05"],
    ['month = may # "/" # jun', "2019-05"],
    ["month = {8,}", "2019-08"],
    ["month = {July--August}", "2019-07"],
    ["month = {Sep-Oct}", "2019-09"],
    ["month = {OCT 1}", "2019-10-01"],
    ["month = {1~March}", "2019-03-01"],
    ["month = {May 3}", "2019-05-03"],
    ["month = {June 30 -- July 2}", "2019-06"],
    ["month = {3rd of May}", "2019-05-03"],
    ["month = sept", "2019-09"],
    ["month = {11}", "2019-11"],
    ["month = 07", "2019-07"],
    ["month = {7--8}", "2019-07"],
    ["month = jul, day = 5", "2019-07-05"],
    ["month = {jul}, day = {05}", "2019-07-05"],
    ["month = jul, day = {5--7}", "2019-07"],
    ["month = {Apr.}", "2019-04"],
    [String.raw`month = {M{\"a}rz}`, "2019-03"],
    [String.raw`month = {ao{\^u}t}`, "2019-08"],
    ["month = {décembre}", "2019-12"],
    ["month = {Dezember}", "2019-12"],
    ["month = {enero}", "2019-01"],
    ["month = {maggio}", "2019-05"],
    ["month = {outubro}", "2019-10"],
    ["month = {października}", "2019-10"],
    ["month = {мая}", "2019-05"],
    ["month = {July 2019}", "2019-07"],
    ["month = {}", "2019"],
  ])("have their month and day: %s", (fields, wanted) => {
    expect(date(`year = 2019, ${fields}`)).toBe(wanted);
  });

  it.each([
    ["2015a", "2015"],
    ["\\noopsort{1973b}2015", "2015"],
    ["{\\SortKey{a}}2015", "2015"],
    ["{[2015]}", "2015"],
    ["c2015", "2015"],
    ["2015--2016", "2015"],
    ["2015/2016", "2015"],
    ["2015 (in press)", "2015"],
    ["2015 May", "2015-05"],
    ["2010 Sep-Oct", "2010-09"],
    ["1996 Jul 9", "1996-07-09"],
    ["2015/october", "2015-10"],
    ["May 3, 2015", "2015-05-03"],
  ])("may have more or less than a year in year: %s", (year, wanted) => {
    expect(date(`year = {${year}}`)).toBe(wanted);
  });

  it.each([
    ["2019-05-03", "2019-05-03"],
    ["2019-05", "2019-05"],
    ["2019-05/2019-06", "2019-05"],
    ["2019-05-03/2019-05-07", "2019-05-03"],
    ["2019/", "2019"],
    ["2019/..", "2019"],
    ["/2019", "2019"],
    ["2004~", "2004"],
    ["2004?", "2004"],
    ["2004-05%", "2004-05"],
    ["2004-XX", "2004"],
    ["2004-22", "2004"],
    ["2004-06-11T10:30:00Z", "2004-06-11"],
    ["2004/06/11", "2004-06-11"],
    ["05/2004", "2004-05"],
    ["11.6.2004", "2004-06-11"],
    ["25/06/2004", "2004-06-25"],
    ["May 2019", "2019-05"],
    ["3 mai 2019", "2019-05-03"],
    ["2019年5月3日", "2019-05-03"],
    ["20190503", "2019-05-03"],
  ])("may be in date: %s", (text, wanted) => {
    expect(date(`date = {${text}}`)).toBe(wanted);
  });

  it("complete a date of BibLaTeX by BibTeX's month", () => {
    expect(date("date = {2019}, month = may, day = 3")).toBe("2019-05-03");
    expect(date("date = {in press}, year = 2019, month = may")).toBe("2019-05");
  });

  it.each([
    ["year = {in press}", undefined],
    ["year = {n.d.}", undefined],
    ["date = {-2004}", undefined],
    ["date = {201X}", undefined],
    ["month = may", undefined],
    ["year = 2019, month = {Michaelmas}", "2019"],
    ["year = 2019, month = feb, day = 30", "2019-02"],
    ["date = {2019-02-30}", "2019-02"],
  ])("are reported where they cannot be read: %s", (fields, wanted) => {
    const { value, messages } = readText(`@misc{a, title={T},\n${fields}}`);
    expect(value[0]?.published ?? value[0]?.publishedIn).toBe(wanted);
    expect(told(messages)).toEqual(["warning unread-date 1"]);
    expect(messages[0]?.reason).toContain('The date of the entry "a"');
  });
});
