import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doiField, doiIn, doiKey } from "../../src/text/doi.ts";
import { idsIn } from "../../src/text/paper-ids.ts";

const sici = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2";
const chapter = "10.1007/978-3-030-58452-8_13";

describe("doiField", () => {
  it.each([
    ["10.1145/3292500.3330701", "10.1145/3292500.3330701"],
    [" 10.1145/3292500.3330701. ", "10.1145/3292500.3330701"],
    ["{10.1145/3292500.3330701}", "10.1145/3292500.3330701"],
    ["$10.1000/x_{12}$", "10.1000/x_12"],
    ["10.1145/{ABC}123", "10.1145/ABC123"],
    ["10.1000.10/123", "10.1000.10/123"],
    ["DOI 10.1000/x", "10.1000/x"],
    ["DOI: 10.1000/x", "10.1000/x"],
    ["doi:~10.1000/x", "10.1000/x"],
    ["info:doi/10.1000/x", "10.1000/x"],
    ["urn:doi:10.1000/x", "10.1000/x"],
    ["10.1000/x [doi]", "10.1000/x"],
    ["10.1000/x, 10.1000/y", "10.1000/x"],
    ["10/ABC", "10/abc"],
    ["doi:10/gfz6dj", "10/gfz6dj"],
    ["https://doi.org/10/gfz6dj", "10/gfz6dj"],
    ["https://doi.org/gfz6dj", "10/gfz6dj"],
    ["10.1007\\%2F978-3-030-58452-8\\_13", chapter],
    ["10.1007/978-3-030-58452-8{\\_}13", chapter],
    ["10.1007/978-3-030-58452-8\\textunderscore{}13", chapter],
    ["10.1007/978-3-030-58452-8\\textunderscore 13", chapter],
    ["10.1007/978-3-030-58452-8{\\textunderscore}13", chapter],
    ["10.1007/978-3-030-58452-8$\\_$13", chapter],
    ["10.1007/978-3-030-58452-8{\\textbackslash}\\_13", chapter],
    ["10.1007/978-3-030-58452-8$\\backslash$\\_13", chapter],
    ["10.1007/978-3-030-58452-8\\{\\_\\}13", chapter],
    ["10.1007\\/978-3-030-58452-8_13", chapter],
    ["10.1007/978‐3‐030‐58452‐8_13", chapter],
    ["\\url{https://doi.org/10.1007/978-3-030-58452-8\\_13}", chapter],
    ["\\href{https://doi.org/10.1000/x}{link}", "10.1000/x"],
    ["\\doi{10.1000/x}", "10.1000/x"],
    ["10.1000/a\\&b\\#c", "10.1000/a&b#c"],
    [
      "10.1890/0012-9658(2006)87[1465:ATOBDT]2.0.CO;2",
      "10.1890/0012-9658(2006)87[1465:ATOBDT]2.0.CO;2",
    ],
    [
      "10.1175/1520-0469(1995)052&lt;0001:AFOTAT&gt;2.0.CO;2",
      "10.1175/1520-0469(1995)052<0001:AFOTAT>2.0.CO;2",
    ],
    ["10.1000/x</p>", "10.1000/x"],
    [sici.replace("<", "\\textless").replace(">", "\\textgreater "), sici],
    [sici.replace("<", "{\\textless}").replace(">", "{\\textgreater}"), sici],
    [sici.replace("<", "$<$").replace(">", "$>$"), sici],
    [sici.replace("<", "\\&lt;").replace(">", "{\\&}gt;"), sici],
    [sici.replace("<", "&amp;lt;").replace(">", "&#62;"), sici],
    [sici.replace("<", "\\%3C").replace(">", "%3E"), sici],
    [`https://onlinelibrary.wiley.com/doi/abs/${encodeURIComponent(sici)}/full?x=1`, sici],
  ])("reads %s", (written, doi) => {
    expect(doiField(written)).toEqual({ doi });
    expect(doiField(doi)).toEqual({ doi });
  });

  it.each([
    ["10.1002/(SICI)1521-3951(199911)216:1", "its end is missing"],
    ["10.1002/(SICI)1521-3951(199911)216:1<391::AID-PSSB391>3.0.CO", "its end is missing"],
    ["10.1175/1520-0469(1995)052<0001:AFOTAT", "its end is missing"],
    ["10.1007/978-3-030-58452-8 13", "it has a space in it"],
    ["10.1007/978-3-030-58452-8<sub>13</sub>", "it has a tag in it"],
    ["10.1007/978-3-030-58452-8\\foo{13}", "it has TeX in it that is not known"],
    ["10.1145/", "nothing follows its prefix"],
    ["n/a", 'it does not begin with "10." and a slash'],
    ["10/12", 'it does not begin with "10." and a slash'],
    ["https://example.org/paper", "it has no DOI"],
  ])("does not cut %s", (written, fault) => {
    expect(doiField(written)).toEqual({ fault });
  });

  it("takes an empty field for none", () => {
    expect(doiField(" {} ")).toBeUndefined();
  });
});

