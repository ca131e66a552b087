import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkNote } from "../../src/notes/check-note.ts";
import type { NoteRules } from "../../src/notes/faults-of-node.ts";
import { isDraft } from "../../src/notes/parse-note.ts";
import { describeMessages } from "../../src/workspace/describe-messages.ts";
import { allBut, allThere } from "../fixtures/needed-files.ts";

const safe: NoteRules = { components: ["Aside", "Paper"], code: false };
const check = (text: string, rules = safe) => {
  const { value, messages } = checkNote({ path: "content/notes/a.mdx", text }, rules, allThere);
  return { ...value, messages };
};
const rulesOf = (text: string, rules = safe) =>
  check(text, rules).messages.map(({ rule, place }) => `${rule}:${place?.line}`);

describe("a note's MDX", () => {
  it("is taken without its frontmatter, with each line where it was", () => {
    const { mdx, math, messages } = check(
      "---\nstatus: read\ntags: [a]\n---\nOne *two* $x^2$.\n\n<Aside>Three</Aside>\n",
    );
    expect(messages).toEqual([]);
    expect(mdx?.split("\n").slice(1)).toEqual([
      "",
      "",
      "",
      "One *two* $x^2$.",
      "",
      "<Aside>Three</Aside>",
      "",
    ]);
    expect(math).toBe(true);
  });

  it("is not read as frontmatter again if it begins with a thematic break", () => {
    expect(check("---\nstatus: read\n---\n---\nitself: text\n---\n").mdx).toMatch(
      /^\{\/\* \*\/\}\n/,
    );
  });

  it.each([
    [
      "tables, lists, quotations and code",
      "| a |\n| - |\n| 1 |\n\n- b\n\n> c\n\n`{d}`\n\n```\n<e>\n```",
    ],
    [
      "safe HTML",
      'A<br />b<sup>2</sup>, <abbr title="x">y</abbr>\n\n<details open>\n<summary>S</summary>\nT\n</details>',
    ],
    ["components with texts", '<Paper id="b">c</Paper> and <Paper id="d" />'],
    ["comments", "{/* to myself */}\n\nText."],
    [
      "links of the web, to mail and within the site",
      "[a](https://a.org) [b](mailto:a@b.org) [c](#d) [e](../f/)",
    ],
    ["escaped characters", "\\{a\\} \\<b> and a < b"],
    ["pictures beside it", "![a](./a.png)"],
  ])("may contain %s", (_, text) => {
    const { mdx, messages } = check(text);
    expect([messages, mdx]).toEqual([[], text]);
  });

  it.each([
    ["import a from 'node:fs'\n", "code-not-allowed:1"],
    ["Text.\n\nexport const a = 1\n", "code-not-allowed:3"],
    ["Of {process.env.HOME} and more", "code-not-allowed:1"],
    ["<Aside {...props}>a</Aside>", "code-not-allowed:1"],
    ["<Aside a={fetch('https://a.org')}>a</Aside>", "code-not-allowed:1"],
    ["<script src='https://a.org/b.js' />", "unsafe-element:1"],
    ["<iframe />", "unsafe-element:1"],
    ["<img alt='' />", "unsafe-element:1"],
    ["<video />", "unsafe-element:1"],
    ["<link />", "unsafe-element:1"],
    ["<style />", "unsafe-element:1"],
    ["<form />", "unsafe-element:1"],
    ["<svg />", "unsafe-element:1"],
    ["<p onclick='a()'>b</p>", "unsafe-attribute:1"],
    ["<p style='background: url(https://a.org/b.png)'>c</p>", "unsafe-attribute:1"],
    ["<a href='javascript:alert(1)'>b</a>", "unsafe-link:1"],
    ["<a href=' java&#10;script:alert(1)'>b</a>", "unsafe-link:1"],
    ["[a](javascript:alert(1))", "unsafe-link:1"],
    ["[a](data:text/html,b)", "unsafe-link:1"],
    ["[a][b]\n\n[b]: vbscript:c", "unsafe-link:3"],
    ["<Asid>a</Asid>", "unknown-component:1"],
    ["<Aside set:html='<img src=x onerror=a()>' />", "unsafe-attribute:1"],
    ["<Paper id='b' client:load='' />", "unsafe-attribute:1"],
    ["<Aside.b>c</Aside.b>", "unknown-component:1"],
    ["<a xlink:href='javascript:b()'>c</a>", "unsafe-attribute:1"],
    ["<meta http-equiv='refresh' content='0;url=https://a.org' />", "unsafe-element:1"],
    ["[![a](./b.png)](javascript:c())", "unsafe-link:1"],
    ["a[^1]\n\n[^1]: [b](vbscript:c)", "unsafe-link:3"],
  ])("may not contain %s", (text, fault) => {
    const checked = check(text);
    expect(rulesOf(text)).toContain(fault);
    expect(checked.mdx).toBeUndefined();
  });

  it("may contain code if the owner allows it", () => {
    const { mdx } = check("import A from './a.ts'\n\n<A b={1} /> {1 + 1}", {
      ...safe,
      code: true,
    });
    expect(mdx).toContain("{1 + 1}");
  });

  it("shows a picture on another host as a link, and one of this site as a picture", () => {
    const { mdx, messages } = check(
      "![a](https://a.org/b.png)\n![](//c.org/d.png) ![e](./f.png) ![g][h]\n\n[h]: http://i.org/j.png\n",
    );
    expect(mdx).toContain(
      "[a](https://a.org/b.png)\n[picture](//c.org/d.png) ![e](./f.png) [g][h]",
    );
    expect(messages.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      "warning remote-image",
      "warning remote-image",
      "warning remote-image",
    ]);
  });

  it.each([
    ["![x](javascript:a)", "&#120;"],
    ["![x](data:text/html,a)", "&#120;"],
    ["![x]( vbscript:a)", "&#120;"],
    ["![x](java\tscript:a)", "![x](java\tscript:a)"],
    ["![x](&#106;avascript:a)", "&#120;"],
    ["![x](./lost.mjs)", "&#120;"],
    ["![x][a]\n\n[a]: data:b", "&#120;\n\n[a]: data:b"],
    ["![x][a]\n\n[a]: ./lost.mjs", "&#120;\n\n[a]: ./lost.mjs"],
    ["[![](./lost.mjs)](https://a.org)", "[](https://a.org)"],
    ["| ![a\\|b](./lost.mjs) |\n| - |", "| &#97;\\|b |\n| - |"],
    ["![import a from 'b'](./lost.mjs)", "&#105;mport a from \\'b\\'"],
    ["![\\{a\\} \\<b> \\*c](./lost.mjs)", "\\{a\\} \\<b\\> \\*c"],
    ["![- a](./lost.mjs)", "\\- a"],
    ["[^1]: ![x](./lost.mjs)\n\na[^1]", "[^1]: &#120;\n\na[^1]"],
    ["<Aside>![x](./lost.mjs)</Aside>", "<Aside>&#120;</Aside>"],
  ])("has the alternative text of what is not a picture: %j", (text, published) => {
    const note = { path: "content/notes/a.mdx", text };
    const { value, messages } = checkNote(note, safe, allBut("./lost.mjs"));
    expect(value.mdx).toBe(published);
    const expected =
      text === published ? [] : [expect.stringMatching(/^error (?:missing|invalid)-image:1$/)];
    expect(
      messages.map(({ rule, severity, place }) => `${severity} ${rule}:${place?.line}`),
    ).toEqual(expected);
  });

  it.each([
    ["\n---\nlayout: ./a.mjs\n---\n", "\n***\nlayout: ./a.mjs\n---\n"],
    ["---\nlayout: ./a.mjs\n---b\n", "***\nlayout: ./a.mjs\n---b\n"],
    ["+++\nlayout = './a.mjs'\n+++\n", "\\+++\nlayout = './a.mjs'\n+++\n"],
    ["--- \nlayout: ./a.mjs\n----\n", "***\nlayout: ./a.mjs\n----\n"],
    ["\n\n---a\n---\n", "\n\n\\---a\n---\n"],
    ["---\n\na", "---\n\na"],
    ["+++\n", "+++\n"],
  ])("has no frontmatter left that Astro would read: %j", (text, published) => {
    expect(check(text).mdx).toBe(published);
  });

  it("is reported with the line of the file if it is not valid", () => {
    const broken = "---\nstatus: read\n---\n\nA <b> that {nobody closes.\n";
    expect(check(broken).mdx).toBeUndefined();
    const reports = [
      check(broken),
      check("<Asid>a</Asid>"),
      check("Costs {5} dollars"),
      check("![a](https://a.org/b.png) and $\\frac{$"),
    ].map(({ messages }) => describeMessages(messages));
    expect(reports.join("\n\n")).toMatchInlineSnapshot(`
      "content/notes/a.mdx:5  error  This note is not valid MDX, so its source is shown as text: Unexpected end of file in expression, expected a corresponding closing brace for \`{\`.  [invalid-mdx]
          → In MDX, < starts a component and { starts code. For the characters themselves, write \\< and \\{.
      1 error

      content/notes/a.mdx:1  error  There is no component <Asid>, so the note is shown as text.  [unknown-component]
          → Did you mean <Aside>? Notes can use: Aside, Paper.
      1 error

      content/notes/a.mdx:1  error  This note has code ({5}), so its source is shown as text.  [code-not-allowed]
          → For the character itself, write \\{. To allow code in notes, set notes: { code: true } in content/site.yaml.
      1 error

      content/notes/a.mdx:1  warning  KaTeX cannot typeset $\\frac{$ in this note, so its source is shown: Unexpected end of input in a macro argument, expected '}' at end of input: \\frac{.  [invalid-note-formula]
          → Fix the formula.
      content/notes/a.mdx:1  warning  The image https://a.org/b.png is on another server, so a link is shown instead. Pages load nothing from other servers.  [remote-image]
          → Put the image into content/notes/, and refer to it with a relative path: ![…](./image.png).
      2 warnings"
    `);
  });

  it("never throws, and contains no code and loads nothing if it is accepted", () => {
    const pieces = fc.constantFrom(
      ..."<Aside> </Aside> <p a={b}> {c} $x$ ![d](https://e) <script> \n \n\n import_f_from_'g' --- ` ``` | [h](i:j) \\ < { } > * _".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), fc.boolean(), (parts, head) => {
        const body = parts.join("").replaceAll("_", " ");
        const { mdx, messages } = check(head ? `---\nstatus: read\n---\n${body}` : body);
        if (mdx === undefined) expect(messages.length).toBeGreaterThan(0);
        else {
          expect(rulesOf(mdx).filter((rule) => !rule.startsWith("invalid-note-formula"))).toEqual(
            [],
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a draft", () => {
  it.each([
    ["---\ndraft: true\n---\n", true],
    ["---\ndraft:   True # still\nstaus: x\n---\n", true],
    ["---\nstatus: [\ndraft: true\n", true],
    ["---\ndraft: false\n---\ndraft: true\n", false],
    ["draft: true\n", false],
  ])("%j: %s", (text, draft) => {
    expect(isDraft(text)).toBe(draft);
  });
});
