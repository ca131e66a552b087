import { describe, expect, it } from "vitest";
import { corrections, formulas, make } from "../fixtures/noted-papers.ts";
import { printed } from "../fixtures/workspaces.ts";

const damaged = `On L^2 Bounds

We bound the L^2 error with n = O(mlog(m)) samples at points x_1,dots,x_n of a space of dimension n. The n samples suffice.

  • 2 authors

·

Oct 1, 2025

`;

describe("formulas corrected in a note", () => {
  const plain = make(damaged, {}).entries.get("on-l2-bounds");

  it("start from the restored formulas, each with its confidence", () => {
    expect(plain?.abstract).toContain("$n = O(m\\log(m))$");
    expect(plain?.data.math.restored).toBe(plain?.data.math.spans?.length);
    for (const { confidence } of plain?.data.math.spans ?? []) {
      expect(confidence).toBeGreaterThanOrEqual(0.5);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(plain?.data.math.spans?.[0]).toMatchObject({
      where: "title",
      text: "L^2",
      latex: "L^2",
    });
  });

  it("keep the original title and abstract, unless the note gives its own title", () => {
    const { originalTitle, original } = plain?.data ?? {};
    expect(originalTitle).toBe("On L^2 Bounds");
    expect(original).toContain("n = O(mlog(m)) samples");
    const titled = (title: string) =>
      make(damaged, { "on-l2-bounds": title }).entries.get("on-l2-bounds")?.data;
    expect(titled(formulas("{ text: L^2, latex: L_2 }"))).toMatchObject({
      title: "On $L_2$ Bounds",
      originalTitle: "On L^2 Bounds",
    });
    expect(titled(corrections("title: Bounds on $L^2$"))).not.toHaveProperty("originalTitle");
  });

  it("win over restored formulas, by the source's text or by the LaTeX on the site", () => {
    const [first] = plain?.data.math.spans?.filter(({ text }) => text.includes("mlog")) ?? [];
    for (const text of [first?.text, first?.latex, `$${first?.latex}$`]) {
      const quoted = `'${text}'`;
      const { entries, messages } = make(damaged, {
        "on-l2-bounds": formulas(`{ text: ${quoted}, latex: 'n = O(m \\ln m)' }`),
      });
      const made = entries.get("on-l2-bounds");
      expect(messages).toEqual([]);
      expect(made?.abstract).toContain("with $n = O(m \\ln m)$ samples");
      expect(made?.data.math).toMatchObject({
        restored: (plain?.data.math.restored ?? 0) - 1,
        corrected: 1,
      });
      expect(made?.data.sources.at(-1)).toMatchObject({
        format: "note",
        file: "content/notes/on-l2-bounds.mdx",
        gave: ["formulas"],
      });
    }
  });

  it("apply to every such span outside of longer formulas, or to one of them", () => {
    const all = make(damaged, { "on-l2-bounds": formulas("{ text: n, latex: N }") });
    expect(all.entries.get("on-l2-bounds")?.abstract).toContain("dimension $N$. The $N$ samples");
    expect(all.entries.get("on-l2-bounds")?.abstract).toContain("$x_1,\\dots,x_n$");
    const second = make(damaged, {
      "on-l2-bounds": formulas("{ text: n, latex: N, occurrence: 2 }"),
    });
    expect(second.entries.get("on-l2-bounds")?.abstract).toContain("The $N$ samples");
    expect(second.entries.get("on-l2-bounds")?.abstract).not.toContain("dimension $N$");
  });

  it("turn a span that is not a formula into words, also in titles; the address stays", () => {
    const { entries, messages } = make(damaged, {
      "on-l2-bounds": formulas("{ text: L^2, latex: null }"),
    });
    const made = entries.get("on-l2-bounds");
    expect(messages).toEqual([]);
    expect(made?.data.titleText).toBe("On L^2 Bounds");
    expect(made?.data.title).not.toContain("$");
    expect(made?.abstract).toContain("bound the L^2 error");
    expect(made?.data.math.spans?.some(({ text }) => text === "L^2")).toBe(false);
  });

  it("correct whole formulas of undamaged texts", () => {
    const page = printed("Alpha $\\notacommand{x}$");
    const [id = ""] = make(page, {}).entries.keys();
    const { entries } = make(page, {
      [id]: formulas("{ text: '\\notacommand{x}', latex: 'x' }"),
    });
    expect([...entries.values()].map(({ data }) => data.title)).toEqual(["Alpha $x$"]);
  });

  it("reduce the count of formulas that were left", () => {
    const doubtful = make(damaged, {}, { formulaConfidence: 1 }).entries.get("on-l2-bounds");
    const one = make(
      damaged,
      { "on-l2-bounds": formulas("{ text: 'x_1,dots,x_n', latex: 'x_1,\\dots,x_n' }") },
      { formulaConfidence: 1 },
    ).entries.get("on-l2-bounds");
    expect(doubtful?.data.math.left).toBeGreaterThan(1);
    expect(one?.data.math.left).toBe((doubtful?.data.math.left ?? 0) - 1);
  });

  it("are reported with a line where they match nothing or do not render", () => {
    const { said, entries } = make(damaged, {
      "on-l2-bounds": formulas(
        "{ text: 'O(mlog(n))', latex: 'x' }",
        "{ text: 'L^2', latex: '\\frac{' }",
        "{ text: samples, latex: s, occurrence: 7 }",
      ),
    });
    expect(said).toMatchInlineSnapshot(`
      "content/notes/on-l2-bounds.mdx:4  warning  "O(mlog(n))" is in neither the title nor the abstract of "On L² Bounds", so the correction was ignored.  [correction-not-found]
          → Copy the text from seeds/page-2025-11-13.txt:1. Similar formulas there: "n = O(mlog(m))", "n", "L^2".
      content/notes/on-l2-bounds.mdx:6  warning  occurrence is 7, but "On L² Bounds" has "samples" only 2 times. The correction was ignored.  [correction-occurrence]
          → Set occurrence to a number from 1 to 2.
      content/notes/on-l2-bounds.mdx:5  error  KaTeX cannot typeset the correction of "L^2", so it was ignored: Unexpected end of input in a macro argument, expected '}' at end of input: \\frac{.  [invalid-correction]
          → Fix the LaTeX. Put it in single quotes ('O(m\\log m)'), so that YAML keeps its backslashes.
      1 error, 2 warnings"
    `);
    expect(entries.get("on-l2-bounds")?.abstract).toBe(plain?.abstract);
  });
});
