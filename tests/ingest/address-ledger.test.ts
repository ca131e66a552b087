import { describe, expect, it } from "vitest";
import { ownersNotes } from "../../src/notes/owners-notes.ts";
import { parseNote } from "../../src/notes/parse-note.ts";
import { runSeeds } from "../fixtures/run-seeds.ts";

const entry = (key: string, title: string, more = "") =>
  `@article{${key},\n title={${title}},\n author={Lovelace, Ada},\n year={2020}${more && `,\n ${more}`}\n}\n`;

const honey = entry("honey", "A study of honey");

describe("a seed that changes in place", () => {
  it.each([
    ["gets a DOI", entry("honey", "A study of honey", "doi={10.1000/honey}"), "10.1000-honey"],
    ["gets an arXiv id", entry("honey", "A study of honey", "eprint={2001.00001}"), "2001.00001"],
    ["gets another title", entry("honey", "The study of bees"), "the-study-of-bees"],
    ["gets another key", entry("bees", "A study of honey", "doi={10.1000/honey}"), "10.1000-honey"],
  ])("a paper that %s keeps its address as an alias", (_, bib, id) => {
    const first = runSeeds({ "a.bib": honey });
    const second = runSeeds({ "a.bib": bib }, first.ledger);
    expect(second.papers).toMatchObject([{ id, aliases: ["a-study-of-honey"] }]);
    expect(second.messages.map(({ rule }) => rule)).toContain("changed-address");
    const third = runSeeds({ "a.bib": bib }, second.ledger);
    expect(third.papers).toEqual(second.papers);
    expect(third.ledger).toBe(second.ledger);
    expect(third.messages.map(({ rule }) => rule)).not.toContain("changed-address");
  });

  it("keeps the arXiv address of a paper whose seed now gives only a DOI", () => {
    const first = runSeeds({ "a.bib": entry("honey", "A study of honey", "eprint={2001.00001}") });
    const bib = entry("honey", "A study of honey", "doi={10.1000/honey}");
    const [paper] = runSeeds({ "a.bib": bib }, first.ledger).papers;
    expect(paper).toMatchObject({ id: "10.1000-honey" });
    expect(paper?.aliases).toContain("2001.00001");
  });

  it("keeps a removed paper removed", () => {
    const removed = [{ id: "a-study-of-honey", title: undefined }];
    const first = runSeeds({ "a.bib": honey }, "", { removed });
    const bib = entry("honey", "A study of honey", "doi={10.1000/honey}");
    const second = runSeeds({ "a.bib": bib }, first.ledger, { removed });
    expect(second.papers).toEqual([]);
    expect(second.messages.map(({ rule }) => rule)).not.toContain("unused-removal");
  });

  it.each([
    ["corrected in one of two files", { "a.bib": honey, "b.bib": honey }, "a.bib"],
    ["corrected, and added as it was in another file", { "a.bib": honey }, "a.bib"],
  ])("keeps a removed paper removed that is %s", (_, before, changed) => {
    const removed = [{ id: "a-study-of-honey", title: undefined }];
    const first = runSeeds(before, "", { removed });
    const after = { "b.bib": honey, [changed]: entry("honey", "A study of honeys and wax") };
    const second = runSeeds(after, first.ledger, { removed });
    expect(second.ids).toEqual([]);
    expect(second.messages.map(({ rule }) => rule)).toContain("removed-twin");
    const third = runSeeds(after, second.ledger, { removed });
    expect([third.ids, third.ledger]).toEqual([[], second.ledger]);
    expect(runSeeds(after, third.ledger).ids).toHaveLength(2);
  });

  it("lets another paper in that has the title of a removed one", () => {
    const removed = [{ id: "a-study-of-honey", title: undefined }];
    const first = runSeeds({ "a.bib": honey }, "", { removed });
    const other = honey.replace("Lovelace, Ada", "Hopper, Grace").replace("2020", "1999");
    const second = runSeeds({ "a.bib": honey, "b.bib": other }, first.ledger, { removed });
    expect(second.ids).toHaveLength(1);
  });

  it.each([
    ["title", entry("bees", "A study of honey")],
    ["id", entry("bees", "The study of bees", "doi={10.1000/honey}")],
    ["title and id", entry("bees", "A study of honey", "doi={10.1000/honey}")],
  ])("keeps the address of a paper that gets the %s of a paper of another seed", (_, after) => {
    const other = { "b.bib": entry("honey", "A study of honey", "doi={10.1000/honey}") };
    const first = runSeeds({ ...other, "a.bib": entry("bees", "The study of bees") });
    const second = runSeeds({ ...other, "a.bib": after }, first.ledger);
    expect(second.papers).toMatchObject([{ id: "10.1000-honey" }]);
    expect(second.papers[0]?.aliases).toContain("the-study-of-bees");
    expect(runSeeds({ ...other, "a.bib": after }, second.ledger).ledger).toBe(second.ledger);
  });

  it("does not match a citation key that now names a paper with another DOI", () => {
    const first = runSeeds({ "a.bib": entry("honey", "A study of honey", "doi={10.1000/honey}") });
    const second = runSeeds(
      { "a.bib": entry("honey", "On wax", "doi={10.1000/wax}") },
      first.ledger,
    );
    expect(second.papers).toMatchObject([{ id: "10.1000-wax", aliases: [] }]);
    expect(second.ledger).toContain('"address":"10.1000-honey"');
  });
});

