import { describe, expect, it } from "vitest";
import { runSeeds } from "../fixtures/run-seeds.ts";

const entry = (key: string, title: string, more = "") =>
  `@article{${key},\n title={${title}},\n author={Lovelace, Ada},\n year={2020}${more && `,\n ${more}`}\n}\n`;

const honey = entry("honey", "A study of honey");

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
  ["another DOI and key", honeyDoi, entry("bees", "A study of honey", "doi={10.1000/h}"), true],
  ["a corrected title", honey, entry("honey", "The study of bees"), true],
  ["a whole new title of the same authors", honey, mould, true],
  ["a corrected letter in a bare title", bare("k", "Atention"), bare("k", "Attention"), true],
  ["a longer bare title", bare("k", "Attention"), bare("k", "Attention in Bees"), true],
  ["other authors", honey, by("Hopper, Grace", honey), true],
  ["another year", honey, of(1999, honey), true],
  ["a new version of software", ...versions("1.0", "2.1"), true],
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

function versions(...numbers: [string, string]): [string, string] {
  const [first, second] = numbers.map(
    (version) => `@software{count, title={beecount}, author={Lovelace, Ada}, version={${version}}}`,
  );
  return [first ?? "", second ?? ""];
}

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
    ["a renamed file, with a new key and title", { "b.bib": entry("b", "The study of honey") }],
  ])("an entry that moved to %s", (_, seeds) => {
    const { ledger } = runSeeds({ "a.bib": honey });
    const [paper] = runSeeds(seeds, ledger).papers;
    expect([paper?.id, ...(paper?.aliases ?? [])]).toContain("a-study-of-honey");
  });

  it.each([
    [
      "is still there",
      { "a.bib": entry("wax", "On the melting of wax"), "b.bib": entry("b", "The study of honey") },
    ],
    [
      "was renamed, and whose year is another",
      { "b.bib": of(2019, entry("b", "The study of honey")) },
    ],
  ])("takes no entry of another key for one with a similar title of a file that %s", (_, seeds) => {
    const { ledger } = runSeeds({ "a.bib": honey });
    const names = runSeeds(seeds, ledger).papers.flatMap(({ id, aliases }) => [id, ...aliases]);
    expect(names.map(String)).not.toContain("a-study-of-honey");
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

  const bounds = yaml("Bounds on the number of bees in a hive");
  const kept = "bounds-on-the-number-of-bees-in-a";

  it.each([
    ["whose year was corrected", bounds.replace("2020", "2005"), [kept]],
    ["of which an author's name was corrected", bounds.replace("Lovelace", "Lovelance"), [kept]],
    ["of other authors", bounds.replace("Ada Lovelace", "Bo Cheng"), []],
    [
      "of other authors in another year",
      bounds.replace(/Ada.*\n.*\n/, "Bo Cheng]\n  published: 2005\n"),
      [],
    ],
  ])("keeps or does not keep the address of a paper under the same title %s", (_, after, names) => {
    const first = runSeeds({ list: bounds });
    expect(first.ids).toEqual([kept]);
    const [paper] = runSeeds({ list: after }, first.ledger).papers;
    expect([String(paper?.id), ...(paper?.aliases ?? [])].filter((name) => name === kept)).toEqual(
      names,
    );
  });

  it("does not take another paper for one of the same authors under a short title, years later", () => {
    const first = runSeeds({ list: yaml("Deep honey") });
    const [paper] = runSeeds(
      { list: yaml("Deep honey").replace("2020", "2031") },
      first.ledger,
    ).papers;
    expect(paper?.id).not.toBe("deep-honey");
  });

  it("has other papers of the same authors", () => {
    const first = runSeeds({ list: ris("A study of honey") });
    const second = runSeeds({ list: ris("Notes on the flight of bees") }, first.ledger);
    expect(second.papers).toMatchObject([{ aliases: [] }]);
  });
});
