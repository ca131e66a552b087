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
const bare = (key: string, title: string) => `@misc{${key},\n title={${title}}\n}\n`;
const honeyDoi = entry("honey", "A study of honey", "doi={10.1000/honey}");
const mould = entry("honey", "On the growth of mould");
const editorial = entry("ed", "Editorial");

/** A seed, what became of it, and whether it still is the same paper. */
const changes: [string, string, string, boolean][] = [
  ["an added DOI", honey, honeyDoi, true],
  ["another arXiv version", ...bothOf("eprint={2001.00001}", "eprint={2001.00001v2}"), true],
  ["an arXiv id and then only a DOI", ...bothOf("eprint={2001.00001}", "doi={10.1000/a}"), true],
  ["a corrected DOI", honeyDoi, entry("honey", "A study of honey", "doi={10.1000/h}"), true],
  ["a corrected title", honey, entry("honey", "The study of bees"), true],
  ["a whole new title of the same authors", honey, mould, true],
  ["a corrected letter in a bare title", bare("k", "Atention"), bare("k", "Attention"), true],
  ["a longer bare title", bare("k", "Attention"), bare("k", "Attention in Bees"), true],
  ["other authors", honey, by("Hopper, Grace", honey), true],
  ["another year", honey, of(1999, honey), true],
  ["another key", honey, entry("bees", "A study of honey"), true],
  ["another key and a corrected title", honey, entry("bees", "A study of honeys"), true],
  ["the key of another paper", honey, of(1999, by("Hopper, Grace", mould)), false],
  ["the key of a paper of other authors", honey, by("Hopper, Grace", mould), false],
  ["another bare title under the same key", bare("k", "On cows"), bare("k", "On cattle"), true],
  ["the key of another DOI", honeyDoi, entry("honey", "On wax", "doi={10.1000/wax}"), false],
  ["the same title of other authors", honey, by("Hopper", entry("h", "A study of honey")), false],
  ["a title of 20 years ago", honey, of(1999, entry("other", "A study of honey")), false],
  ["another editorial", editorial, of(2021, entry("ed21", "Editorial")), false],
  ["the same editorial in other hands", editorial, by("Hopper, Grace", editorial), true],
  ["part two", bare("a", "On bees, part 1"), bare("b", "On bees, part 2"), false],
];

function bothOf(first: string, second: string): [string, string] {
  return [entry("honey", "A study of honey", first), entry("honey", "A study of honey", second)];
}

describe("evidence decides whether an entry is the published paper:", () => {
  it.each(changes)("%s", (_, before, after, isSame) => {
    const first = runSeeds({ "a.bib": before });
    const second = runSeeds({ "a.bib": after }, first.ledger);
    const [address = ""] = first.ids;
    const names = second.papers.flatMap(({ id, aliases }) => [id, ...aliases].map(String));
    expect(names.includes(address)).toBe(isSame);
    expect(second.papers).toHaveLength(1);
    const third = runSeeds({ "a.bib": after }, second.ledger);
    expect(third.papers).toEqual(second.papers);
    expect(third.ledger).toBe(second.ledger);
    const said = third.messages.map(({ rule }) => rule);
    expect(said.filter((rule) => /address|slug/.test(rule))).toEqual([]);
  });

  it.each([
    ["another file", { "b.bib": honey }],
    ["another file, with a corrected title", { "b.bib": entry("honey", "The study of honey") }],
    ["another file and key", { "b.bib": entry("bees", "A study of honey") }],
  ])("an entry that moved to %s", (_, seeds) => {
    const { ledger } = runSeeds({ "a.bib": honey });
    const [paper] = runSeeds(seeds, ledger).papers;
    expect([paper?.id, ...(paper?.aliases ?? [])]).toContain("a-study-of-honey");
  });

  it("says in one line how it was recognized", () => {
    const { ledger } = runSeeds({ "a.bib": honey });
    const { messages } = runSeeds({ "a.bib": honeyDoi }, ledger);
    expect(messages.map(({ reason }) => reason)).toContain(
      '"A study of honey" was recognized by its title and citation key. Its id is now "10.1000-honey", and the address of "a-study-of-honey" redirects to it.',
    );
  });

  it("gives each of two swapped DOIs' papers its own address", () => {
    const wax = by("Hopper, Grace", entry("wax", "The melting of wax", "doi={10.1000/wax}"));
    const first = runSeeds({ "a.bib": honeyDoi + wax });
    const swap = (bib: string) =>
      bib.replace(/10\.1000\/(\w+)/, (_, name) => `10.1000/${name === "wax" ? "honey" : "wax"}`);
    const second = runSeeds({ "a.bib": swap(honeyDoi) + swap(wax) }, first.ledger);
    for (const { id, aliases, titleText } of second.papers) {
      const former = first.papers.find((one) => one.titleText === titleText);
      expect([id, ...aliases]).toContain(former?.id);
    }
  });
});

const yaml = (title: string) =>
  `- title: ${title}\n  authors: [Ada Lovelace]\n  published: 2020-05-06\n`;
const ris = (title: string, more = "") =>
  `TY  - JOUR\nTI  - ${title}\nAU  - Lovelace, Ada\nPY  - 2020\n${more}ER  - \n`;

describe("a file without citation keys", () => {
  it.each([
    ["YAML", yaml("A study of hony"), yaml("A study of honey")],
    ["RIS", ris("A study of hony"), ris("A study of honey")],
    ["RIS, with a DOI", ris("A study of honey"), ris("A study of honey", "DO  - 10.1000/h\n")],
  ])("keeps the address of a corrected paper: %s", (_, before, after) => {
    const first = runSeeds({ list: before });
    const [paper] = runSeeds({ list: after }, first.ledger).papers;
    expect(paper?.aliases).toEqual(first.ids);
  });

  it("has other papers of the same authors", () => {
    const first = runSeeds({ list: ris("A study of honey") });
    const second = runSeeds({ list: ris("Notes on the flight of bees") }, first.ledger);
    expect(second.papers).toMatchObject([{ aliases: [] }]);
  });
});

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
