import { describe, expect, it } from "vitest";
import { exportFormats } from "../../src/archive/export-archive.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { annotated } from "../../src/notes/annotated.ts";
import { noteForFeed } from "../../src/notes/note-for-feed.ts";
import { noteTemplate } from "../../src/notes/note-template.ts";
import { noteNames } from "../../src/notes/note-text.ts";
import { publishNote } from "../../src/notes/publish-note.ts";
import { parseEntry } from "../../src/workspace/entries.ts";
import { allBut } from "../fixtures/needed-files.ts";
import { emptyArchive, entry } from "../fixtures/papers.ts";
import { readText } from "../fixtures/read.ts";

const settings = { annotations: true, tagsFrom: [] };

/** The first paper of a seed. */
function paperOf(path: string, text: string) {
  const seed = { path: `seeds/${path}`, bytes: new TextEncoder().encode(text) };
  const [created] = ingest([seed], emptyArchive).value.plan.create;
  if (!created) throw new Error("The seed has a paper.");
  return parseEntry(created.path, created.text);
}

const bib = (fields: string) => `@article{a, title = {Honey}, ${fields}}`;
const annotationOf = (path: string, text: string) => paperOf(path, text).data.annotation;

const context = {
  rules: { components: [], code: false },
  names: noteNames([], (id) => id),
  files: allBut(),
};
const noteOf = (text: string) =>
  publishNote({ path: "content/notes/honey.mdx", text }, context).value;

