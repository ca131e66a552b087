import { describe, expect, it } from "vitest";
import { parseNote } from "../../src/notes/parse-note.ts";
import { corrections, make, note } from "../fixtures/noted-papers.ts";
import { printed } from "../fixtures/workspaces.ts";

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
          → Check the indentation, and put quotes around text that has a colon in it or begins with a sign such as \`*\`.
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
