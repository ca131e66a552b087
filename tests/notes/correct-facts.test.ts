import { describe, expect, it } from "vitest";
import { topic } from "../../src/schemas/topic.ts";
import { compileTaxonomy } from "../../src/topics/matcher/matcher.ts";
import { corrections, make, note } from "../fixtures/noted-papers.ts";
import { printed } from "../fixtures/workspaces.ts";

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
    expect(messages.map(({ rule }) => rule)).toEqual(["sources-differ", "undated-papers"]);
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
