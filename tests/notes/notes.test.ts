import { describe, expect, it } from "vitest";
import { type IngestContext, ingest } from "../../src/ingest/ingest.ts";
import { ownersNotes } from "../../src/notes/owners-notes.ts";
import { parseNote } from "../../src/notes/parse-note.ts";
import type { Message } from "../../src/schemas/message.ts";
import type { PaperEntry } from "../../src/schemas/paper.ts";
import { topic } from "../../src/schemas/topic.ts";
import { compileTaxonomy } from "../../src/topics/matcher/matcher.ts";
import { describeMessages } from "../../src/workspace/describe-messages.ts";
import { parseEntry } from "../../src/workspace/entries.ts";
import { noTopics } from "../fixtures/papers.ts";
import { printed } from "../fixtures/workspaces.ts";

const seeds = (text: string) => [
  { path: "seeds/page-2025-11-13.txt", bytes: new TextEncoder().encode(text) },
];
const damaged = `On L^2 Bounds

We bound the L^2 error with n = O(mlog(m)) samples at points x_1,dots,x_n of a space of dimension n. The n samples suffice.

  • 2 authors

·

Oct 1, 2025

`;

interface Made {
  entries: Map<string, { data: PaperEntry; abstract: string }>;
  messages: Message[];
  said: string;
}

/** Ingests a page with notes, by file name, and reads the entries back. */
function make(
  text: string,
  notes: Record<string, string>,
  more: Partial<IngestContext> = {},
): Made {
  const read = Object.entries(notes).map(([name, note]) =>
    parseNote({ path: `content/notes/${name}.mdx`, text: note }),
  );
  const { value, messages } = ingest(text === "" ? [] : seeds(text), {
    seedYears: {},
    formulaConfidence: 0.5,
    matcher: noTopics,
    disk: new Map(),
    folder: "content/papers",
    notes: ownersNotes(read.flatMap(({ value: note }) => note ?? [])),
    ...more,
  });
  const all = [...read.flatMap((one) => one.messages), ...messages];
  const { plan } = value;
  const entries = new Map(
    [...plan.create, ...plan.update].map(({ id, path, text: made }) => [
      id,
      parseEntry(path, made),
    ]),
  );
  return { entries, messages: all, said: describeMessages(all) };
}

const note = (yaml: string, body = "") => `---\n${yaml}\n---\n${body}`;
const corrections = (...lines: string[]) =>
  note(["corrections:", ...lines.map((line) => `  ${line}`)].join("\n"));
const formulas = (...lines: string[]) =>
  corrections("formulas:", ...lines.map((line) => `  - ${line}`));

