import { describe, expect, it } from "vitest";
import { noteForFeed } from "../../src/notes/note-for-feed.ts";
import { noteNames } from "../../src/notes/note-text.ts";
import { publishNote } from "../../src/notes/publish-note.ts";
import { allBut } from "../fixtures/needed-files.ts";

const context = {
  rules: { components: ["Aside"], code: false },
  names: noteNames([], (id) => id),
  files: allBut("./lost.png"),
};
const published = (frontmatter: string, body: string) => {
  const text = `---\n${frontmatter}\n---\n${body}`;
  const { value } = publishNote({ path: "content/notes/a.mdx", text }, context);
  if (!value) throw new Error("the note is not published");
  return value;
};
const read = published(
  "status: read\nreadOn: 2026-11-03\nrating: 4\ntags: [norms, <C++>]",
  "The **sharp** bound $x < y$.\n\n<Aside>Second.</Aside>",
);

describe("a note in a feed", () => {
  it("is left out if the owner wants no notes in feeds", () => {
    expect(noteForFeed(read, "none", "Note")).toBeUndefined();
  });

  it("is one line of status, day, rating and tags", () => {
    const html =
      "<p><strong>Note by A. &#x26; B.</strong></p>\n" +
      "<p>Read · 2026-11-03 · 4 of 5 · tags: norms, &#x3C;C++></p>";
    expect(noteForFeed(read, "marks", "Note by A. & B.")).toEqual({
      html,
      xhtml: html,
      text: "Note by A. & B.\n\nRead · 2026-11-03 · 4 of 5 · tags: norms, <C++>",
    });
  });

  it("includes its words without components and markup if the owner wants that", () => {
    const html = noteForFeed(read, "text", "Note")?.html;
    expect(html).toContain("<p>The sharp bound x &#x3C; y.</p>\n<p>Second.</p>");
  });

  it("is left out if there is nothing to show, or the frontmatter has a fault", () => {
    const words = published("", "Words only.");
    expect(noteForFeed(words, "marks", "Note")).toBeUndefined();
    expect(noteForFeed(words, "text", "Note")?.html).toContain("<p>Words only.</p>");
    expect(noteForFeed(published("rating: 9", "Words only."), "text", "Note")).toBeUndefined();
  });

  it.each([
    ["code that is not allowed", "One < {process.env.HOME}", "One &#x3C; {process.env.HOME}"],
    ["MDX that is not valid", "*Two* {\n\n![a](./b.png)", "*Two* {\n\n![a](./b.png)"],
  ])("shows the source of a text with %s, as its page does", (_, body, source) => {
    const faulty = published("rating: 1", body);
    expect(noteForFeed(faulty, "text", "Note")?.html).toContain(
      `<p>1 of 5</p>\n<pre><code>${source}\n</code></pre>`,
    );
    expect(noteForFeed(faulty, "marks", "Note")?.html).not.toContain("<pre>");
    expect(noteForFeed(published("", body), "text", "Note")?.html).toContain("<pre>");
  });
});