const by = (author: string, bib: string) => bib.replace("Lovelace, Ada", author);
const of = (year: number, bib: string) => bib.replace("2020", `${year}`);

it("gives papers of one title ids that do not depend on the order or the names of files", () => {
  const editorials = [2001, 2005, 2009].map((year) => of(year, entry("ed", "Editorial")));
  const idsIn = (names: string[]) => {
    const seeds = Object.fromEntries(names.map((name, at) => [name, editorials[at] ?? ""]));
    const { papers } = runSeeds(seeds);
    return papers.map(({ id, publishedIn }) => `${publishedIn} ${id}`).sort();
  };
  const ids = idsIn(["a.bib", "b.bib", "c.bib"]);
  expect(new Set(ids).size).toBe(3);
  expect(idsIn(["c.bib", "a.bib", "b.bib"])).toEqual(ids);
});

describe("a newcomer", () => {
  const other = entry("other", "A study of: honey!").replace("Lovelace, Ada", "Hopper, Grace");
  const bees = other.replace("2020", "1999");

  it("with the same slug leaves the address to the first paper, whatever the order of files", () => {
    const first = runSeeds({ "b.bib": honey });
    const second = runSeeds({ "a.bib": bees, "b.bib": honey }, first.ledger);
    expect(second.ids).toHaveLength(2);
    expect(second.papers.find(({ id }) => id === "a-study-of-honey")?.titleText).toBe(
      "A study of honey",
    );
    expect(runSeeds({ "a.bib": bees, "b.bib": honey }, second.ledger).ids).toEqual(second.ids);
  });

  it("leaves the address of entries that were made before there was a ledger", () => {
    const first = runSeeds({ "b.bib": honey });
    const disk = new Map(first.plan.create.map(({ path, text }) => [path, text]));
    const second = runSeeds({ "a.bib": bees, "b.bib": honey }, "", { disk });
    expect(second.papers.find(({ id }) => id === "a-study-of-honey")?.titleText).toBe(
      "A study of honey",
    );
  });
});

