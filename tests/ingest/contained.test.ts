import { describe, expect, it } from "vitest";
import { ingest } from "../../src/ingest/ingest.ts";
import { noNotes } from "../../src/ingest/owners-notes.ts";
import { addressPart } from "../../src/text/address-part.ts";
import { emptyArchive } from "../fixtures/papers.ts";

const ingestTexts = (files: Record<string, string>, more: object = {}) =>
  ingest(
    Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })),
    { ...emptyArchive, ...more },
  );

const titles = ({ value }: ReturnType<typeof ingestTexts>) =>
  value.papers.map(({ titleText }) => titleText).sort();
const reported = ({ messages }: ReturnType<typeof ingestTexts>) =>
  messages.map(({ rule, place }) => `${rule} ${place?.file}:${place?.line}`);

describe("a record that cannot be processed", () => {
  it("is reported, and the others get their entries", () => {
    const notes = {
      ...noNotes,
      correct: (paper: Parameters<typeof noNotes.correct>[0]) => {
        if (paper.titleText === "Second paper") throw new RangeError("Maximum call stack size");
        return noNotes.correct(paper);
      },
    };
    const yaml = "- title: First paper\n- title: Second paper\n- title: Third paper\n";
    const disk = new Map([["undated/gone.mdx", "---\n# Made by hand\n---\n"]]);
    const done = ingestTexts({ "seeds/a.yaml": yaml }, { notes, disk });
    expect(titles(done)).toEqual(["First paper", "Third paper"]);
    expect(reported(done)).toContain("record-failed seeds/a.yaml:2");
    // Its entry may be there already.
    expect(done.value.plan.remove).toEqual([]);
  });

  it.each([
    ["a name that nothing has", "- title: *A* is a search"],
    ["a name alone", "- title: *A"],
    ["text after an alias", "- title: A\n  abstract: *b c"],
    [
      "names that multiply",
      "- title: a\n  keywords: &a [x,x,x,x,x,x,x,x,x,x]\n" +
        "- title: b\n  abstract: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n" +
        "- title: c\n  abstract: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n" +
        "- title: d\n  abstract: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]",
    ],
  ])("does not take the rest of its YAML with it: %s", (_, record) => {
    const yaml = `- title: Before it\n${record}\n- title: After it\n`;
    const done = ingestTexts({ "seeds/a.yaml": yaml });
    expect(titles(done)).toEqual(expect.arrayContaining(["After it", "Before it"]));
    expect(reported(done).join("\n")).toMatch(
      /^(?:invalid-yaml|too-many-aliases) seeds\/a.yaml:\d/m,
    );
  });

  it("does not take other files with it, however deep it is", () => {
    const deep = "[".repeat(100_000);
    const done = ingestTexts({
      "seeds/a.yaml": `- title: ${deep}\n`,
      "seeds/b.yaml": "- title: A sound paper\n",
      "seeds/c.json": `[{"paper": {"title": ${deep}`,
    });
    expect(titles(done)).toContain("A sound paper");
  });

  it("leaves no half of a character in any text of an entry", () => {
    const csl = [
      {
        id: "a",
        type: "article-journal",
        title: "A \ud800 title",
        author: [{ literal: "B\udfff \uffff" }],
        "container-title": "J\ud83d",
        abstract: "An abstract with \ud800, &#xD800; and \ufdd0.",
        keyword: "k\ud800",
      },
    ];
    const done = ingestTexts({ "seeds/a.json": JSON.stringify(csl) });
    const [entry] = done.value.plan.create;
    expect(entry?.text).toContain("title");
    expect(JSON.stringify(done.value.papers)).not.toMatch(/\\ud[89a-f]|\uffff|\ufdd0/i);
    expect(entry?.text.isWellFormed()).toBe(true);
  });

  it("keeps the formulas of a title that follow each other", () => {
    for (const title of ["$x$$y$$$z$", "\\(x\\)\\(y\\)", "$$x$$$y$ and **\\(a\\)\\(b\\)**"]) {
      const done = ingestTexts({
        "seeds/a.yaml": `- title: '${title}'\n  published: 2020\n  abstract: '${title}'\n`,
      });
      expect([title, reported(done), done.value.plan.create.length]).toEqual([title, [], 1]);
    }
  });

  it("has an id that every system allows", () => {
    const yaml = ["CON", "Nul", "aux", "COM1", "LPT9"].map((name) => `- title: ${name}\n`).join("");
    const ids = ingestTexts({ "seeds/a.yaml": yaml }).value.papers.map(({ id }) => String(id));
    expect(ids).toHaveLength(5);
    for (const id of ids) expect([id, addressPart(id)]).toEqual([id, id]);
  });
});
