import { describe, expect, it } from "vitest";
import { clean } from "../../src/ingest/clean.ts";
import { restoreMath } from "../../src/ingest/restore-math.ts";
import { withoutMacros } from "../../src/notes/note-macros.ts";
import { parseNote } from "../../src/notes/parse-note.ts";
import { publishNote } from "../../src/notes/publish-note.ts";
import { invalidFormula, report } from "../../src/schemas/rules.ts";
import { findingsOf } from "../../src/workspace/doctor/findings.ts";
import { allBut } from "../fixtures/needed-files.ts";
import { raw } from "../fixtures/papers.ts";

const macros = { mine: "\\mathrm{m}", inner: "\\langle #1, #2\\rangle" };

describe("an owner's macros", () => {
  it("stand for LaTeX in titles and abstracts of sources", () => {
    const title = "Beating $2\\mine$ with $\\inner{x}{y}$";
    const paper = clean(restoreMath(raw({ title }), { formulaConfidence: 0.5, macros }));
    expect(paper.titleText).toBe("Beating 2m with ⟨x, y⟩");
    expect(paper.title).toContainEqual(expect.objectContaining({ value: "2\\mathrm{m}" }));
  });

  it("stand for it in the facts and corrections of notes, but not in their words", () => {
    const text = `---
title: Above $\\mine$, or \\mine
corrections:
  formulas: [{ text: OPT, latex: '\\mine' }]
---
`;
    const note = parseNote({ path: "content/notes/a.mdx", text }).value;
    expect(note && withoutMacros(note, macros).data).toMatchObject({
      title: "Above $\\mathrm{m}$, or \\mine",
      corrections: { formulas: [{ text: "OPT", latex: "\\mathrm{m}" }] },
    });
  });

  it("are known in the text of notes", () => {
    const note = { path: "content/notes/a.mdx", text: "Beats $2\\mine$ by $\\eps$." };
    const publish = (rules: object) =>
      publishNote(note, {
        rules: { components: [], code: false, ...rules },
        names: { paper: () => undefined, topic: (id) => id },
        files: allBut(),
      });
    expect(publish({ macros })).toMatchObject({
      value: { text: "Beats 2m by ε." },
      messages: [],
    });
    expect(publish({}).messages).toMatchObject([{ rule: "invalid-note-formula" }]);
  });

  it("are what the doctor recommends for formulas that KaTeX refuses", () => {
    const params = { latex: "\\mine", where: '"A"', reason: "Undefined control sequence: \\mine" };
    const message = report(invalidFormula, params, { file: "seeds/a.bib", line: 3 });
    expect(findingsOf([], [message])).toMatchObject([
      {
        title: "formulas that KaTeX cannot typeset, shown as their source",
        items: [expect.stringMatching(/^seeds\/a\.bib:3 /)],
      },
    ]);
  });
});
