import { describe, expect, it } from "vitest";
import { editOf } from "../../src/ingest/edited-entry.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { ownersNotes } from "../../src/notes/owners-notes.ts";
import { parseNote } from "../../src/notes/parse-note.ts";
import { parseEntry } from "../../src/workspace/entries.ts";
import { emptyArchive } from "../fixtures/papers.ts";

const seed = {
  path: "seeds/a.bib",
  bytes: new TextEncoder().encode(`@article{a,
  title = {On Honey and $x_1$}, author = {Byron, Ada and Cheng, Bo}, year = 2019, month = may, day = 3,
  journal = {Bees}, volume = 7, doi = {10.5555/honey}, keywords = {bees},
  abstract = {It is sweet. See https://github.com/a/b for more.}}`),
};
const path = "2019/10.5555-honey.mdx";
const note = "content/notes/10.5555-honey.mdx";

function run(disk: Map<string, string>, noteText?: string) {
  const parsed = noteText === undefined ? undefined : parseNote({ path: note, text: noteText });
  const notes = ownersNotes(parsed?.value ? [parsed.value] : []);
  const { value, messages } = ingest([seed], { ...emptyArchive, disk, notes });
  expect(parsed?.messages ?? []).toEqual([]);
  return { plan: value.plan, messages };
}

const made = run(new Map()).plan.create[0]?.text ?? "";

/** What an ingest says of the entry after an edit. */
function messageOf(edited: string, at = path) {
  const { messages, plan } = run(new Map([[at, edited]]));
  expect(plan.remove).toEqual([]);
  expect(plan.update).toEqual([]);
  return messages.find(({ rule }) => rule === "edited-entry");
}
const lineIn = (hint = "") => /The line: (corrections: .*)$/.exec(hint)?.[1] ?? "";

describe("an entry that the owner edited", () => {
  it.each([
    ["a title", "title: On Honey and $x_1$", "title: On *Honey*"],
    ["a day", /published: .*/, 'published: "2020-01-02"'],
    ["a day that is removed", /published: .*\n/, ""],
    ["a name", "Ada Byron", "Ada Lovelace"],
    ["a venue", "name: Bees", "name: Wasps"],
    ["an id", "10.5555/honey", "10.5555/other"],
    ["an abstract", "It is sweet.", "It is *very* sweet: $y$ \\{a\\} \\<b>."],
    ["signs in an abstract", "It is sweet.", "5 \\* 3 and a_b, a \\[b], 50% \\| \\$5 \\~ `c`."],
    ["underscores around a word", "It is sweet.", "It is \\_sweet\\_."],
    ["a kind of link", "kind: code", "kind: data"],
    ["topics", "topics: []", "topics:\n  - id: bees\n    score: 1\n    evidence: []"],
  ])("is named with the line that keeps %s", (_, from, to) => {
    const edited = made.replace(from, to);
    expect(edited).not.toBe(made);
    const line = lineIn(messageOf(edited)?.hint);
    const { plan, messages } = run(new Map(), `---\n${line}\n---\n`);
    const [kept, wanted] = [plan.create[0]?.text ?? "", edited].map((text) => parseEntry("", text));
    const { title, published, authors, venue, links, ids } = wanted?.data ?? {};
    expect(kept?.data).toMatchObject({ title, authors, links, ids });
    expect([kept?.data.published, kept?.data.venue]).toEqual([published, venue]);
    expect(kept?.abstract).toBe(wanted?.abstract);
    expect(messages.filter(({ rule }) => rule !== "unknown-note-topic")).toEqual([]);
  });

  it("has a message that names every difference and what no note can correct", () => {
    const edited = made.replace("Ada Byron", "Ada Lovelace").replace("- bees", "- honey");
    expect(messageOf(edited)).toMatchInlineSnapshot(`
      {
        "hint": "To keep your changes, add the following line to the frontmatter of content/notes/10.5555-honey.mdx, delete the entry, and run \`npm run ingest\`. A note cannot correct keywords: change that in the source. The line: corrections: {"authors":["Ada Lovelace","Bo Cheng"]}",
        "place": {
          "file": "content/papers/2019/10.5555-honey.mdx",
        },
        "reason": "The entry of "On Honey and x₁" was edited by hand, so it was not updated from its sources. It differs in: authors, keywords.",
        "rule": "edited-entry",
        "severity": "warning",
      }
    `);
  });

  it("is named as kept by no note where a note cannot say it", () => {
    const edited = made.replace("It is sweet.", "It is \\*sweet\\*.");
    const message = messageOf(edited);
    expect(message?.hint).toContain("A note cannot correct abstract");
    expect(message?.hint).not.toContain("corrections:");
  });

  it.each([
    ["titleText: On Honey", "titleText: On  Bees", "titleText (from title)"],
    ["restored: 0", "restored: 7", "math (from the formulas in title and abstract)"],
    ["line: 1", "line: 9", "sources (from the seeds)"],
    ["schemaVersion: ", "schemaVersion: 1", "schemaVersion (from the version of Offprint)"],
    [
      "aliases: []",
      "aliases: []\noriginal: It was sour.",
      "original (from the abstract in the source)",
    ],
    [/^inferred: .*$/m, "inferred: [published.year]", "inferred (from the dates in the source)"],
    [/^id: .*$/m, "id: honey", "id (from ids and title)"],
  ])("names a derived field and what it is derived from: %s", (from, to, named) => {
    expect(made).toMatch(from);
    const message = messageOf(made.replace(from, to));
    expect(message?.reason).toContain(`It differs in: ${named.split(" ")[0]}.`);
    expect(message?.hint).toMatch(
      /^Delete the entry and run `npm run ingest`, which writes it again\./,
    );
    expect(message?.hint).toContain(`Offprint derives ${named}: change what it is derived from.`);
  });

  it("names the score of a topic as derived, and a field that entries do not have", () => {
    const withTopic = made.replace(
      "topics: []",
      "topics:\n  - { id: bees, score: 1, evidence: [] }",
    );
    const edit = editOf(withTopic.replace("score: 1", "score: 0.5"), withTopic);
    expect(edit?.derived).toMatchObject([{ name: "the scores and evidence of topics" }]);
    const message = messageOf(made.replace("topics: []", "topics: []\nrating: 4"));
    expect(message?.reason).toContain("It differs in: rating.");
    expect(message?.hint).toContain("Entries have no field rating. A note can have status, rating");
  });

  it("is to be deleted where it differs in nothing that counts", () => {
    const message = messageOf(made.replace("title: On", "title:   On"));
    expect(message?.hint).toMatch(/^Delete the entry/);
    expect(message?.reason).toContain(
      "differs only in comments, spaces or the way values are written",
    );
  });

  it("is reported where it cannot be read", () => {
    expect(messageOf(made.replace("title: ", "title: ["))?.hint).toMatch(/^It cannot be read/);
  });

  it("is kept at its old path when the paper's entry is elsewhere now", () => {
    const edited = made.replace("Ada Byron", "Ada Lovelace");
    const message = messageOf(edited, "2018/10.5555-honey.mdx");
    expect(message?.place?.file).toBe("content/papers/2018/10.5555-honey.mdx");
    expect(message?.reason).toContain(`content/papers/${path} now`);
    expect(lineIn(message?.hint)).toContain("Ada Lovelace");
  });
});
