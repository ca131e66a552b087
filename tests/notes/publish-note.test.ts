import { describe, expect, it } from "vitest";
import { noteNames } from "../../src/notes/note-text.ts";
import { publishNote } from "../../src/notes/publish-note.ts";
import { formulaEnd, formulaStart } from "../../src/search/text/normalise.ts";
import { allBut } from "../fixtures/needed-files.ts";
import { entry } from "../fixtures/papers.ts";

const papers = [entry({ id: "one", aliases: ["former"], titleText: "Paper One" })];
const context = {
  rules: { components: ["Aside", "Paper", "Topic", "Chart"], code: false },
  names: noteNames(papers, (id) => (id === "rl" ? "Reinforcement Learning" : id)),
  files: allBut("./lost.png", "./lost.ts"),
};
const publish = (text: string, { code = false } = {}) =>
  publishNote(
    { path: "content/notes/a.mdx", text },
    { ...context, rules: { ...context.rules, code } },
  ).value;
const textOf = (body: string, options?: { code: boolean }) => publish(body, options)?.text;

describe("the words of a published note", () => {
  it.each([
    ["paragraphs apart", "One *two*.\n\n## Three\n\nFour", "One two.\n\nThree\n\nFour"],
    ["words in components", "<Aside>Of *norms*.</Aside>", "Of norms."],
    ["words in components of several lines", "<Aside>\n\nOf\n\nnorms\n\n</Aside>", "Of\n\nnorms"],
    ["alternative texts of pictures", "See ![a curve](./a.png).", "See a curve."],
    ["items of a list apart", "- one\n- two\n  - three", "one\n\ntwo\n\nthree"],
    ["cells of a table apart", "| a | b |\n| - | - |\n| 1 | 2 |", "a b\n\n1 2"],
    ["code that is shown", "Run `npm test`:\n\n```sh\nls\n```", "Run npm test:\n\nls"],
    ["lines of a paragraph apart", "a<br />b", "a b"],
    ["the title of a paper that is named by its id", 'See <Paper id="one" />.', "See Paper One."],
    ["the title for a former id", 'See <Paper id="former" />.', "See Paper One."],
    ["the owner's words for a paper", '<Paper id="one">this</Paper>', "this"],
    ["the id of an unknown paper", '<Paper id="two" />', "two"],
    ["the name of a topic", '<Topic id="rl" />', "Reinforcement Learning"],
  ])("have %s", (_, body, text) => {
    expect(textOf(body)).toBe(text);
  });

  it.each([
    ["a comment in a line", "Words {/* to myself */} only.", "Words  only."],
    ["a comment between paragraphs", "Words.\n\n{/* to\nmyself */}\n\nOnly.", "Words.\n\nOnly."],
    ["attributes of components", '<Chart of="secret" /> Words', "Words"],
    ["addresses of links and footnote marks", "[a](https://b.org)[^1]\n\n[^1]: c", "a\n\nc"],
  ])("leave out %s", (_, body, text) => {
    expect(textOf(body)).toBe(text);
  });

  it("leave out code that the owner allows", () => {
    const body = "import a from './a.ts'\n\nWords {1 + 1}\n\nexport const b = 1";
    expect(textOf(body, { code: true })).toBe("Words");
  });

  it("have formulas in plain characters, and as LaTeX between marks for search", () => {
    const published = publish("Of $x^2$ and\n\n$$\n\\alpha\n$$\n");
    expect(published?.text).toBe("Of x² and\n\nα");
    expect(published?.searchText).toBe(
      `Of ${formulaStart}x^2${formulaEnd} and\n\n${formulaStart}\\alpha${formulaEnd}`,
    );
    expect(published?.math).toBe(true);
  });

  it.each([
    ["code that is not allowed", "A {process.env.HOME}", false],
    ["MDX that is not valid", "A <b> and {", false],
    ["a missing import", "import { a } from './lost.ts'\n\n*A* {a}", true],
  ])("are the source without frontmatter if the text has %s", (_, body, code) => {
    const published = publish(`---\nstatus: read\n---\n${body}\n`, { code });
    expect(published).toMatchObject({ text: body, searchText: body, math: false });
    expect(published?.mdx).toBeUndefined();
    expect(published?.marks?.status).toBe("read");
  });

  it.each([
    ["a missing picture", "*A* $x$ ![a curve](./lost.png)", "A x a curve"],
    ["one whose address is at the end", "*A* ![b][c]\n\n[c]: ./lost.png", "A b"],
    ["a script in the place of a picture", "*A* ![b](javascript:alert)", "A b"],
  ])("have the alternative text of %s", (_, body, text) => {
    const published = publish(body);
    expect(published?.text).toBe(text);
    expect(published?.mdx).not.toMatch(/javascript|!\[/);
  });

  it("are those of the text if its pictures and imports exist", () => {
    const body = "import { a } from './there.ts'\n\n*A* ![b](./there.png)";
    const published = publish(body, { code: true });
    expect([published?.mdx, published?.text]).toEqual([body, "A b"]);
  });
});

describe("a note", () => {
  it.each([
    ["a draft", "---\ndraft: true\n---\nText"],
    ["a draft with a fault in its frontmatter", "---\ndraft: true\nstatus: [\n---\nText"],
    ["a note that only corrects its paper", "---\ncorrections: { authors: [A. B.] }\n---\n"],
    ["a note that is only a comment", "{/* later */}"],
  ])("is not published if it is %s", (_, text) => {
    expect(publish(text)).toBeUndefined();
  });

  it("is published without marks where its frontmatter has a fault", () => {
    const text = "---\nrating: 9\n---\nText";
    expect(publish(text)).toMatchObject({ source: text, text: "Text" });
    expect(publish(text)?.marks).toBeUndefined();
  });
});