describe("an annotation in a reference", () => {
  it.each([
    ["biblatex", bib("annotation = {Read this \\emph{twice}.}"), "Read this *twice*."],
    ["BibTeX", bib("annote = {One.\n\n  Two with $x_1$.}"), "One.\n\nTwo with $x_1$."],
    ["JabRef", bib('comment = {M{\\"u}de}'), "Müde"],
    ["JabRef's users", bib("comment-ada = {One}, comment-bo = {Two}"), "One\n\nTwo"],
    ["several fields", bib("annote = {One.}, comment = {Two.}"), "One.\n\nTwo."],
  ])("is read from %s", (_, text, annotation) => {
    expect(annotationOf("a.bib", text)).toBe(annotation);
  });

  it.each([
    ["a count of citations", "00060", undefined, undefined],
    ["an id", "arXiv: 1412.6980 [cs.LG]", undefined, "1412.6980"],
    ["an id and words", "arXiv: 1412.6980\n\nRead it.", "Read it.", "1412.6980"],
    [
      "another paper's id in words",
      "Compare arXiv:1412.6980.",
      "Compare arXiv:1412.6980.",
      undefined,
    ],
  ])("is told from what programs write there: %s", (_, written, annotation, arxiv) => {
    const { data } = paperOf("a.bib", bib(`annotation = {${written}}`));
    expect([data.annotation, data.ids.arxiv]).toEqual([annotation, arxiv]);
  });

  it("is read from Zotero's notes, CSL-JSON and RIS", () => {
    const notes = [
      {
        note: '<div data-schema-version="9"><h1>Mine</h1>\n<p>So <em>true</em>, 1 &lt; 2.</p></div>',
      },
      "<p>Second<br/>line</p>",
    ];
    const zotero = [{ itemType: "journalArticle", title: "Honey", notes }];
    expect(annotationOf("z.json", JSON.stringify(zotero))).toBe(
      "Mine\n\nSo *true*, 1 \\< 2.\n\nSecond\n\nline",
    );
    const csl = [{ id: "a", type: "book", title: "Honey", annote: "Mine" }];
    expect(annotationOf("c.json", JSON.stringify(csl))).toBe("Mine");
    expect(
      annotationOf("a.ris", "TY  - JOUR\nTI  - Honey\nRN  - Mine\nN1  - Cited 3\nER  - "),
    ).toBe("Mine");
  });

  it("is not what exports write there: links and an organization", () => {
    const paper = entry({
      id: "honey",
      title: "Honey",
      organization: { handle: "bees", name: "Bees" },
      links: [{ kind: "code", url: "https://example.org/a" }],
    });
    const context = { title: "", addressOf: () => undefined };
    for (const { file, write } of exportFormats.filter(
      ({ key }) => !/^(jsonl|markdown|csv)$/.test(key),
    )) {
      expect(annotationOf(file, write([{ entry: paper, abstract: "" }], context))).toBeUndefined();
    }
  });

  it.each([
    "<script>alert(1)</script> {process.exit()}",
    "import a from 'b'",
    "![x](javascript:alert(1)) <img src=x onerror=alert(1)>",
  ])("stays text: %s", (hostile) => {
    const csl = [{ id: "a", type: "book", title: "Honey", annote: hostile }];
    const { data } = paperOf("c.json", JSON.stringify(csl));
    const html = annotated(undefined, data, settings)?.html ?? "";
    expect(html).not.toMatch(/<script|<img|href="javascript/);
    const written = noteOf(noteTemplate("Honey", data.annotation));
    expect(written?.mdx).toBeDefined();
  });

  it("survives an export and ingest of it", () => {
    const text = bib("annotation = {A {\\textless} b $x_1$ and *c*}, groups = {Bees, Honey}");
    const { data, abstract } = paperOf("a.bib", text);
    const line = JSON.stringify({ ...data, abstract });
    expect(paperOf("papers.jsonl", line).data).toEqual(data);
  });
});

describe("the owner's note of a paper with an annotation", () => {
  const paper = entry({
    id: "honey",
    annotation: "Sweet, with $x_1$.",
    keywords: ["Bees", "honey"],
    collections: ["To read/Bees"],
  });

  it("is the annotation where there is no other", () => {
    const note = annotated(undefined, paper, settings);
    expect(note).toMatchObject({ math: true, marks: { hasText: true, tags: [] } });
    expect(note?.html).toMatch(/^<p>Sweet, with .*katex/);
    expect(note && noteForFeed(note, "text", "Note")?.html).toContain("Sweet, with x₁.");
  });

  it("is the owner's own text, which takes its place", () => {
    const note = noteOf("My words\n");
    expect(annotated(note, paper, settings)).toBe(note);
  });

  it("has the marks of a note without a text, and the annotation", () => {
    const note = annotated(noteOf("---\nstatus: read\n---\n"), paper, settings);
    expect(note).toMatchObject({ marks: { status: "read", hasText: true } });
    expect(note?.html).toContain("Sweet");
  });

  it("is not shown if settings say so", () => {
    const hidden = { ...settings, annotations: false };
    expect(annotated(undefined, paper, hidden)).toBeUndefined();
  });

  it("has keywords and collections as tags if settings say so", () => {
    const tagged = { annotations: false, tagsFrom: ["keywords" as const, "collections" as const] };
    const note = annotated(noteOf("---\ntags: [bees]\n---\n"), paper, tagged);
    expect(note?.marks?.tags).toEqual(["bees", "honey", "To read/Bees"]);
    expect(annotated(undefined, paper, tagged)?.marks).toMatchObject({ hasText: false });
  });
});

describe("collections", () => {
  const collectionsOf = (path: string, text: string) => paperOf(path, text).data.collections;

  it("are read from JabRef's groups", () => {
    expect(collectionsOf("a.bib", bib("groups = {Bees, To read}"))).toEqual(["Bees", "To read"]);
  });

  const grouped = "@misc{a, title={A}, groups={Bees, Loose}}\n@misc{b, title={B}}\n";
  it.each([
    [
      "JabRef",
      "@Comment{jabref-meta: databaseType:bibtex;}\n@Comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 StaticGroup:Insects\\;0\\;1\\;0x8a8a8aff\\;\\;\\;;\n2 StaticGroup:Bees\\;2\\;0\\;\\;\\;\\;;\n1 StaticGroup:Ants\\;0\\;1\\;\\;\\;\\;;\n}",
      { a: ["Insects/Bees", "Loose"], b: undefined },
    ],
    [
      "JabRef, with one name in two places",
      "@comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 StaticGroup:Bees\\;0\\;;\n1 StaticGroup:A/B\\\\\\; C\\;0\\;;\n2 StaticGroup:Bees\\;0\\;;\n}",
      { a: ["Bees", "A B; C/Bees", "Loose"], b: undefined },
    ],
    [
      "older JabRef and Better BibTeX, with broken lines",
      "@comment{jabref-meta: groupsversion:3;}\n@comment{jabref-meta: groupstree:\n0 AllEntriesGroup:;\n1 ExplicitGroup:Ins\nects\\;0\\;b\\;;\n2 ExplicitGroup:Wild bees\\;0\\;a\\;\nb\\;;\n}",
      { a: ["Bees", "Loose", "Insects/Wild bees"], b: ["Insects", "Insects/Wild bees"] },
    ],
    [
      "JabRef on one line, below a group that a search fills",
      "@comment{jabref-meta: grouping: 0 AllEntriesGroup:; 1 KeywordGroup:Honey\\;0\\;keywords\\;honey\\;0\\;0\\;1\\;; 2 StaticGroup:Bees\\;0\\;1\\;; }",
      { a: ["Honey/Bees", "Loose"], b: undefined },
    ],
    [
      "BibDesk",
      "@comment{BibDesk Static Groups{\n<plist><array><dict><key>group name</key><string>R&amp;D %7Bx%7D</string><key>keys</key><string>a,b</string></dict></array></plist>\n}}",
      { a: ["Bees", "Loose", "R&D {x}"], b: ["R&D {x}"] },
    ],
  ])("are read from the groups of %s", (_, comment, wanted) => {
    const { value } = readText(`${grouped}\n${comment}\n`, "seeds/a.bib");
    expect(
      Object.fromEntries(value.map((paper) => [paper.citationKey, paper.collections])),
    ).toEqual(wanted);
    expect(readText(`${comment}\n${grouped}`, "seeds/a.bib").value).toHaveLength(2);
  });

  it("have a message for groups that a search fills", () => {
    const comment =
      "@comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 SearchGroup:New\\;0\\;year=2024\\;0\\;1\\;;\n}";
    expect(readText(`${grouped}\n${comment}`, "seeds/a.bib").messages).toMatchObject([
      { rule: "searched-groups", reason: expect.stringContaining("New") },
    ]);
  });

  it("are read with those around them from Better BibTeX's JSON", () => {
    const library = {
      collections: {
        A: { key: "A", name: "Insects", items: [], collections: ["B"] },
        B: { key: "B", name: "Bees", parent: "A", items: [7] },
        C: { key: "C", name: "Circle", parent: "C", items: [7] },
      },
      items: [{ itemID: 7, itemType: "book", title: "Honey", collections: ["A", "unknown"] }],
    };
    expect(collectionsOf("z.json", JSON.stringify(library))).toEqual([
      "Circle",
      "Insects",
      "Insects/Bees",
    ]);
  });
});
