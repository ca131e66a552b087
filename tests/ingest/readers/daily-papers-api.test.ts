import { describe, expect, it } from "vitest";
import { papersOf, readText, told } from "../../fixtures/read.ts";

const item = (id: string, facts: Record<string, unknown> = {}, outer: object = {}) => ({
  paper: {
    id,
    authors: [
      { _id: "1", name: "Ada Byron", hidden: false },
      { _id: "2", name: "Emmy Noether", hidden: true, status: "claimed_verified" },
    ],
    publishedAt: "2025-11-11T17:34:15.000Z",
    title: `On ${id}`,
    summary: "We show a thing.\nIt is short.\n  And a second paragraph.",
    upvotes: 12,
    ...facts,
  },
  publishedAt: "2025-11-11T17:34:15.000Z",
  title: `On ${id}`,
  numComments: 3,
  submittedBy: { name: "someone", fullname: "Some One" },
  ...outer,
});

describe("the reader of the Daily Papers API", () => {
  it("reads all fields of a paper, but not who submitted it", () => {
    const full = item(
      "2511.08892",
      {
        submittedOnDailyAt: "2025-11-13T00:49:21.639Z",
        submittedOnDailyBy: { user: "someone" },
        githubRepo: "https://github.com/a/b",
        projectPage: "https://a.org/b",
        ai_keywords: ["bandits", "regret"],
        ai_summary: "A short text about bandits.",
        organization: { name: "nvidia", fullname: "NVIDIA", avatar: "https://a.org/x.png" },
      },
      {},
    );
    const [paper] = papersOf(JSON.stringify([full]));
    expect(paper).toEqual({
      title: "On 2511.08892",
      abstract: "We show a thing.\nIt is short.\n\nAnd a second paragraph.",
      damaged: true,
      ids: { arxiv: "2511.08892" },
      authors: [{ name: "Ada Byron" }, { name: "Emmy Noether" }],
      authorsCount: 2,
      published: "2025-11-11",
      listed: "2025-11-13",
      upvotes: 12,
      comments: 3,
      organization: { handle: "nvidia", name: "NVIDIA" },
      keywords: ["bandits", "regret"],
      aiSummary: "A short text about bandits.",
      categories: [],
      links: [
        { kind: "code", url: "https://github.com/a/b" },
        { kind: "project", url: "https://a.org/b" },
      ],
      inferred: [],
      source: { format: "daily-papers-api", file: "seeds/a.txt", line: 1 },
    });
    expect(JSON.stringify(paper)).not.toMatch(/someone|Some One|avatar/);
  });

  it.each([
    ["the list's own day", { day: "2024-05-28", papers: [item("2405.00001")] }, "2024-05-28"],
    [
      "the day of submission",
      [item("1", { submittedOnDailyAt: "2025-05-26T01:00:00Z" })],
      "2025-05-26",
    ],
    ["the file's name", [item("1")], "2025-11-20"],
  ])("takes the listing day from %s", (_, json, day) => {
    const [paper] = papersOf(JSON.stringify(json), "seeds/days-2025-11-20.json");
    expect(paper?.listed).toBe(day);
  });

  it("knows the day on which a list was downloaded", () => {
    const list = { day: "2025-11-13", read: "2025-11-14", papers: [item("2511.08892")] };
    expect(papersOf(JSON.stringify(list))[0]).toMatchObject({
      listed: "2025-11-13",
      source: { read: "2025-11-14" },
    });
    const unreal = JSON.stringify({ ...list, read: "2025-13-14" });
    expect(papersOf(unreal)[0]?.source).not.toHaveProperty("read");
  });

  it("takes it from the outer date of early days only, where it was the listing day", () => {
    const early = item("1", {}, { publishedAt: "2025-11-13T04:00:00Z" });
    expect(papersOf(JSON.stringify([early, item("2")])).map(({ listed }) => listed)).toEqual([
      "2025-11-13",
      undefined,
    ]);
  });

  it("reads days as JSON lines, with the line of each paper", () => {
    const lines = [
      JSON.stringify({ day: "2025-01-01", papers: [item("2501.00001")] }),
      JSON.stringify([item("2501.00002"), item("2501.00003")]),
      JSON.stringify(item("2501.00004")),
      JSON.stringify(item("2501.00005").paper),
    ];
    const papers = papersOf(`${lines.join("\r\n")}\r\n`);
    expect(papers.map(({ ids, source }) => [ids.arxiv, source.line])).toEqual([
      ["2501.00001", 1],
      ["2501.00002", 2],
      ["2501.00003", 2],
      ["2501.00004", 3],
      ["2501.00005", 4],
    ]);
  });

  it("finds the line of a paper in indented JSON", () => {
    const text = JSON.stringify([item("2501.00001"), item("2501.00002")], null, 2);
    const second = text.split("\n").lastIndexOf("  {") + 1;
    expect(papersOf(text).map(({ source }) => source.line)).toEqual([2, second]);
  });

  it("reads a day printed by Python without running any code", () => {
    const printed = `{'paper': {'id': '2405.15738', 'title': "It's \\u03b1 \\x26 'more'", 'summary': 'A\\nB', 'upvotes': 3, 'authors': [{'name': 'Ada', 'hidden': False}], 'publishedAt': '2024-05-24T00:00:00Z', 'x': None, 'y': (1, 2)}}`;
    const danger = `{'paper': {'id': '1', 'title': __import__('os').system('true')}}`;
    const { value, messages } = readText(JSON.stringify([printed, danger]));
    expect(value.map(({ title, abstract, upvotes }) => [title, abstract, upvotes])).toEqual([
      ["It's α & 'more'", "A\nB", 3],
    ]);
    expect(told(messages)).toEqual(["error python-expression 1"]);
  });

  it("reports days that are empty or errors", () => {
    const lines = ["[]", '{"error":"Not found"}', JSON.stringify([item("1")]), '{"x":1}'];
    const { value, messages } = readText(lines.join("\n"));
    expect(value).toHaveLength(1);
    expect(told(messages)).toEqual([
      "info empty-day 1",
      "error daily-papers-error 2",
      "error unknown-record 4",
    ]);
  });

  it("keeps a paper with an invalid field, and reports the field", () => {
    const odd = item("1", { upvotes: "many", authors: [{ name: "Ada" }, null, { name: "" }] });
    const { value, messages } = readText(JSON.stringify([odd]));
    expect(value).toMatchObject([{ authors: [{ name: "Ada" }], title: "On 1" }]);
    expect(value[0]).not.toHaveProperty("upvotes");
    expect(messages.map(({ reason }) => reason)).toMatchInlineSnapshot(`
      [
        "These fields of "On 1" are not valid and were ignored: paper.authors.1 (Invalid input: expected object, received null), paper.authors.2.name (Too small: expected string to have >=1 characters), paper.upvotes (Invalid input: expected number, received string).",
      ]
    `);
  });

  it("prefers the title with undamaged LaTeX in early days", () => {
    const [paper] = papersOf(
      JSON.stringify([item("1", { title: "Transformer^2" }, { title: "$\\text{Transformer}^2$" })]),
    );
    expect(paper?.title).toBe("$\\text{Transformer}^2$");
  });

  it("skips ids of other kinds, and records without a title", () => {
    expect(papersOf(JSON.stringify([item("blog/some-post")]))[0]?.ids).toEqual({});
    const { messages } = readText(JSON.stringify([item("1", { title: " " }, { title: null })]));
    expect(told(messages)).toEqual(["error no-title 1"]);
  });
});