describe("doiIn", () => {
  it.each([
    ["See (https://doi.org/10.1000/abc), and", "10.1000/abc"],
    ["(10.1000/abc),see", "10.1000/abc"],
    ["in doi:10.1000/abc(2)3.", "10.1000/abc(2)3"],
    ["x <10.1000/abc>;", "10.1000/abc"],
    ['<a href="https://doi.org/10.1000/abc">x</a>', "10.1000/abc"],
    ["see 'https://doi.org/10.1000/abc'.", "10.1000/abc"],
    ["[here](https://doi.org/10.1000/abc)", "10.1000/abc"],
    ["https://doi.org/10.1000/abc{here}", "10.1000/abc"],
    ["见10.1000/abc。", "10.1000/abc"],
    ["https://dl.acm.org/doi/pdf/10.1145/3292500.3330701?download=true", "10.1145/3292500.3330701"],
    ["https://dl.acm.org/citation.cfm?doid=3292500.3330701&CFID=1", "10.1145/3292500.3330701"],
    ["https://link.springer.com/content/pdf/10.1007/978-3-030-58452-8_13.pdf#page=2", chapter],
    ["https://link.springer.com/content/pdf/10.1007%2F978-3-030-58452-8_13.pdf", chapter],
    ["https://onlinelibrary.wiley.com/doi/full/10.1002/rob.21918", "10.1002/rob.21918"],
    ["https://onlinelibrary.wiley.com/doi/10.1002/rob.21918/abstract", "10.1002/rob.21918"],
    [
      "https://www.frontiersin.org/articles/10.3389/fpsyg.2015.00001/full",
      "10.3389/fpsyg.2015.00001",
    ],
    [
      "https://iopscience.iop.org/article/10.1088/1742-6596/1/1/012001/meta",
      "10.1088/1742-6596/1/1/012001",
    ],
    [
      "https://www.biorxiv.org/content/10.1101/2020.01.01.000001v2.full.pdf+html",
      "10.1101/2020.01.01.000001",
    ],
    [
      "https://academic.oup.com/bioinformatics/article/doi/10.1093/bioinformatics/btaa123/5758260",
      "10.1093/bioinformatics/btaa123",
    ],
    [
      "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000001&type=printable",
      "10.1371/journal.pone.0000001",
    ],
    ["https://doi-org.proxy.lib.edu/10.1145/3292500", "10.1145/3292500"],
    ["https://doi.org.proxy.lib.edu/10.1145/3292500", "10.1145/3292500"],
    ["https://login.proxy.lib.edu/login?url=https://doi.org/10.1145/3292500", "10.1145/3292500"],
    [
      "https://login.proxy.lib.edu/login?url=https%3A%2F%2Fdoi.org%2F10.1145%2F3292500&x=1",
      "10.1145/3292500",
    ],
    ["https://doi.org/10.3389/fpsyg.2015.00001/full", "10.3389/fpsyg.2015.00001/full"],
    ["http://dx.doi.org/10.1145%252F3292500", "10.1145/3292500"],
    ["see 10.1007/978-3-\n030-58452-8_13", undefined],
    ["in the year 10.2019/, or 110.1000/x", undefined],
    ["10/12 and 10/abc", undefined],
  ])("finds one in %s", (text, doi) => {
    expect(doiIn(text)).toBe(doi);
  });
});

