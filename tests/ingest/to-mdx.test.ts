import fc from "fast-check";
import { toString as mdastToString } from "mdast-util-to-string";
import remarkMath from "remark-math";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../src/archive/render-markdown.ts";
import { checkEntry } from "../../src/ingest/check-entry.ts";
import { stateOfFile } from "../../src/ingest/entry-file.ts";
import type { RawPaper } from "../../src/ingest/raw-paper.ts";
import { toMdx } from "../../src/ingest/to-mdx.ts";
import { paper as paperSchema } from "../../src/schemas/paper.ts";
import { parseEntry } from "../../src/workspace/entries.ts";
import { seenInHtml, seenInMdx } from "../fixtures/html.ts";
import { topicPaper } from "../fixtures/papers.ts";

const bodyOf = (facts: Partial<RawPaper>) => {
  const entry = toMdx(topicPaper(facts));
  return parseEntry(entry.path, entry.text).abstract;
};

const full: Partial<RawPaper> = {
  title: "Pass@$k$: a **Bold** {test}, 5 < 6",
  abstract: "We prove $x_1 < 2$ of `code` at https://github.com/a/b.\n\nimport it: 3.4\\% of {a}.",
  published: "2025-10-01",
  listed: "2025-11-13",
  authorsCount: 5,
  organization: { handle: "stanfordnlp", name: "Stanford NLP" },
  comments: 3,
  upvotes: 12,
  inferred: ["published.year"],
  source: {
    format: "daily-papers-text",
    file: "seeds/a.txt",
    line: 465,
    pageYear: { year: 2025, from: "page" },
  },
};

describe("an entry", () => {
  it("has the documented frontmatter, its abstract, and a first line that says who made it", () => {
    expect(toMdx(topicPaper(full)).text).toMatchInlineSnapshot(`
      "---
      # Made by \`npm run ingest\` from seeds/; correct it in content/notes/.
      # Digest: e29dc34120a02f47
      id: pass-k-a-bold-test-5-6
      title: "Pass@$k$: a **Bold** \\\\{test\\\\}, 5 \\\\< 6"
      titleText: "Pass@k: a Bold {test}, 5 < 6"
      published: 2025-10-01
      listed:
        - 2025-11-13
      authors: []
      authorsCount: 5
      organization:
        handle: stanfordnlp
        name: Stanford NLP
      comments: 3
      upvotes: 12
      topics: []
      links:
        - kind: code
          url: https://github.com/a/b
      ids: {}
      aliases: []
      inferred:
        - published.year
      math:
        restored: 0
        left: 0
        lossy: 0
      sources:
        - format: daily-papers-text
          file: seeds/a.txt
          line: 465
          pageYear:
            year: 2025
            from: page
      schemaVersion: 2
      ---

      We prove $x_1 < 2$ of \`code\` at [https://github.com/a/b](https://github.com/a/b).

      &#x69;mport it: 3.4% of \\{a\\}.
      "
    `);
  });

  it("goes into the folder of its year of publication, or into undated/", () => {
    expect(toMdx(topicPaper(full)).path).toBe("2025/pass-k-a-bold-test-5-6.mdx");
    expect(toMdx(topicPaper({ listed: "2025-11-13" })).path).toBe("undated/on-testing.mdx");
  });

  it("leaves out facts that the source does not have", () => {
    const entry = toMdx(topicPaper());
    const { data } = parseEntry(entry.path, entry.text);
    for (const key of ["published", "authorsCount", "organization", "comments", "upvotes"]) {
      expect(entry.text).not.toContain(`${key}:`);
    }
    expect(data).toMatchObject({ listed: [], authors: [], links: [], ids: {}, inferred: [] });
  });

  it("reads back through the schema as the same paper", () => {
    const paper = topicPaper(full);
    const { data } = parseEntry("a.mdx", toMdx(paper).text);
    const {
      title: _,
      abstract: __,
      keywords: ___,
      categories: ____,
      textSources: _____,
      ...facts
    } = paper;
    expect(data).toMatchObject(facts);
    expect(paperSchema.parse(data)).toEqual(data);
  });

  it("is recognised as made, edited or foreign, whatever its line endings", () => {
    const { text } = toMdx(topicPaper(full));
    expect(stateOfFile(text)).toBe("made");
    expect(stateOfFile(text.replaceAll("\n", "\r\n"))).toBe("made");
    expect(stateOfFile(text.replace("comments: 3", "comments: 4"))).toBe("edited");
    expect(stateOfFile(`${text}\nMine.`)).toBe("edited");
    expect(stateOfFile("---\ntitle: Mine\n---\n")).toBe("foreign");
    expect(stateOfFile("")).toBe("foreign");
  });

  it("is refused with a message if its MDX would not read back as the paper", () => {
    const paper = topicPaper(full);
    const entry = toMdx(paper);
    const broken = { ...entry, text: `${entry.text}\n{process.env.HOME}\n` };
    expect(checkEntry(entry, paper)).toEqual([]);
    expect(checkEntry(broken, paper)).toMatchObject([
      { rule: "entry-round-trip", severity: "error", place: { file: "seeds/a.txt", line: 465 } },
    ]);
  });
});

