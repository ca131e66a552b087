import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkNote } from "../../src/notes/check-note.ts";
import type { NoteRules } from "../../src/notes/faults-of-node.ts";
import { isDraft } from "../../src/notes/parse-note.ts";
import { describeMessages } from "../../src/workspace/describe-messages.ts";
import { allThere } from "../fixtures/needed-files.ts";

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