const inner = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-._;:/()[]<>#+&~");
const plain = fc.constantFrom(..."abcxyzABC0123456789");
const suffix = fc
  .tuple(
    plain,
    fc.array(inner, { maxLength: 25 }).map((signs) => signs.join("")),
    plain,
  )
  .map(([first, middle, last]) => `${first}${balanced(middle)}${last}`)
  // What reads as an entity, a tag, a query, or another DOI after a comma is no part of one.
  .filter((text) => !/&\w{2,6};|<\/?[a-z]|[;,|]10\.|;\d-$|&#|&lt|&gt/i.test(text));
const doi = fc
  .tuple(fc.integer({ min: 1000, max: 999_999_999 }), suffix)
  .map(([n, s]) => `10.${n}/${s}`);

/** Without brackets that have no partner. */
function balanced(text: string): string {
  let rest = text;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(/[([<]([^()[\]<>]*)$/, "$1").replace(/^([^()[\]<>]*)[)\]>]/, "$1");
  }
  const open: string[] = [];
  const pairs: Record<string, string> = { ")": "(", "]": "[", ">": "<" };
  for (const sign of rest) {
    if ("([<".includes(sign)) open.push(sign);
    else if (pairs[sign] !== undefined && open.pop() !== pairs[sign])
      return text.replace(/[()[\]<>]/g, "");
  }
  return open.length === 0 ? rest : text.replace(/[()[\]<>]/g, "");
}

const texForms: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/[_&#%]/g, "\\$&"),
  (text) => text.replace(/[_&#%]/g, "{\\$&}"),
  (text) => text.replaceAll("_", "\\textunderscore{}").replace(/[&#%]/g, "\\$&"),
  (text) => text.replaceAll("_", "{\\textunderscore}").replace(/[&#%]/g, "{\\$&}"),
  (text) => text.replaceAll("<", "{\\textless}").replaceAll(">", "{\\textgreater}"),
  (text) => text.replaceAll("<", "\\textless{}").replaceAll(">", "\\textgreater{}"),
  (text) => text.replace(/[<>]/g, "$$$&$$"),
  (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  (text) => text.replaceAll("&", "{\\&}amp;").replaceAll("<", "{\\&}lt;").replaceAll(">", "\\&gt;"),
];
const ends: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `doi:${text}`,
  (text) => `DOI ${text}`,
  (text) => `info:doi/${text}`,
  (text) => `urn:doi:${text}`,
  (text) => `{${text}}`,
  (text) => `<${text}>`,
  (text) => `(${text}).`,
  (text) => ` ${text}, `,
];
const encoded = (text: string) => text.split("/").map(encodeURIComponent).join("/");
const addresses: readonly ((text: string) => string)[] = [
  (text) => `https://doi.org/${encoded(text)}`,
  (text) => `http://dx.doi.org/${encodeURIComponent(text)}`,
  (text) => `https://doi-org.proxy.lib.edu/${encoded(text)}`,
  (text) => `\\url{https://doi.org/${encoded(text).replaceAll("%", "\\%")}}`,
  (text) =>
    `https://proxy.lib.edu/login?url=${encodeURIComponent(`https://doi.org/${encoded(text)}`)}`,
  (text) => `doi.org/${encoded(text)}`,
];

describe("any DOI", () => {
  it("reads back whole from TeX, HTML and labels, and a second time", () => {
    const form = fc.tuple(fc.constantFrom(...texForms), fc.constantFrom(...ends));
    fc.assert(
      fc.property(doi, form, (name, [escaped, around]) => {
        expect(doiField(around(escaped(name)))).toEqual({ doi: name });
        expect(doiField(name)).toEqual({ doi: name });
      }),
    );
  });

  it("reads back whole from addresses, in a field, in a text and in a list", () => {
    fc.assert(
      fc.property(doi, fc.constantFrom(...addresses), (name, address) => {
        expect(doiField(address(name))).toEqual({ doi: name });
        expect(doiIn(`See (${address(name)}), and`)).toBe(name);
        expect(idsIn(`${address(name)} and why`)).toEqual({ doi: name });
      }),
    );
  });

  it("reads any text without failing, and what it reads is stable", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), doi, (text, name) => {
        for (const written of [
          text,
          `10.1000/${text}`,
          `${name}${text}`,
          `https://doi.org/${name}${text}`,
        ]) {
          const read = doiField(written);
          if (read && "doi" in read) expect(doiField(read.doi)).toEqual(read);
          const found = doiIn(written);
          if (found !== undefined) expect(doiField(found)).toEqual({ doi: found });
        }
      }),
      { numRuns: 50 },
    );
  });

  it("compares without case", () => {
    expect(doiKey("10.1000/AbC")).toBe(doiKey("10.1000/aBc"));
  });
});
