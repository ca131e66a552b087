import { describe, expect, it } from "vitest";
import { papersOf, readText, told } from "../../fixtures/read.ts";

const entry = (id: string, inside = "") => `<entry>
    <id>http://arxiv.org/abs/${id}</id>
    <updated>2012-04-02T12:38:54Z</updated>
    <published>2011-11-08T18:48:36Z</published>
    <title>On $\\alpha$ and a &lt; b in
  Two Lines</title>
    <summary>  We show $x^2 &lt; y_{ij}$ &amp; more.
  A second paragraph.
</summary>
    <author><name>Ada Byron</name><arxiv:affiliation>X</arxiv:affiliation></author>
    <author><name>Emmy Noether</name></author>${inside}
    <link href="http://arxiv.org/abs/${id}" rel="alternate"/>
    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
    <category term="stat.ML" scheme="http://arxiv.org/schemas/atom"/>
  </entry>`;
const feed = (...entries: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  ${entries.join("\n  ")}
</feed>`;

describe("the reader of arXiv's Atom", () => {
  it("reads all fields of an entry, with undamaged LaTeX", () => {
    const more = `
    <arxiv:doi xmlns:arxiv="x">10.1103/PhysRevB.85.115117</arxiv:doi>
    <arxiv:comment xmlns:arxiv="x">8 pages. Code: https://github.com/a/b</arxiv:comment>`;
    expect(papersOf(feed(entry("1111.2011v2", more)))).toEqual([
      {
        title: "On $\\alpha$ and a < b in\n  Two Lines",
        abstract: "We show $x^2 < y_{ij}$ & more.\n\nA second paragraph.",
        damaged: false,
        ids: { arxiv: "1111.2011", doi: "10.1103/PhysRevB.85.115117" },
        version: 2,
        authors: [{ name: "Ada Byron" }, { name: "Emmy Noether" }],
        authorsCount: 2,
        published: "2011-11-08",
        links: [{ kind: "code", url: "https://github.com/a/b" }],
        keywords: [],
        categories: ["cs.LG", "stat.ML"],
        inferred: [],
        source: { format: "arxiv-atom", file: "seeds/a.txt", line: 3 },
      },
    ]);
  });

  it("reads ids of both kinds", () => {
    const ids = ["2510.01171v1", "cond-mat/0412498v1", "math.GT/0309136v3", "0807.2873"];
    expect(papersOf(feed(...ids.map((id) => entry(id)))).map((paper) => paper.ids.arxiv)).toEqual([
      "2510.01171",
      "cond-mat/0412498",
      "math/0309136",
      "0807.2873",
    ]);
  });

  it("reads a feed with prefixed names, and one inside JSON", () => {
    const prefixed = feed(entry("2510.01171v1")).replaceAll(
      /<(\/?)(feed|entry|id|title|summary)/g,
      "<$1a:$2",
    );
    expect(papersOf(prefixed)[0]?.ids.arxiv).toBe("2510.01171");
    const recorded = { url: "https://export.arxiv.org/", body: feed(entry("2510.01171v1")) };
    expect(papersOf(JSON.stringify(recorded, null, 1))[0]).toMatchObject({
      ids: { arxiv: "2510.01171" },
      source: { line: 1 },
    });
  });

  it("keeps all entries except broken or incomplete ones", () => {
    const whole = feed(entry("2510.00001v1"), entry("2510.00002v1"), entry("2510.00003v1"));
    const broken = whole.replace("<title>On", "<title><b <i On");
    const { value, messages } = readText(broken.slice(0, -200));
    expect(value.map(({ ids }) => ids.arxiv)).toEqual(["2510.00002"]);
    expect(told(messages)).toEqual(["error no-title 3", "error broken-record 33"]);
  });

  it("expands no entities that a document declares", () => {
    const declared = feed(entry("2510.00001v1").replace("On $", "&lol; $")).replace(
      "<feed",
      '<!DOCTYPE feed [<!ENTITY lol SYSTEM "file:///etc/passwd">]><feed',
    );
    expect(papersOf(declared)[0]?.title).toMatch(/^&lol; \$/);
  });

  it("reports responses that are errors or have no papers", () => {
    const error = feed(
      "<entry><id>http://arxiv.org/api/errors#bad_id</id><title>Error</title><summary>incorrect id format for x</summary></entry>",
    );
    expect(told(readText(error).messages)).toEqual(["error arxiv-error 3"]);
    expect(told(readText(feed("<id>http://arxiv.org/api/x</id>")).messages)).toEqual([
      "error no-results",
    ]);
  });
});
