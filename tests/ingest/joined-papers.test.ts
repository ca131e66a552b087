import { describe, expect, it } from "vitest";
import { ownersNotes } from "../../src/notes/owners-notes.ts";
import { parseNote } from "../../src/notes/parse-note.ts";
import { runSeeds } from "../fixtures/run-seeds.ts";

const entry = (key: string, title: string, more = "") =>
  `@misc{${key},\n title={${title}},\n author={Lovelace, Ada},\n year={2020}${more}\n}\n`;
const wax = entry("b", "Sharp limits of wax");
const before = { "a.bib": entry("a", "A study of honey") + wax };
const withDoi = { "a.bib": entry("a", "A study of honey", ",\n doi={10.1000/a}") + wax };

function notesWith(text: string) {
  const { value: note } = parseNote({ path: "content/notes/sharp-limits-of-wax.mdx", text });
  return { notes: ownersNotes(note ? [note] : []) };
}

const joined = notesWith("---\nsameAs: [a-study-of-honey]\n---\nThe same.\n");
const namesIn = ({ papers }: ReturnType<typeof runSeeds>) =>
  papers.map(({ id, aliases, note }) => [id, ...aliases, note ? "with its note" : "without"]);
const warnings = ({ messages }: ReturnType<typeof runSeeds>) =>
  messages.flatMap(({ rule, severity }) => (severity === "info" ? [] : [rule]));

describe("papers that a note joins", () => {
  it("stay one paper with its note and addresses, also after one of them gets a DOI", () => {
    let { ledger } = runSeeds(before);
    for (const seeds of [before, before, withDoi, withDoi, withDoi]) {
      const now = runSeeds(seeds, ledger, joined);
      const id = seeds === withDoi ? ["10.1000-a"] : [];
      expect(namesIn(now)).toEqual([
        [...id, "a-study-of-honey", "sharp-limits-of-wax", "with its note"],
      ]);
      expect(warnings(now)).toEqual([]);
      ledger = now.ledger;
    }
    expect(runSeeds(withDoi, ledger, joined).ledger).toBe(ledger);
  });

  it.each([
    ["without a DOI", before, "a-study-of-honey"],
    ["with a DOI", withDoi, "10.1000-a"],
  ])("get their own addresses back when the note no longer joins them: %s", (_, seeds, id) => {
    let { ledger } = runSeeds(before);
    for (let round = 0; round < 2; round += 1) ledger = runSeeds(seeds, ledger, joined).ledger;
    for (let round = 0; round < 2; round += 1) {
      const apart = runSeeds(seeds, ledger, notesWith("Another one.\n"));
      const honey = apart.papers.find(({ titleText }) => titleText === "A study of honey");
      const other = apart.papers.find(({ titleText }) => titleText !== "A study of honey");
      expect(honey?.id).toBe(id);
      expect([honey?.id, ...(honey?.aliases ?? [])]).toContain("a-study-of-honey");
      expect(other).toMatchObject({ id: "sharp-limits-of-wax", note: expect.anything() });
      expect(warnings(apart)).toEqual([]);
      ledger = apart.ledger;
    }
  });
});