const hostile = [
  "the set {a} and {process.env.HOME}",
  "p<0.05 and a<b>c or <D>e</D>",
  "$5 million and $6 million",
  "import fs from 'node:fs'",
  "export const x = 1",
  "export default function f() {}",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<Component {...props} />",
  "<!-- a comment -->",
  "{/* a comment */}",
  "a link](javascript:alert(1))",
  "[a](javascript:alert(1)) and [b](https://)",
  "[a]: b 'title'",
  "![x](y) and ![x][y]",
  "# heading",
  "- item - item",
  "1. item 2) item",
  "> a quotation > b",
  "| a | b | |---|---| | 1 | 2 |",
  "a[^1] and [^1]: note",
  "***",
  "A title =====",
  "~~~js alert(1) ~~~",
  "``` alert(1) ```",
  "&lt and &foo; and AT&T and &#; and &copy",
  "back\\slashes \\* \\[ \\",
  "~~struck~~ and ~one~",
  "*star and _line and **two",
  "a@b.org and <a@b.org> and mailto:a@b.org",
  "<https://>",
  "+ plus =====",
  ":::note directive:::",
  "[ ] task and [x] done",
  "line\u2028separator",
];

describe("a hostile abstract", () => {
  const cases = hostile.flatMap((text) => [
    [text],
    [`Words.\n${text}`],
    [`Words.\n\n${text}\n\nEnd.`],
  ]);

  it.each(cases)("is shown as the same text: %j", async (abstract) => {
    const wanted = abstract.split("\n\n").map((text) => text.replace(/\s+/g, " ").trim());

    const body = bodyOf({ abstract });
    const all = [
      await seenInMdx(body),
      await seenInMdx(body, { gfm: true }),
      seenInHtml(renderMarkdown(body).html),
    ];
    for (const { blocks } of all) expect(blocks).toEqual(wanted);
    // GFM links mail addresses after it has read escapes, so nothing can prevent it.
    const elements = all.flatMap((seen) => seen.elements);
    const mail = /\w@\w/.test(abstract);
    expect(elements.filter((name) => name !== "p" && !(mail && name === "a"))).toEqual([]);
  });

  it("may contain emphasis, code, links and formulas in Markdown, and nothing else", async () => {
    const body = bodyOf({
      abstract: "**a** *b* `<c>{d}` https://a.org/x?y=1&z=_2_ $x^2 < y_{ij}$ and $\\unknown{x}$",
    });
    const wanted = {
      blocks: ["a b <c>{d} https://a.org/x?y=1&z=_2_ $x^2 < y_{ij}$ and $\\unknown{x}$"],
      elements: ["a", "code", "em", "p", "strong"],
      links: ["https://a.org/x?y=1&z=_2"],
    };
    expect(await seenInMdx(body)).toEqual(wanted);
    expect(await seenInMdx(body, { gfm: true })).toEqual(wanted);
    expect(seenInHtml(renderMarkdown(body).html)).toEqual(wanted);
  });
});

describe("the check of an entry", () => {
  const parser = unified().use(remarkParse).use(remarkMath).use(remarkMdx);
  const piece = fc.oneof(
    fc.constantFrom(..."aB1 .,{}<>$\\*_\n-#`"),
    fc.constantFrom("word ", "\\{", "\\}", "\\$", "$x_{1}$", "\n\n", "import ", "export ", "{a}"),
  );
  const words = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(""));

  /** Whether MDX has code in a text, or other words. */
  function isSound(markdown: string, expected: string): boolean {
    try {
      const tree = parser.parse(markdown);
      let hasCode = false;
      visit(tree, ({ type }) => {
        if (type.startsWith("mdx") || type === "html") hasCode = true;
      });
      return !hasCode && mdastToString(tree) === expected;
    } catch {
      return false;
    }
  }

  it("finds in any text what a parser of MDX finds", () => {
    const paper = topicPaper({ title: "T", abstract: "A" });
    const entry = toMdx(paper);
    fc.assert(
      fc.property(words, (markdown) => {
        const read = mdastToString(unified().use(remarkParse).use(remarkMath).parse(markdown));
        const abstract: typeof paper.abstract = [
          { type: "paragraph", children: [{ type: "text", value: read }] },
        ];
        const text = entry.text.replace(/---\n\n[\s\S]*$/, () => `---\n\n${markdown}`);
        const found = checkEntry({ ...entry, text }, { ...paper, abstract });
        expect(found.length === 0).toBe(isSound(markdown, read));
      }),
      { numRuns: 3000 },
    );
  });
});