describe("the ledger's file", () => {
  it("keeps and reports a line that cannot be read", () => {
    const { ledger } = runSeeds({ "a.bib": honey });
    const second = runSeeds({ "a.bib": honey }, `${ledger}<<<<<<< ours\n`);
    expect(second.ledger.split("\n")).toContain("<<<<<<< ours");
    expect(second.messages).toContainEqual(
      expect.objectContaining({
        rule: "damaged-address",
        place: { file: "content/addresses.jsonl", line: 2 },
      }),
    );
  });

  it("takes lines of one paper from two branches as one paper", () => {
    const { ledger } = runSeeds({ "a.bib": honey });
    const doi = entry("honey", "A study of honey", "doi={10.1000/honey}");
    const ours = runSeeds({ "a.bib": doi }, ledger).ledger;
    const theirs = runSeeds({ "a.bib": entry("honey", "A study of bees") }, ledger).ledger;
    const { papers } = runSeeds({ "a.bib": doi }, ours + theirs);
    expect(papers).toMatchObject([
      { id: "10.1000-honey", aliases: ["a-study-of-bees", "a-study-of-honey"] },
    ]);
  });

  it("gives an address that two branches used for two papers to neither, and says so once", () => {
    const wax = by("Hopper, Grace", of(1999, entry("hopper", "A study of: honey")));
    const ours = runSeeds({ "a.bib": honey }).ledger;
    const theirs = runSeeds({ "b.bib": wax }).ledger;
    const seeds = { "a.bib": honey, "b.bib": wax };
    const merged = runSeeds(seeds, theirs + ours);
    expect(merged.papers.flatMap(({ id, aliases }) => [id, ...aliases])).not.toContain(
      "a-study-of-honey",
    );
    expect(merged.messages.map(({ rule }) => rule)).toContain("contested-address");
    const again = runSeeds(seeds, merged.ledger);
    expect([again.ledger, again.papers]).toEqual([merged.ledger, merged.papers]);
    expect(again.messages.map(({ rule }) => rule)).not.toContain("contested-address");
  });

  it("leaves a paper its addresses after its wrong DOI was corrected and the right paper came", () => {
    const wax = by(
      "Hopper, Grace",
      of(1999, entry("wax", "The melting of wax", "doi={10.1000/wax}")),
    );
    const wrong = runSeeds({ "a.bib": entry("honey", "A study of honey", "doi={10.1000/wax}") });
    const right = entry("honey", "A study of honey", "doi={10.1000/honey}");
    const corrected = runSeeds({ "a.bib": right }, wrong.ledger);
    const both = runSeeds({ "a.bib": right + wax }, corrected.ledger);
    const namesOf = (title: string, { papers }: typeof both) =>
      papers
        .filter(({ titleText }) => titleText === title)
        .flatMap(({ id, aliases }) => [id, ...aliases]);
    expect(namesOf("A study of honey", both)).toEqual(["10.1000-honey", "10.1000-wax"]);
    const again = runSeeds({ "a.bib": right + wax }, both.ledger);
    expect(again.papers).toEqual(both.papers);
    expect(again.ledger).toBe(both.ledger);
  });

  it("never loses a line", () => {
    const first = runSeeds({ "a.bib": honey });
    expect(runSeeds({}, first.ledger).ledger).toBe(first.ledger);
  });
});

it("keeps the note of a paper that gets a DOI", () => {
  const { ledger } = runSeeds({ "a.bib": honey });
  const path = "content/notes/a-study-of-honey.mdx";
  const { value: note } = parseNote({ path, text: "Sweet." });
  const notes = ownersNotes(note ? [note] : []);
  const bib = entry("honey", "A study of honey", "doi={10.1000/honey}");
  const { papers } = runSeeds({ "a.bib": bib }, ledger, { notes });
  expect(papers).toMatchObject([{ id: "10.1000-honey", note: { id: "a-study-of-honey" } }]);
});

it("names the note that a paper has from before it got a DOI", () => {
  const { ledger } = runSeeds({ "a.bib": honey });
  const path = "content/notes/a-study-of-honey.mdx";
  const { value: note } = parseNote({ path, text: "Sweet." });
  const notes = ownersNotes(note ? [note] : []);
  const bib = entry("honey", "A study of honey", "doi={10.1000/honey}");
  const twin = entry("honey2", "A study of honey", "doi={10.1000/sweet}");
  const { plan } = runSeeds({ "a.bib": bib }, ledger, { notes });
  const disk = new Map(plan.create.map((one) => [one.path, `${one.text}Edited.\n`]));
  const { messages } = runSeeds({ "a.bib": bib, "b.bib": twin }, ledger, { notes, disk });
  const hintOf = (name: string) => messages.find(({ rule }) => rule === name)?.hint;
  expect(hintOf("edited-entry")).toContain(`the frontmatter of ${path},`);
  expect(hintOf("two-ids-one-title")).toContain(`In ${path}, write`);
});