describe("formulas corrected in a note", () => {
  const plain = make(damaged, {}).entries.get("on-l2-bounds");

  it("start from the restored formulas, each with its confidence", () => {
    expect(plain?.abstract).toContain("$n = O(m\\log(m))$");
    expect(plain?.data.math.restored).toBe(plain?.data.math.spans?.length);
    for (const { confidence } of plain?.data.math.spans ?? []) {
      expect(confidence).toBeGreaterThanOrEqual(0.5);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(plain?.data.math.spans?.[0]).toMatchObject({
      where: "title",
      text: "L^2",
      latex: "L^2",
    });
  });

  it("keep the original title and abstract, unless the note gives its own title", () => {
    const { originalTitle, original } = plain?.data ?? {};
    expect(originalTitle).toBe("On L^2 Bounds");
    expect(original).toContain("n = O(mlog(m)) samples");
    const titled = (title: string) =>
      make(damaged, { "on-l2-bounds": title }).entries.get("on-l2-bounds")?.data;
    expect(titled(formulas("{ text: L^2, latex: L_2 }"))).toMatchObject({
      title: "On $L_2$ Bounds",
      originalTitle: "On L^2 Bounds",
    });
    expect(titled(corrections("title: Bounds on $L^2$"))).not.toHaveProperty("originalTitle");
  });

  it("win over restored formulas, by the source's text or by the LaTeX on the site", () => {
    const [first] = plain?.data.math.spans?.filter(({ text }) => text.includes("mlog")) ?? [];
    for (const text of [first?.text, first?.latex, `$${first?.latex}$`]) {
      const quoted = `'${text}'`;
      const { entries, messages } = make(damaged, {
        "on-l2-bounds": formulas(`{ text: ${quoted}, latex: 'n = O(m \\ln m)' }`),
      });
      const made = entries.get("on-l2-bounds");
      expect(messages).toEqual([]);
      expect(made?.abstract).toContain("with $n = O(m \\ln m)$ samples");
      expect(made?.data.math).toMatchObject({
        restored: (plain?.data.math.restored ?? 0) - 1,
        corrected: 1,
      });
      expect(made?.data.sources.at(-1)).toMatchObject({
        format: "note",
        file: "content/notes/on-l2-bounds.mdx",
        gave: ["formulas"],
      });
    }
  });

  it("apply to every such span outside of longer formulas, or to one of them", () => {
    const all = make(damaged, { "on-l2-bounds": formulas("{ text: n, latex: N }") });
    expect(all.entries.get("on-l2-bounds")?.abstract).toContain("dimension $N$. The $N$ samples");
    expect(all.entries.get("on-l2-bounds")?.abstract).toContain("$x_1,\\dots,x_n$");
    const second = make(damaged, {
      "on-l2-bounds": formulas("{ text: n, latex: N, occurrence: 2 }"),
    });
    expect(second.entries.get("on-l2-bounds")?.abstract).toContain("The $N$ samples");
    expect(second.entries.get("on-l2-bounds")?.abstract).not.toContain("dimension $N$");
  });

  it("turn a span that is not a formula into words, also in titles; the address stays", () => {
    const { entries, messages } = make(damaged, {
      "on-l2-bounds": formulas("{ text: L^2, latex: null }"),
    });
    const made = entries.get("on-l2-bounds");
    expect(messages).toEqual([]);
    expect(made?.data.titleText).toBe("On L^2 Bounds");
    expect(made?.data.title).not.toContain("$");
    expect(made?.abstract).toContain("bound the L^2 error");
    expect(made?.data.math.spans?.some(({ text }) => text === "L^2")).toBe(false);
  });

  it("correct whole formulas of undamaged texts", () => {
    const page = printed("Alpha $\\notacommand{x}$");
    const [id = ""] = make(page, {}).entries.keys();
    const { entries } = make(page, {
      [id]: formulas("{ text: '\\notacommand{x}', latex: 'x' }"),
    });
    expect([...entries.values()].map(({ data }) => data.title)).toEqual(["Alpha $x$"]);
  });

  it("reduce the count of formulas that were left", () => {
    const doubtful = make(damaged, {}, { formulaConfidence: 1 }).entries.get("on-l2-bounds");
    const one = make(
      damaged,
      { "on-l2-bounds": formulas("{ text: 'x_1,dots,x_n', latex: 'x_1,\\dots,x_n' }") },
      { formulaConfidence: 1 },
    ).entries.get("on-l2-bounds");
    expect(doubtful?.data.math.left).toBeGreaterThan(1);
    expect(one?.data.math.left).toBe((doubtful?.data.math.left ?? 0) - 1);
  });

  it("are reported with a line where they match nothing or do not render", () => {
    const { said, entries } = make(damaged, {
      "on-l2-bounds": formulas(
        "{ text: 'O(mlog(n))', latex: 'x' }",
        "{ text: 'L^2', latex: '\\frac{' }",
        "{ text: samples, latex: s, occurrence: 7 }",
      ),
    });
    expect(said).toMatchInlineSnapshot(`
      "content/notes/on-l2-bounds.mdx:4  warning  "O(mlog(n))" is in neither the title nor the abstract of "On L² Bounds", so the correction was ignored.  [correction-not-found]
          → Copy the text from seeds/page-2025-11-13.txt:1. Similar formulas there: "n = O(mlog(m))", "n", "L^2".
      content/notes/on-l2-bounds.mdx:6  warning  occurrence is 7, but "On L² Bounds" has "samples" only 2 times. The correction was ignored.  [correction-occurrence]
          → Set occurrence to a number from 1 to 2.
      content/notes/on-l2-bounds.mdx:5  error  KaTeX cannot typeset the correction of "L^2", so it was ignored: Unexpected end of input in a macro argument, expected '}' at end of input: \\frac{.  [invalid-correction]
          → Fix the LaTeX. Put it in single quotes ('O(m\\log m)'), so that YAML keeps its backslashes.
      1 error, 2 warnings"
    `);
    expect(entries.get("on-l2-bounds")?.abstract).toBe(plain?.abstract);
  });
});

describe("facts corrected in a note", () => {
  const page = printed("Alpha", "Oct 1, 2025");

  it("win over sources, and the provenance names them", () => {
    const { entries, messages } = make(page, {
      alpha: corrections(
        'title: "Alpha, a *Better* $x^2$"',
        "abstract: |",
        "  One.",
        "",
        "  Two at https://github.com/a/b.",
        "published: 2024-09-30",
        "listed: [2025-11-12]",
        "authors: [Ada Lovelace, { name: C. Babbage, id: cb }]",
        "organization: { handle: rs, name: Royal Society }",
        "comments: 7",
        "upvotes: null",
        "links: [https://a.org/b]",
      ),
    });
    expect(messages).toEqual([]);
    const made = entries.get("alpha");
    expect(made?.abstract).toBe("One.\n\nTwo at [https://github.com/a/b](https://github.com/a/b).");
    expect(made?.data).toMatchObject({
      id: "alpha",
      title: "Alpha, a *Better* $x^2$",
      titleText: "Alpha, a Better x²",
      published: "2024-09-30",
      listed: ["2025-11-12"],
      authors: [{ name: "Ada Lovelace" }, { name: "C. Babbage", id: "cb" }],
      authorsCount: 2,
      organization: { handle: "rs", name: "Royal Society" },
      comments: 7,
      links: [{ kind: "other", url: "https://a.org/b" }],
    });
    expect(made?.data.sources.at(-1)).toEqual({
      format: "note",
      file: "content/notes/alpha.mdx",
      line: 3,
      gave: [
        "title",
        "abstract",
        "published",
        "listed",
        "authors",
        "authorsCount",
        "organization",
        "comments",
        "upvotes",
        "links",
      ],
    });
  });

  it("are removed by null", () => {
    const { entries } = make(page, { alpha: corrections("published: null", "authorsCount: null") });
    expect(entries.get("alpha")?.data.published).toBeUndefined();
    expect(entries.get("alpha")?.data.authorsCount).toBeUndefined();
  });

  it("only fill in what no source has, unless they are corrections", () => {
    const { entries } = make(page, {
      alpha: note("published: 2020-01-01\nauthors: [Ada]\nlinks: [https://a.org]"),
    });
    expect(entries.get("alpha")?.data).toMatchObject({
      published: "2025-10-01",
      authors: [{ name: "Ada" }],
      links: [{ kind: "other", url: "https://a.org" }],
    });
  });

  it("apply to one paper only, even if its file has others on the same line", () => {
    const titles = ["Alpha", "Beta", "Gamma"];
    const oneLine = JSON.stringify(
      titles.map((title) => ({ type: "article", title, author: [{ literal: `${title} Lab` }] })),
    );
    const { entries, messages } = make(oneLine, {
      beta: corrections("title: Corrected", "published: 2020-01-01", 'ids: { doi: "10.1000/x" }'),
      gamma: note("sameAs: [alpha]"),
    });
    expect(messages.map(({ rule }) => rule)).toEqual(["sources-differ"]);
    const told = [...entries].map(([id, { data }]) => [id, data.titleText, data.aliases]);
    expect(told.sort()).toEqual([
      ["10.1000-x", "Corrected", ["beta"]],
      ["alpha", "Alpha", ["gamma"]],
    ]);
    expect(entries.get("alpha")?.data).not.toHaveProperty("published");
  });

  it("give a paper its id; the former one becomes an alias", () => {
    const { entries, messages } = make(page, {
      alpha: corrections('ids: { arxiv: "2510.01171" }'),
    });
    expect(messages).toEqual([]);
    expect([...entries.keys()]).toEqual(["2510.01171"]);
    expect(entries.get("2510.01171")?.data).toMatchObject({
      ids: { arxiv: "2510.01171" },
      aliases: ["alpha"],
    });
  });

  it("join two papers that get the same id", () => {
    const { entries, said } = make(page + printed("Beta"), {
      alpha: corrections('ids: { arxiv: "2510.01171" }'),
      beta: corrections('ids: { arxiv: "2510.01171" }'),
    });
    expect([...entries.keys()]).toEqual(["2510.01171"]);
    expect(said).toContain("[duplicate-note]");
  });

  it("keep one entry where another note stands alone under the corrected id", () => {
    const { entries, messages } = make(page, {
      alpha: corrections('ids: { arxiv: "2510.01171" }'),
      "2510.01171": note("title: Quite Another"),
    });
    expect([...entries].map(([id, { data }]) => [id, data.titleText])).toEqual([
      ["2510.01171", "Alpha"],
    ]);
    expect(messages).toMatchObject([
      { rule: "duplicate-note", place: { file: "content/notes/2510.01171.mdx" } },
    ]);
  });

  it("set topics; an unknown one is reported with the nearest", () => {
    const bandits = topic.parse({
      id: "bandits",
      name: "Bandits",
      description: "Choosing under doubt.",
      family: "decisions",
      phrases: [],
      not: [],
      categories: [],
    });
    const { entries, said } = make(
      page,
      { alpha: corrections("topics: [bandits, bandit]") },
      { matcher: compileTaxonomy([bandits]) },
    );
    expect(entries.get("alpha")?.data.topics).toEqual([{ id: "bandits", score: 1, evidence: [] }]);
    expect(said).toMatchInlineSnapshot(`
      "content/notes/alpha.mdx:3  error  There is no topic "bandit", so it was not added to "Alpha".  [unknown-note-topic]
          → Did you mean "bandits"? You can add topics in content/topics.yaml.
      1 error"
    `);
  });
});

describe("a note without a paper", () => {
  it("becomes a paper if it has a title", () => {
    const { entries, messages } = make(printed("Alpha"), {
      "2510.01171": note(
        "title: My *Own* Paper\nauthors: [Ada]\npublished: 2025-02-03\nlinks: [https://github.com/a/b]\nstatus: read",
      ),
    });
    expect(messages).toEqual([]);
    expect(entries.get("2510.01171")).toMatchObject({
      abstract: "",
      data: {
        title: "My *Own* Paper",
        published: "2025-02-03",
        ids: { arxiv: "2510.01171" },
        aliases: [],
        links: [{ kind: "code", url: "https://github.com/a/b" }],
        sources: [{ format: "note", file: "content/notes/2510.01171.mdx", line: 2 }],
      },
    });
  });

  it("belongs to the paper with its title, once a source has it", () => {
    const { entries, messages } = make(printed("Alpha Study"), {
      "my-alpha": note("title: Alpha study.\nauthors: [Ada]"),
    });
    expect(messages).toEqual([]);
    expect(entries.get("alpha-study")?.data).toMatchObject({
      title: "Alpha Study",
      authors: [{ name: "Ada" }],
      aliases: ["my-alpha"],
    });
  });

  it("does not become a paper while it is a draft", () => {
    const { entries, messages } = make(printed("Alpha"), {
      mine: note("title: Mine\ndraft: true"),
    });
    expect([[...entries.keys()], messages]).toEqual([["alpha"], []]);
  });

  it("is reported with the nearest ids if it has no title", () => {
    const { said } = make(printed("Alpha Study of Bandits") + printed("Beta"), {
      "alpha-studie": note("status: read"),
      bandits: "Some text.",
    });
    expect(said).toMatchInlineSnapshot(`
      "content/notes/alpha-studie.mdx  error  No paper has the id "alpha-studie", so this note was skipped.  [note-without-paper]
      content/notes/bandits.mdx  error  No paper has the id "bandits", so this note was skipped.  [note-without-paper]
          → Rename the file to the id of a paper (similar ids: alpha-study-of-bandits). Or add a title to the note to make it a paper of its own.
      2 errors"
    `);
  });

  it("waits while the seed of its paper cannot be read whole", () => {
    const made = make(printed("Alpha"), {});
    const disk = new Map([["2025/alpha.mdx", "---\nid: alpha\n---\n"]]);
    expect(made.entries.size).toBe(1);
    expect(make("", { alpha: note("status: read") }, { disk }).said).not.toContain("note-unknown");
  });
});

describe("errors in a note", () => {
  it("are reported with the line and a remedy", () => {
    const faulty = [
      note("staus: read"),
      note("status: reed\nrating: 6"),
      note("readOn: 2025-02-30"),
      corrections("titel: X"),
      corrections("ids: { arxiv: 2510.01171 }"),
      corrections("links: ['javascript:alert(1)']"),
      note('tags: [a\nstatus: "read'),
      "---\nstatus: read\n",
    ];
    const said = faulty.map((text) => make(printed("Alpha"), { alpha: text }).said);
    expect(said.join("\n\n")).toMatchInlineSnapshot(`
      "content/notes/alpha.mdx:2  error  There is no setting "staus" here. The note was skipped.  [invalid-note]
          → Did you mean "status"? Available settings: status, rating, readOn, tags, draft, sameAs, differentFrom, title, abstract, published, authors, organization, venue, links, ids, corrections.
      1 error

      content/notes/alpha.mdx:2  error  status is "reed", but must be one of "to-read", "reading", "read". The note was skipped.  [invalid-note]
          → Did you mean "read"?
      content/notes/alpha.mdx:3  error  rating is 6, but must be at most 5. The note was skipped.  [invalid-note]
      2 errors

      content/notes/alpha.mdx:2  error  readOn is "2025-02-30", but must be a valid date, such as 2025-10-31. The note was skipped.  [invalid-note]
      1 error

      content/notes/alpha.mdx:3  error  There is no setting "titel" here. The note was skipped.  [invalid-note]
          → Did you mean "title"? Available settings: title, abstract, published, authors, organization, venue, links, ids, listed, authorsCount, comments, upvotes, topics, formulas.
      1 error

      content/notes/alpha.mdx:3  error  corrections.ids.arxiv is 2510.01171, but must be text (in quotes if it looks like a number or a date). The note was skipped.  [invalid-note]
          → Write "2510.01171", in quotes.
      1 error

      content/notes/alpha.mdx:3  error  item 1 of corrections.links is "javascript:alert(1)", but must be a web address, such as "https://example.org". The note was skipped.  [invalid-note]
      1 error

      content/notes/alpha.mdx:3  error  This is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]  [invalid-yaml]
      content/notes/alpha.mdx:4  error  This is not valid YAML: Missing closing "quote  [invalid-yaml]
          → Check the indentation, and put quotes around text that has a colon in it.
      2 errors

      content/notes/alpha.mdx:1  error  The frontmatter that starts here has no end, so the note was skipped.  [unclosed-frontmatter]
          → Add a line of three hyphens (---) between the frontmatter and the text.
      1 error"
    `);
  });

  it("are reported where the file name is not an id", () => {
    expect(make(printed("Alpha"), { "My Alpha": "Text." }).said).toMatchInlineSnapshot(`
      "content/notes/My Alpha.mdx  error  "My Alpha.mdx" is not the id of a paper, so this note was skipped. Ids consist of lower-case letters, digits, dots and hyphens.  [invalid-note-name]
          → Name the file after the last part of the paper's address, such as my-alpha.mdx.
      1 error"
    `);
  });

  it("do not include CRLF, a byte order mark or missing frontmatter", () => {
    const text = "\uFEFF---\r\nstatus: read\r\n---\r\nFine.\r\n";
    const { value, messages } = parseNote({ path: "content/notes/a.mdx", text });
    expect([value?.data.status, value?.body, messages]).toEqual(["read", "Fine.", []]);
    expect(parseNote({ path: "content/notes/a.mdx", text: "Just text." }).value?.body).toBe(
      "Just text.",
    );
  });
});
