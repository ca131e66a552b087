import { describe, expect, it } from "vitest";
import { ingest } from "../../../src/ingest/ingest.ts";
import { parseEntry } from "../../../src/workspace/entries.ts";
import { emptyArchive, entry } from "../../fixtures/papers.ts";

/** What an archive makes of lines of an export, and of other seeds. */
function ingested(lines: readonly object[], others: Record<string, string> = {}) {
  const files = {
    "seeds/papers.jsonl": lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
    ...others,
  };
  const seeds = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }));
  const { value, messages } = ingest(seeds, emptyArchive);
  const entries = value.plan.create.map(({ path, text }) => parseEntry(path, text));
  return { entries, messages };
}

const exported = (facts: object = {}) => ({
  ...entry({ id: "on-testing", title: "On Testing", titleText: "On Testing" }),
  abstract: "We test.",
  ...facts,
});
const first = (facts: object) => ingested([exported(facts)]).entries[0];

describe("a paper of an exported archive", () => {
  it.each([
    ["T <img src=x onerror=alert(1)>", "T \\<img src=x onerror=alert(1)>"],
    ["[c](https://a.org) of *it*", "c of *it*"],
    ["![x](http://other.host/x.png)", "x"],
    ["# One\n\nTwo", "\\# One Two"],
    ["$x^2$ and `code`", "$x^2$ and `code`"],
  ])("has a title of words, emphasis, code and formulas: %j", (title, written) => {
    expect(first({ title })?.data.title).toBe(written);
  });

  it.each([
    ["[c](javascript:alert(1)) and [d](https://a.org)", "c and [d](https://a.org)"],
    ["![x](http://other.host/x.png)", "[x](http://other.host/x.png)"],
    ["<b onclick=a()>bold</b>", "\\<b onclick=a()>bold\\</b>"],
    ["- one\n- {two}\n\nThree", "\\- one - \\{two\\}\n\nThree"],
    ["> <script>x</script>", "\\> \\<script>x\\</script>"],
    ["[a][b]\n\n[b]: javascript:c", "\\[a]\n\n\\[b]: javascript:c"],
    ["import a from 'b'\n\n{c}", "&#x69;mport a from 'b'\n\n\\{c\\}"],
  ])("has an abstract of paragraphs: %j", (abstract, written) => {
    expect(first({ abstract })?.abstract).toBe(written);
  });

  it("has its plain title made from its title", () => {
    expect(first({ title: "A *b*", titleText: "<img>" })?.data.titleText).toBe("A b");
  });

  it("has names and words without characters that cannot be seen", () => {
    const data = first({
      authors: [{ name: "A\u202E\u0000B" }, { name: "\u200B" }],
      organization: { handle: "a\uD800", name: "A\n B" },
      venue: { kind: "journal", name: "J\u0007", volume: "\u0007" },
      keywords: ["\u0000", "k\u2066"],
      ids: { doi: "10.1/\uD800x" },
    })?.data;
    expect(data?.authors).toEqual([{ name: "AB" }]);
    expect(data?.organization).toEqual({ handle: "a\uFFFD", name: "A B" });
    expect(data?.venue).toEqual({ kind: "journal", name: "J" });
    expect(data?.keywords).toEqual(["k"]);
  });

  it("loses a wrong field, not the record, and the seed's line says so", () => {
    const { entries, messages } = ingested([
      exported({ id: "../../x", links: [{ kind: "code", url: "javascript:a" }], upvotes: "many" }),
    ]);
    expect(entries[0]?.data).toMatchObject({ id: "on-testing", links: [], aliases: [] });
    expect(messages).toMatchObject([
      { rule: "invalid-field", place: { file: "seeds/papers.jsonl", line: 1 } },
    ]);
    expect(messages[0]?.reason).toMatch(/id .*upvotes .*links\.0\.url/);
  });

  it.each([
    ["title", {}],
    ["schemaVersion", "1"],
  ])("is skipped without a %s", (field, value) => {
    const { entries, messages } = ingested([exported(), exported({ [field]: value })]);
    expect(entries).toHaveLength(1);
    expect(messages).toMatchObject([
      { rule: "invalid-export", place: { file: "seeds/papers.jsonl", line: 2 } },
    ]);
  });

  it("is named in messages by the seed's line, whatever sources it claims", () => {
    const long = `We study a bandit whose rewards change with the number of times that an arm was
played. The learner sees the loss of the arm it plays and of no other. We give an algorithm whose regret
against the best policy in hindsight grows with the square root of the horizon.`;
    const claim = {
      sources: [{ format: "bibtex", file: "/etc/passwd", line: 9, gave: ["title"] }],
    };
    const { messages } = ingested([
      exported({ ...claim, title: "One $\\frac{$", abstract: `${long} $\\href{$` }),
      exported({ ...claim, id: "two", title: "Two", abstract: long }),
    ]);
    expect(new Set(messages.map(({ rule }) => rule))).toEqual(
      new Set(["possible-duplicate", "invalid-formula"]),
    );
    for (const { place, reason } of messages) {
      expect(place?.file).toBe("seeds/papers.jsonl");
      expect(reason).not.toContain("passwd");
    }
  });

  it("does not take an id or a former id that another paper has", () => {
    const bib =
      "@misc{a, title={Alpha}, eprint={2510.01171}, archiveprefix={arXiv}}\n@misc{b, title={Beta}}";
    const claims = ["2510.01171", "beta", "alpha"].map((id, index) =>
      exported({ id, title: `Claim ${index}`, aliases: ["beta", "former"] }),
    );
    const { entries } = ingested(claims, { "seeds/a.bib": bib });
    const names = new Map(entries.map(({ data }) => [data.titleText, [data.id, ...data.aliases]]));
    expect(names.get("Alpha")).toEqual(["2510.01171"]);
    expect(names.get("Beta")).toEqual(["beta"]);
    const all = [...names.values()].flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain("former");
  });

  it("may have the longest id, also where two claim it", () => {
    const id = "a".repeat(100);
    const { entries } = ingested([exported({ id, title: "One" }), exported({ id, title: "Two" })]);
    expect(new Set(entries.map(({ data }) => data.id)).size).toBe(2);
  });

  it("is the same after another export and ingest", () => {
    const paper = exported({
      title: "Of $x_1$ and \\<b>",
      abstract: "A [link](https://a.org/b_c) with *emphasis*.\n\n\\# Not a heading, $\\alpha$.",
      authors: [{ name: "A--B~C" }],
      keywords: ["a"],
      links: [{ kind: "code", url: "https://github.com/a/b" }],
    });
    const [once] = ingested([paper]).entries;
    const [twice] = ingested([{ ...once?.data, abstract: once?.abstract }]).entries;
    expect(twice).toEqual(once);
  });
});
