import { afterAll, describe, expect, it } from "vitest";
import { renderMarkdown, renderTitle } from "../../src/archive/render-markdown.ts";
import { site } from "../../src/schemas/site.ts";
import { findingsOf } from "../../src/workspace/doctor/findings.ts";
import { noteMessages } from "../../src/workspace/doctor/note-messages.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

// Each is refused for another reason.
const refused: readonly (readonly [kind: string, latex: string])[] = [
  ["an unknown macro", "\\mymacro{x}_i"],
  ["no closing brace", "\\frac{a"],
  ["one brace too many", "x}"],
  ["no right delimiter", "\\left( x"],
  ["an unknown environment", "\\begin{foo}x\\end{foo}"],
  ["a matrix without its end", "\\begin{matrix} a & b"],
  ["two superscripts", "x^2^3"],
  ["a column outside of a table", "a & b"],
  ["a definition of itself", "\\def\\a{\\a\\a}\\a"],
  ["a global definition of itself", "\\gdef\\b{\\b}\\b"],
  ["a new command of itself", "\\newcommand{\\c}{\\c}\\c"],
  ["too many groups", `${"{".repeat(70)}x${"}".repeat(70)}`],
];

describe("a formula that KaTeX refuses", () => {
  it.each(refused)("with %s is shown as its source", (_, latex) => {
    const source = latex.replaceAll("&", "&#x26;");
    for (const { html, text } of [
      renderMarkdown(`So $${latex}$ it.`),
      renderTitle(`So $${latex}$ it`),
    ]) {
      expect(html).toContain(`So <code class="formula-source">${source}</code> it`);
      expect(text).toContain(`So ${latex} it`);
    }
  });

  it("is named by the doctor with its file and paper, in titles, abstracts, annotations and notes", async () => {
    const item = {
      type: "article",
      id: "a",
      title: "On $\\one$",
      abstract: "By $\\two$.",
      annote: "See $\\three$.",
    };
    const root = await workspaceWith({
      "seeds/a.json": JSON.stringify([item]),
      "content/notes/on-one.mdx": "---\nrating: 3\n---\n\nWith $\\four$.\n",
      "content/notes/draft.mdx": "---\ndraft: true\n---\n\nWith $\\five$.\n",
    });
    const { list, messages } = await runIngest(root, { dryRun: true });
    const said = [...messages, ...(await noteMessages(workspaceAt(root), site.parse({})))];
    const found = findingsOf(list, said).find(({ title }) => title.startsWith("formulas"));
    expect(found?.items.map((one) => one.replace(/, so its.*$/, ""))).toEqual([
      'seeds/a.json:1  KaTeX cannot typeset $\\one$ in "On \\one"',
      'seeds/a.json:1  KaTeX cannot typeset $\\two$ in "On \\one"',
      'seeds/a.json:1  KaTeX cannot typeset $\\three$ in "On \\one"',
      "content/notes/on-one.mdx:5  KaTeX cannot typeset $\\four$ in this note",
    ]);
  });
});
