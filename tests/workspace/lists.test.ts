import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readSeed } from "../../src/ingest/read-seed.ts";
import { nameOf } from "../../src/ingest/readers/lists/listed-paper.ts";
import { readLinks, readList } from "../../src/ingest/readers/lists/read-list.ts";
import { openFile } from "../../src/workspace/add/open-file.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const sha = "0123456789abcdef0123456789abcdef01234567";

/** What a list names, with lines, and what is said of the rest. */
function read(text: string) {
  const file = { path: "list", text };
  const { value, messages } = readList(file) ?? readLinks(file);
  return {
    papers: value.map(({ target, line }) => [line, nameOf(target)]),
    messages: messages.map(({ rule, place }) => [place?.line, rule]),
  };
}

describe("a list of papers", () => {
  it("is Markdown with links, ids and words around them", () => {
    const text = `# To read

Some [notes](notes.md) on [bees](https://doi.org/10.1007/JHEP02(2016)087), see [web](https://example.org/x).

- [ ] [Honey](<https://arxiv.org/abs/2510.01171v2>), **https://arxiv.org/pdf/2510.01172.pdf**.
1. 2510.01173 by Byron; again https://arxiv.org/abs/2510.01171
* As in arXiv:hep-th/9901001 (and doi: 10.1145/3292500.3330701).
| [a](https://openreview.net/forum?id=abcDEF123)|https://dl.acm.org/profile/1 |

[ref]: https://www.semanticscholar.org/paper/Bees/${sha} "Bees"
See (arxiv.org/abs/2510.01174) and [[https://arxiv.org/abs/2510.01175]].
`;
    expect(read(text)).toEqual({
      papers: [
        [3, "10.1007/JHEP02(2016)087"],
        [5, "2510.01171"],
        [5, "2510.01172"],
        [6, "2510.01173"],
        [7, "hep-th/9901001"],
        [7, "10.1145/3292500.3330701"],
        [8, "https://openreview.net/forum?id=abcDEF123"],
        [10, `https://www.semanticscholar.org/paper/${sha}`],
        [11, "2510.01174"],
        [11, "2510.01175"],
      ],
      messages: [
        [3, "link-without-paper"],
        [8, "address-without-id"],
      ],
    });
  });

  it("is the bookmarks of a browser", () => {
    const text = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<DL><p>
    <DT><H3 ADD_DATE="1">Papers</H3>
    <DL><p>
        <DT><A HREF="https://arxiv.org/abs/2510.01171" ADD_DATE="1" ICON="data:image/png;base64,iVBO=">A > B</A>
        <DT><A HREF="https://doi.org/10.1000/a?b=1&amp;c=2">Two</A>
        <DT><A HREF="place:sort=8">Most visited</A>
        <DT><A HREF="https://example.org/">Example</A>
    </DL><p>
</DL><p>
`;
    expect(read(text)).toEqual({
      papers: [
        [7, "2510.01171"],
        [8, "10.1000/a"],
      ],
      messages: [[10, "link-without-paper"]],
    });
  });

  it("is OPML, of which each outline counts once", () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Links</title></head><body>
<outline text="Papers">
  <outline text="A > B" type="link" url="https://arxiv.org/abs/2510.01171"/>
  <outline text="Feed" type="rss" xmlUrl="https://rss.arxiv.org/rss/cs.CL" htmlUrl="https://arxiv.org/list/cs.CL/recent"/>
  <outline text='Comments' xmlUrl='https://example.org/feed' htmlUrl='https://doi.org/10.1000/x'/>
</outline></body></opml>`;
    expect(read(text)).toEqual({
      papers: [
        [4, "2510.01171"],
        [6, "10.1000/x"],
      ],
      messages: [[5, "link-without-paper"]],
    });
  });

  it.each([
    [
      "Notion's",
      '\uFEFFName,Tags,URL,Status\r\n"Bees, and ""wax""","a, b",https://arxiv.org/abs/2510.01171,Read\r\n"Two\r\nlines",,https://www.sciencedirect.com/science/article/pii/S1,To read\r\nWax,,,To read\r\nHoney,,https://doi.org/10.1000/x (the copy),\r\n',
      [
        [2, "2510.01171"],
        [6, "10.1000/x"],
      ],
      [
        [3, "address-without-id"],
        [5, "row-without-paper"],
      ],
    ],
    [
      "Semantic Scholar's",
      `paperId,externalIds,title,abstract,url\n${sha},"{""ArXiv"": ""2510.01171"", ""DOI"": ""10.1000/y""}",Bees,After arXiv:2001.00001,https://www.semanticscholar.org/paper/${sha}\n${sha},,Wax,,\n`,
      [
        [2, "2510.01171"],
        [3, `https://www.semanticscholar.org/paper/${sha}`],
      ],
      [],
    ],
    [
      "a spreadsheet's, with semicolons",
      "Title;DOI;arXiv ID\nBees;10.1000/x;\nWax;10.1000/y;2510.01170\n",
      [
        [2, "10.1000/x"],
        [3, "2510.01170"],
      ],
      [],
    ],
    [
      "a table whose quotation mark nothing closes",
      'Title,URL\nBees,https://arxiv.org/abs/2510.01171\n"Wax,https://arxiv.org/abs/2510.01172\n',
      [
        [2, "2510.01171"],
        [3, "2510.01172"],
      ],
      [[3, "broken-record"]],
    ],
  ])("is a table: %s", (_, text, papers, messages) => {
    expect(read(text)).toEqual({ papers, messages });
  });

  const body = "\nIt cites https://arxiv.org/abs/2001.00001 and https://example.org/.\n";
  it.each([
    ["an arXiv id, whose zero is no number's", "title: A\narxiv: 2510.01170", [[3, "2510.01170"]]],
    ["a DOI", "tags: [a]\nDOI: https://doi.org/10.1000/x", [[3, "10.1000/x"]]],
    ["both", "doi: 10.1000/x\narxiv_id: arXiv:2510.01171", [[3, "2510.01171"]]],
    [
      "several ids",
      "arxiv:\n  - 2510.01171\n  - 2510.01172",
      [
        [3, "2510.01171"],
        [4, "2510.01172"],
      ],
    ],
    ["an address", "title: A\nurl: https://arxiv.org/abs/2510.01171", [[3, "2510.01171"]]],
    ["no id, but a text", "title: A", [[5, "2001.00001"]]],
    ["a head that is no YAML", "title: [", [[5, "2001.00001"]]],
  ])("is a note: %s", (_, head, papers) => {
    expect(read(`---\n${head}\n---\n${body}`).papers).toEqual(papers);
  });

  it("names a paper by its address with escapes, in text of Windows", () => {
    expect(read("One\r\n\r\ndoi:10.1007/978-3-030-58452-8\\_13\r\n").papers).toEqual([
      [3, "10.1007/978-3-030-58452-8_13"],
    ]);
  });

  it.each([
    ["brackets", "(".repeat(50_000)],
    ["addresses", "https://a".repeat(20_000)],
    ["labels", "arxiv:".repeat(30_000)],
    ["elements", `<html>${"<b>".repeat(20_000)}`],
    ["quotation marks", `title,url\n${'"",'.repeat(50_000)}`],
    ["outlines", `<opml>${"<outline url=".repeat(20_000)}`],
  ])("is read in time that grows with it: %s", (_, text) => {
    const start = performance.now();
    expect(read(text).papers).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("a file to be added", () => {
  const openWith = async (text: string, onlyIds = false) => {
    const root = await workspaceWith({ "list.md": text });
    const { papers, listed, failures, notes } = await openFile("list.md", join(root, "list.md"), {
      onlyIds,
    });
    return { papers, listed: listed.map(({ asked }) => asked), failures, notes };
  };

  it("is Markdown whose other lines are no mistakes", async () => {
    const link = "- [A](https://arxiv.org/abs/2510.01171), [B](https://arxiv.org/abs/2510.01172)\n";
    expect(await openWith(`My list\n\n${link}- [C](https://example.org/)\n`)).toEqual({
      papers: 0,
      listed: ["2510.01171", "2510.01172"],
      failures: [],
      notes: [expect.stringMatching(/^line 4: This link to example\.org has no arXiv id/)],
    });
  });

  it("is a list of ids whose other lines are mistakes", async () => {
    const text = "2510.01171\n2510.117\nhttps://openreview.net/forum?id=abcDEF123\n";
    expect(await openWith(text)).toEqual({
      papers: 0,
      listed: ["2510.01171", "https://openreview.net/forum?id=abcDEF123"],
      failures: [expect.stringMatching(/^line 2: This line does not start/)],
      notes: [],
    });
  });

  it.each([
    ["a text without papers", "Some words.\n", /format of this file is unknown/],
    ["bookmarks without papers", "<!doctype html><a href='/x'>x</a>", /no papers were found/],
    [
      "a list of too many",
      Array.from({ length: 2001 }, (_, index) => `2510.${10_000 + index}`).join("\n"),
      /it lists 2,001 papers, of which the first 2,000 were taken/,
    ],
  ])("fails for %s", async (_, text, failure) => {
    expect((await openWith(text)).failures).toEqual([expect.stringMatching(failure)]);
  });

  it("is read as BibTeX even where its text has links", async () => {
    const text = "@misc{a, title={On Foo}, url={https://arxiv.org/abs/2510.01171}}\n";
    expect(await openWith(text)).toMatchObject({ papers: 1, listed: [], failures: [] });
  });

  it("gives nothing but ids where only these are asked for, at most a hundred", async () => {
    const described = '@misc{a, title={On Foo}, eprint={2510.01171}}\n{"title": "x"}\n';
    const only = await openWith(`${described}* https://arxiv.org/abs/2510.01172\n`, true);
    expect(only).toMatchObject({ papers: 0, listed: ["2510.01172"], failures: [] });
    expect((await openWith("Hello", true)).failures).toEqual(["no papers were found in it"]);
    const ids = Array.from({ length: 101 }, (_, index) => `2510.${10_000 + index}`).join("\n");
    const many = await openWith(ids, true);
    expect(many.listed).toHaveLength(100);
    expect(many.failures[0]).toMatch(/it lists 101 papers, of which the first 100 were taken/);
  });
});

describe("a list in seeds/", () => {
  const readAsSeed = (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const { value, messages } = readSeed({ path: "seeds/list", bytes }, { seedYears: {} });
    return {
      ids: value.map(({ ids, title }) => [ids.arxiv ?? ids.doi, title]),
      rules: messages.map(({ rule }) => rule),
    };
  };
  const honey = ["2510.01171", ""];

  it.each([
    [
      "bookmarks",
      "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<A HREF='https://arxiv.org/abs/2510.01171'>A</A>",
    ],
    ["a table", "Name,URL\nHoney,https://arxiv.org/abs/2510.01171\n"],
    ["OPML", "<opml><body><outline url='https://arxiv.org/abs/2510.01171'/></body></opml>"],
    [
      "a note",
      "---\narxiv: '2510.01171'\ntags: [x]\n---\n\nMine, on https://arxiv.org/abs/2510.01172.\n",
    ],
    [
      "Markdown",
      "# To read\n\nSome words.\n\n- see [Honey](https://arxiv.org/abs/2510.01171), good\n",
    ],
  ])("names papers by their ids: %s", (_, text) => {
    expect(readAsSeed(text)).toEqual({ ids: [honey], rules: [] });
  });

  it("says which papers have ids that only a site knows", () => {
    const text =
      "Name,URL\nHoney,https://arxiv.org/abs/2510.01171\nWax,https://openreview.net/forum?id=abcDEF123\n";
    expect(readAsSeed(text)).toEqual({ ids: [honey], rules: ["address-without-id"] });
  });

  it.each([
    [
      "a text with a link among other lines",
      `${"A line of words.\n".repeat(9)}See https://arxiv.org/abs/2510.01171.\n`,
    ],
    ["data in another format", '{"x": {"y": "https://arxiv.org/abs/2510.01171"}}\n'],
    ["a page without papers", "<!doctype html><a href='/x'>x</a>"],
  ])("is not what is of no known format: %s", (_, text) => {
    expect(readAsSeed(text)).toEqual({ ids: [], rules: ["unknown-format"] });
  });

  it("is not a reading list between fences", () => {
    expect(readAsSeed("---\n- title: On Honey\n  arxiv: '2510.01171'\n---\n").ids).toEqual([
      ["2510.01171", "On Honey"],
    ]);
  });
});
