import { describe, expect, it } from "vitest";
import { record } from "../../fixtures/papers.ts";
import { papersOf, readText, told } from "../../fixtures/read.ts";

/** The names of an author field, cleaned as for a page. */
function names(author: string): string[] {
  const [raw] = papersOf(`@misc{a, title={T}, author={${author}}}`);
  return record(raw).authors.map(({ name }) => name);
}

describe("names in BibTeX", () => {
  it.each([
    ["family=Oord, given=Ada, prefix=van den, useprefix=true", "Ada van den Oord"],
    ["{family=Humboldt, given=Alex, prefix=von}", "Alex von Humboldt"],
    ["family=Humboldt, given=Alex, prefix=von, useprefix=false", "Alex von Humboldt"],
    ["given=Hans, family=Bennett, suffix=Jr., juniorcomma=true", "Hans Bennett, Jr."],
    ["given-i=Yu, family=Lozov, given={Yu. E.}", "Yu. E. Lozov"],
    ['"family=Byron, given=Ada"', "Ada Byron"],
    ["family = {Byron and Sons, Inc.}", "Byron and Sons, Inc."],
    ["id=byron, family=Byron, given=Ada, given-i=A", "Ada Byron"],
    ["family=王, given=伟", "王伟"],
  ])("may have biblatex's parts: %s", (author, wanted) => {
    expect(names(author)).toEqual([wanted]);
  });

  it("may be in several forms in one field", () => {
    const field = "family=Oord, given=Ada, prefix=van den and Cheng, Bo and Di Du";
    expect(names(field)).toEqual(["Ada van den Oord", "Bo Cheng", "Di Du"]);
  });

  it.each([
    ["Byron, Ada", "Ada Byron"],
    ["Ada Byron", "Ada Byron"],
    ["van der Berg, Jan", "Jan van der Berg"],
    ["Jan van der Berg", "Jan van der Berg"],
    ["Berg, Jan van der", "Jan van der Berg"],
    ["{van der Berg}, Jan", "Jan van der Berg"],
    ["von Humboldt, Jr., Alex", "Alex von Humboldt, Jr."],
    ["Humboldt, Alex, III", "Alex Humboldt, III"],
    ["García Márquez, Gabriel José", "Gabriel José García Márquez"],
    ["{Barnes and Noble, Inc.}", "Barnes and Noble, Inc."],
    ["{The OpenAI Team}", "The OpenAI Team"],
    ["{LIGO Scientific Collaboration}", "LIGO Scientific Collaboration"],
    ["{\\relax Ph}ilippe Byron", "Philippe Byron"],
    ["Byron, {\\relax Ph}ilippe", "Philippe Byron"],
    ["{\\noopsort{a}}Byron, Ada", "Ada Byron"],
    ["王, 伟", "王伟"],
    ["김, 민수", "김민수"],
    ["山田, たろう", "山田たろう"],
    ["王伟", "王伟"],
    ["山田 太郎", "山田太郎"],
    ["Byron*†, Ada", "Ada Byron"],
    ["Du\\textsuperscript{‡}, Di", "Di Du"],
    ["Di Du$^{1,2}$", "Di Du"],
    ["Bo Cheng<sup>1,2</sup>", "Bo Cheng"],
    ["Cheng&lt;sup&gt;a,*&lt;/sup&gt;, Bo", "Bo Cheng"],
    ["Diane M<sup>c</sup>Kay", "Diane MᶜKay"],
    ["Abbott, S.A.", "S.A. Abbott"],
    ["Wang, Co", "Co Wang"],
    ["Honey Works, Co.", "Honey Works, Co."],
    ["{ATLAS Collaboration:}", "ATLAS Collaboration"],
    ["{CMS Collaboration}:", "CMS Collaboration"],
    ["Bo Cheng 0001", "Bo Cheng"],
    ["山田，太郎", "山田太郎"],
    ["{Abbott}, A.~B.", "A. B. Abbott"],
    ["Byron,", "Byron"],
  ])("are read in their usual order: %s", (author, wanted) => {
    expect(names(author)).toEqual([wanted]);
  });

  it.each([
    "Byron, Ada and others",
    "Byron, Ada and et al.",
    "Byron, Ada and {others}",
    "Ada Byron et al.",
    "Byron, Ada and \\emph{et al.}",
    "Byron, Ada and ...",
    "Byron, Ada, et~al.",
    "Ada Byron et~al.",
  ])("may end with others: %s", (author) => {
    const [paper] = papersOf(`@misc{a, title={T}, author={${author}}}`);
    expect(paper?.authors).toEqual([{ name: "Ada Byron" }]);
    expect(paper).not.toHaveProperty("authorsCount");
  });

  it.each([
    ["Ada Byron and\n and Bo Cheng"],
    ["and Ada Byron AND Bo Cheng and"],
    ["Ada Byron  and\tCheng, Bo"],
  ])("are divided by any and: %j", (author) => {
    expect(names(author)).toEqual(["Ada Byron", "Bo Cheng"]);
  });

  it.each([
    ["Byron, Ada; Cheng, Bo", ["Ada Byron", "Bo Cheng"]],
    ["Ada Byron; Bo Cheng and Di Du", ["Ada Byron", "Bo Cheng", "Di Du"]],
    ["Ada Byron, Bo Cheng, Di Du", ["Ada Byron", "Bo Cheng", "Di Du"]],
    ["Ada Byron, Bo Cheng, Di Du, and Eve Ek", ["Ada Byron", "Bo Cheng", "Di Du", "Eve Ek"]],
    ["Byron, A., Cheng, B., \\& Du, D.", ["A. Byron", "B. Cheng", "D. Du"]],
    ["A. Byron, B. Cheng, \\ldots", ["A. Byron", "B. Cheng"]],
    ["A. Byron, B. Cheng, D. Du, et al.", ["A. Byron", "B. Cheng", "D. Du"]],
  ])("are reported where commas or semicolons divide them: %s", (author, wanted) => {
    const { value, messages } = readText(`@misc{a, title={T}, author={${author}}}`);
    expect(value[0]?.authors.map(({ name }) => name)).toEqual(wanted);
    expect(told(messages)).toEqual(["warning unclear-names 1"]);
  });

  it.each([
    ["Byron, Ada", "ATLAS", ["Ada Byron", "ATLAS Collaboration"]],
    [
      "Byron, Ada and others",
      "CMS, {ATLAS}",
      ["Ada Byron", "CMS Collaboration", "ATLAS Collaboration"],
    ],
    ["Byron, Ada", "The Bee Project", ["Ada Byron", "The Bee Project"]],
    ["{The ATLAS Collaboration}", "ATLAS", ["The ATLAS Collaboration"]],
  ])("have the collaboration of an entry: %s, %s", (author, collaboration, wanted) => {
    const text = `@misc{a, title={T}, author={${author}}, collaboration={${collaboration}}}`;
    expect(papersOf(text)[0]?.authors.map(({ name }) => name)).toEqual(wanted);
  });

  it("are not divided at a semicolon of HTML", () => {
    expect(names("Byron &amp; Sons")).toHaveLength(1);
  });
});
