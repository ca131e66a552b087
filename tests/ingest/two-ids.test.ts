import { describe, expect, it } from "vitest";
import { ownersNotes } from "../../src/notes/owners-notes.ts";
import { parseNote } from "../../src/notes/parse-note.ts";
import { removedIn, runSeeds } from "../fixtures/run-seeds.ts";

const paper = (doi: string, more = "", author = "Abbott, Ada") =>
  `@article{k${doi.at(-1)}, title={A study of honey bees}, author={${author}}, year={2010}, doi={${doi}}${more}}\n`;
const both = { "a.bib": paper("10.1000/x") + paper("10.1000/y") };
const about = (seeds: Record<string, string>, more = {}) =>
  runSeeds(seeds, "", more).messages.filter(({ rule }) => rule === "two-ids-one-title");

describe("papers that differ in their DOI or arXiv id alone", () => {
  it("stay two, with a warning that names both, what differs, and what to do", () => {
    expect(runSeeds(both).papers).toHaveLength(2);
    expect(about(both)).toMatchInlineSnapshot(`
      [
        {
          "hint": "In content/notes/10.1000-x.mdx, write "sameAs: [10.1000-y]" to merge them, or "differentFrom: [10.1000-y]" to hide this message.",
          "place": {
            "file": "seeds/a.bib",
            "line": 2,
          },
          "reason": ""A study of honey bees" (10.1000-y) may be the same paper as 10.1000-x (seeds/a.bib:1), but their DOIs are different: 10.1000/y and 10.1000/x. Both are kept.",
          "rule": "two-ids-one-title",
          "severity": "warning",
        },
      ]
    `);
  });

  it("are named by their arXiv ids", () => {
    const record = (id: string) => paper("").replace("doi={}", `eprint={${id}}`);
    const [message] = about({ "a.bib": record("1001.0001"), "b.bib": record("1002.0001") });
    expect(message?.reason).toContain("their arXiv ids are different: 1002.0001 and 1001.0001");
  });

  it.each([
    ["other authors", { "a.bib": paper("10.1000/x") + paper("10.1000/y", "", "Cheng, Bo") }],
    ["other years", { "a.bib": paper("10.1000/x") + paper("10.1000/y").replace("2010", "1999") }],
    [
      "other pages",
      {
        "a.bib":
          paper("10.1000/x", ", journal={B}, pages={3--9}") +
          paper("10.1000/y", ", journal={B}, pages={30--90}"),
      },
    ],
    [
      "a title of no one",
      {
        "a.bib": (paper("10.1000/x") + paper("10.1000/y")).replaceAll(
          "A study of honey bees",
          "Editorial",
        ),
      },
    ],
  ])("are not named with %s", (_, seeds) => {
    expect(about(seeds)).toEqual([]);
  });

  it("are not named where a note says that they differ, or one is removed", () => {
    const text = "---\ndifferentFrom: [10.1000-y]\n---\nMine.\n";
    const note = parseNote({ path: "content/notes/10.1000-x.mdx", text }).value;
    expect(about(both, { notes: ownersNotes(note ? [note] : []) })).toEqual([]);
    expect(about(both, removedIn("10.1000/x"))).toEqual([]);
  });
});
