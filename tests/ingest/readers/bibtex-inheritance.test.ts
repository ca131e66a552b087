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

  /** biblatex's "Default Inheritance Setup": parents, children, and where the parent's title goes. */
  it.each([
    ["mvbook", "book inbook bookinbook suppbook", "maintitle"],
    ["mvcollection", "collection reference incollection inreference suppcollection", "maintitle"],
    ["mvreference", "collection reference incollection inreference suppcollection", "maintitle"],
    ["mvproceedings", "proceedings inproceedings", "maintitle"],
    ["book", "inbook bookinbook suppbook", "booktitle"],
    ["collection", "incollection inreference suppcollection", "booktitle"],
    ["reference", "incollection inreference suppcollection", "booktitle"],
    ["proceedings", "inproceedings", "booktitle"],
    ["periodical", "article suppperiodical", "journaltitle"],
  ])("maps the title of %s to %s as %s", (parent, children, into) => {
    const never =
      "ids={x}, entrysubtype={magazine}, label={L}, options={o}, presort={p}, related={r}, shorthand={S}, sortkey={s}, shorttitle={Short}, sorttitle={Sort}, indextitle={I}";
    for (const child of children.split(" ")) {
      const text = `@${child}{c, title={T}, subtitle={U}, crossref={P}}
@${parent}{p, title={V}, subtitle={W}, titleaddon={X}, editor={Eve Ek}, publisher={Press}, ${never}}`;
      const { papers, messages } = read(text);
      const [paper] = papers;
      const isVolume = into === "maintitle" && !/^(?:in|supp|bookin)/.test(child);
      expect([child, messages]).toEqual([child, []]);
      expect([child, paper?.title]).toEqual([child, "T: U"]);
      expect([child, paper?.venue?.name]).toEqual([child, isVolume ? undefined : "V: W. X"]);
      expect([child, paper?.reference?.mainTitle]).toEqual([
        child,
        isVolume ? "V: W. X" : undefined,
      ]);
      expect(paper?.reference?.editors).toEqual(["Eve Ek"]);
      expect(paper?.reference?.type).not.toBe("article-magazine");
    }
  });

  it("gives a chapter its book, and the work in several volumes of which that is one", () => {
    const text = `@inbook{c, title={Chapter}, author={Ada Byron}, pages={3--9}, crossref={v2}}
@book{v2, title={Second Volume}, volume=2, year=1999, isbn={0-306-40615-2}, crossref={all}}
@mvbook{all, title={Collected Works}, author={Bo Cheng}, volumes=5, publisher={Press}, date={1990/2000}}`;
    const { papers } = read(text);
    expect(papers.map(({ title }) => title)).toEqual([
      "Chapter",
      "Second Volume",
      "Collected Works",
    ]);
    expect(papers[0]).toMatchObject({
      publishedIn: "1999",
      venue: { kind: "book", name: "Second Volume", volume: "2", pages: "3-9" },
      reference: { mainTitle: "Collected Works", isbn: "0-306-40615-2" },
    });
    expect(papers[1]).toMatchObject({
      authors: [{ name: "Bo Cheng" }],
      reference: { type: "book", mainTitle: "Collected Works", volume: "2", publisher: "Press" },
    });
  });

  it.each([
    ["maintitle={M}, booktitle={B}, booksubtitle={S}", "B: S", "M"],
    ["maintitle={M}, mainsubtitle={S}, maintitleaddon={A}, booktitle={B}", "B", "M: S. A"],
    ["maintitle={M}", "M", undefined],
    ["booktitle={B}, crossref={v}", "B", "All"],
    ["maintitle={M}, booktitle={B}, crossref={v}", "B", "M"],
  ])("reads titles of its own: %s", (fields, name, mainTitle) => {
    const text = `@incollection{c, title={T}, ${fields}}\n@mvcollection{v, title={All}, editor={Eve Ek}}`;
    const [paper] = read(text).papers;
    expect([paper?.venue?.name, paper?.reference?.mainTitle]).toEqual([name, mainTitle]);
  });

  it("takes single fields and names of shared data", () => {
    const text = `@book{b, title={T}, author={xdata=my-data-author-2 and Du, Di}, publisher={xdata=my-data-publisher}, location={xdata=none-location}}
@xdata{my-data, author={Byron, Ada and Cheng, Bo}, publisher={Press}}`;
    expect(read(text).papers).toMatchObject([
      {
        authors: [{ name: "Bo Cheng" }, { name: "Di Du" }],
        reference: { publisher: "Press", place: "xdata=none-location" },
      },
    ]);
  });

  it("names a volume without a title by that of the whole work", () => {
    const text = "@book{b, maintitle={Works}, mainsubtitle={All}, volume=2}";
    expect(read(text).papers).toMatchObject([
      { title: "Works: All", reference: { type: "book", volume: "2" } },
    ]);
    expect(read(text).papers[0]?.reference).not.toHaveProperty("mainTitle");
  });

  it("gives no child a remark with an id of its parent", () => {
    const text = `@inproceedings{c, title={T}, crossref={v}}
@proceedings{v, title={V}, note={DOI 10.1000/v}, howpublished={Online}}`;
    expect(read(text).papers).toMatchObject([{ ids: {}, reference: { howPublished: "Online" } }]);
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
