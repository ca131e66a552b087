import { describe, expect, it } from "vitest";
import { checkNote } from "../../src/notes/check-note.ts";
import { noteForFeed } from "../../src/notes/note-for-feed.ts";
import { marksOf } from "../../src/notes/reading-list.ts";
import { note } from "../../src/schemas/note.ts";

const rules = { components: ["Aside"], code: false };
const made = (data: object, body: string) => ({
  marks: marksOf(note.parse(data), body),
  checked: checkNote({ path: "content/notes/a.mdx", text: `---\n---\n${body}` }, rules),
});
const read = made(
  { status: "read", readOn: "2026-11-03", rating: 4, tags: ["norms", "<C++>"] },
  "The **sharp** bound $x < y$.\n\n<Aside>Second.</Aside>",
);

describe("a note in a feed", () => {
  it("is left out where the owner wants none", () => {
    expect(noteForFeed(read, "none", "Note")).toBe("");
  });

  it("is its marks in a line", () => {
    expect(noteForFeed(read, "marks", "Note by A. & B.")).toBe(
      "<hr>\n<p><strong>Note by A. &#x26; B.</strong></p>\n" +
        "<p>Read · 2026-11-03 · 4 of 5 · tags: norms, &#x3C;C++></p>",
    );
  });

  it("is its words, too, where the owner wants that: no components, no markup", () => {
    const html = noteForFeed(read, "text", "Note");
    expect(html).toContain("<p>The sharp bound x &#x3C; y.</p>\n<p>Second.</p>");
  });

  it("is nothing where it has nothing to tell, or a fault", () => {
    expect(noteForFeed(made({}, "Words only."), "marks", "Note")).toBe("");
    expect(noteForFeed(made({}, "Words only."), "text", "Note")).toContain("<p>Words only.</p>");
    const { checked } = made({ rating: 1 }, "{process.env.HOME}");
    expect(noteForFeed({ checked }, "text", "Note")).toBe("");
    expect(noteForFeed(made({ rating: 1 }, "{process.env.HOME}"), "text", "Note")).not.toContain(
      "HOME",
    );
  });
});
