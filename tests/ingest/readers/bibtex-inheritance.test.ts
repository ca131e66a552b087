import { describe, expect, it } from "vitest";
import { readText, told } from "../../fixtures/read.ts";

/** The papers and messages of a file; that an entry is the venue of others is left out. */
function read(text: string) {
  const { value, messages } = readText(text);
  const others = messages.filter(({ rule }) => rule !== "venue-of-others");
  return { papers: value, messages: told(others) };
}

const child = "@inproceedings{p, title={T}, author={Ada Byron}, crossref={Acl06}}";
const parent =
  "@proceedings{acl06, title={Proc. of Parsing}, editor={Eve Ek}, year=2006, month=oct, publisher={Assoc.}, volume=3, doi={10.1000/acl}, eprint={0601.00001}, url={https://github.com/a/b}, keywords={all}}";

describe("inheritance in BibTeX", () => {
  it.each([
    ["after its child", `${child}\n${parent}`],
    ["before its child", `${parent}\n${child}`],
  ])("gives a paper the venue and date of a parent %s, but not its ids", (_, text) => {
    const { papers, messages } = read(text);
    expect(messages).toEqual([]);
    expect(papers).toMatchObject([
      {
        title: "T",
        publishedIn: "2006-10",
        ids: {},
        links: [],
        keywords: [],
        venue: { kind: "conference", name: "Proc. of Parsing", volume: "3", publisher: "Assoc." },
      },
    ]);
  });

  it("says that a venue is not a paper", () => {
    expect(told(readText(`${child}\n${parent}`).messages)).toEqual(["info venue-of-others 2"]);
  });

  it.each([
    [
      "@inproceedings{p, title={T}, crossref={v}}",
      "@proceedings{v, title={V}, booktitle={B}}",
      "B",
    ],
    ["@incollection{p, title={T}, crossref={v}}", "@collection{v, title={V}}", "V"],
    ["@incollection{p, title={T}, crossref={v}}", "@book{v, title={V}, editor={E}}", "V"],
    ["@book_section{p, title={T}, crossref={v}}", "@book{v, title={V}, editor={E}}", "V"],
    ["@article{p, title={T}, crossref={v}}", "@periodical{v, title={V}}", "V"],
    [
      "@inproceedings{p, title={T}, booktitle={Own}, crossref={v}}",
      "@proceedings{v, title={V}}",
      "Own",
    ],
    ["@inproceedings{p, title={T}, booktitle={}, crossref={v}}", "@proceedings{v, title={V}}", "V"],
    ["@article{p, title={T}, crossref={v}}", "@article{v, title={V}, journal={J}}", "J"],
  ])("finds the venue: %s, %s", (first, second, wanted) => {
    const [paper] = read(`${first}\n${second}`).papers;
    expect([paper?.title, paper?.venue?.name]).toEqual(["T", wanted]);
  });

  it("keeps a book with authors, and its parts", () => {
    const text =
      "@inbook{c, title={Chapter}, crossref={b}}\n@book{b, title={Book}, author={Ada Byron}, year=2006}";
    const { papers } = read(text);
    expect(papers.map(({ title }) => title)).toEqual(["Chapter", "Book"]);
    expect(papers[0]).toMatchObject({ authors: [{ name: "Ada Byron" }], venue: { name: "Book" } });
  });

  it("keeps proceedings of which the file has no paper", () => {
    expect(read(parent).papers).toHaveLength(1);
  });

  it.each([
    ["year=2007", "2007"],
    ["date={2007-02}", "2007-02"],
    ["year=2006", "2006-10"],
    ["year=2006, month=may", "2006-05"],
  ])("does not mix dates: %s", (fields, wanted) => {
    const own = `@inproceedings{p, title={T}, ${fields}, crossref={acl06}}`;
    expect(read(`${own}\n${parent}`).papers[0]?.publishedIn).toBe(wanted);
  });

  it("goes over several entries, and over lists of shared data", () => {
    const text = `@inproceedings{p, title={T}, crossref={v}}
@proceedings{v, title={V}, xdata={press, year}}
@xdata{press, xdata={place}, publisher={Press}}
@xdata{place, volume=7}
@xdata{year, date={2006-10}}`;
    expect(read(text)).toMatchObject({
      messages: [],
      papers: [{ publishedIn: "2006-10", venue: { name: "V", publisher: "Press", volume: "7" } }],
    });
  });

  it("gives an entry every field of its shared data", () => {
    const text = `@software{p, title={T}, xdata={s}}
@xdata{s, ids={x}, version={3.1}, code={https://github.com/bees/count}, eprint={1706.00001}, eprinttype={arxiv}}`;
    expect(read(text).papers).toMatchObject([
      {
        ids: { arxiv: "1706.00001" },
        links: [{ kind: "code", url: "https://github.com/bees/count" }],
        reference: { type: "software", version: "3.1" },
      },
    ]);
  });

  it.each([
    [
      "missing",
      "@misc{a, title={A}, crossref={b}, xdata={c}}",
      ["warning no-parent 1", "warning no-parent 1"],
    ],
    ["the entry itself", "@misc{a, title={A}, crossref={a}}", ["warning no-parent 1"]],
    [
      "a child of the entry",
      "@misc{a, title={A}, crossref={b}}\n@misc{b, title={B}, crossref={c}}\n@misc{c, title={C}, crossref={a}}",
      ["warning no-parent 3"],
    ],
  ])("reports a parent that is %s", (_, text, wanted) => {
    const { papers, messages } = read(text);
    expect(messages).toEqual(wanted);
    expect(papers).toHaveLength(text.split("\n").length);
  });

  it("follows long chains in a time that grows as their length", () => {
    const entry = (at: number) =>
      `@misc{k${at}, title={T${at}}, f${at}={x}, crossref={k${at + 1}}}`;
    const chain = Array.from({ length: 20_000 }, (_, at) => entry(at)).join("\n");
    const { papers } = read(`${chain}\n@misc{k20000, title={Last}, year=2006}`);
    expect(papers[0]?.publishedIn).toBe("2006");
  });
});
