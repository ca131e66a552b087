import { cp, readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLedger } from "../../src/ingest/identity/read-ledger.ts";
import { site } from "../../src/schemas/site.ts";
import { addPapers } from "../../src/workspace/add/add-papers.ts";
import { addRemoved } from "../../src/workspace/edit-removed.ts";
import { sourcesOf } from "../../src/workspace/network/sources.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { git } from "../fixtures/git.ts";
import { engine, removeWorkspaces, workspaceWith, writeIn } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

/** The entries of a file; each has an author of its own. */
class Library {
  entries = new Map<string, Record<string, string>>();

  add(author: string, title: string, more: Record<string, string> = {}) {
    const year = `${1950 + 3 * this.entries.size}`;
    this.entries.set(author, { key: author.toLowerCase(), title, year, ...more });
    return this;
  }

  edit(author: string, more: Record<string, string>) {
    this.entries.set(author, { ...this.entries.get(author), ...more });
  }

  drop(author: string): [string, Record<string, string>] {
    const entry = this.entries.get(author) ?? {};
    this.entries.delete(author);
    return [author, entry];
  }

  get text(): string {
    return [...this.entries]
      .map(([author, { key, ...fields }]) => {
        const lines = Object.entries(fields).map(([name, value]) => `,\n  ${name} = {${value}}`);
        return `@article{${key},\n  author = {${author}, Ada}${lines.join("")}\n}\n`;
      })
      .join("\n");
  }
}

/** The paper of each address that an archive ever had, by its author. */
type Owners = Map<string, string>;

/** Updates an archive. No address changes its paper, and none is lost. */
async function publish(root: string, what: string, owners: Owners): Promise<Map<string, string[]>> {
  const report = await runIngest(root);
  expect([what, report.messages.filter(({ severity }) => severity !== "info")]).toEqual([what, []]);
  const names = new Map(
    report.list.map(({ id, aliases, authors }) => [
      authors[0]?.name.replace("Ada ", "") ?? "",
      [id, ...aliases].map(String),
    ]),
  );
  for (const [author, own] of names) {
    for (const name of own) {
      expect([what, name, owners.get(name) ?? author]).toEqual([what, name, author]);
      owners.set(name, author);
    }
  }
  const ledger = await readFile(join(root, "content/addresses.jsonl"), "utf8");
  const { byAddress } = readLedger("content/addresses.jsonl", ledger).value;
  for (const [name, author] of owners) {
    expect([what, name, byAddress.has(name)]).toEqual([what, name, true]);
    const own = names.get(author);
    if (own) expect([what, own]).toEqual([what, expect.arrayContaining([name])]);
  }
  return names;
}

function commit(root: string, what: string): void {
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--allow-empty", "--message", what);
}

/** Copies a file into the archive as `npm run add` does. */
async function add(root: string, name: string, text: string): Promise<void> {
  const path = join(root, ".cache", name);
  await writeIn(root, `.cache/${name}`, text);
  const target = { asked: path, target: { kind: "file" as const, path } };
  const context = {
    workspace: workspaceAt(root),
    sources: sourcesOf(site.parse({}), {}),
    isKnown: () => false,
  };
  for await (const { failures } of addPapers([target], context)) expect(failures).toEqual([]);
}

const library = new Library()
  .add("Abel", "A study of honey")
  .add("Bohr", "A study of wax")
  .add("Cantor", "A study of bees", { eprint: "2001.00003" })
  .add("Dirac", "Hive dynamics")
  .add("Euler", "Comb geometry")
  .add("Fermat", "Queens and drones")
  .add("Gauss", "The least squares of a swarm", { doi: "10.1000/gauss" });
const shelf = new Library().add("Hilbert", "Problems of beekeeping").add("Ito", "Random foraging");
const note = (words: string) => `---\nstatus: read\n---\n\n${words}\n`;

let root = "";
let shelfFile = "seeds/shelf.bib";
const owners: Owners = new Map();

/** What happens in a year: a name, and the change. */
const year: [string, () => Promise<void> | void][] = [
  [
    "the first papers, with notes on two of them",
    async () => {
      await writeIn(root, "content/notes/a-study-of-wax.mdx", note("Warm."));
      await writeIn(root, "content/notes/problems-of-beekeeping.mdx", note("Hard."));
    },
  ],
  ["an arXiv id is added, with a version", () => library.edit("Abel", { eprint: "2001.00001v2" })],
  ["the arXiv version is a newer one", () => library.edit("Abel", { eprint: "2001.00001v3" })],
  ["a DOI is added", () => library.edit("Bohr", { doi: "10.1000/wax" })],
  ["a title is corrected", () => library.edit("Dirac", { title: "The dynamics of hives" })],
  ["a key changes", () => library.edit("Euler", { key: "euler1762" })],
  [
    "an entry moves to the other file",
    () => {
      const [author, entry] = library.drop("Fermat");
      shelf.edit(author, entry);
    },
  ],
  [
    "a file is renamed",
    async () => {
      await unlink(join(root, shelfFile));
      shelfFile = "seeds/zotero/library.bib";
    },
  ],
  ["an entry is deleted", () => void library.drop("Gauss")],
  [
    "and comes back with another DOI",
    () => {
      library.edit("Gauss", { key: "gauss", title: "The least squares of a swarm", year: "1968" });
      library.edit("Gauss", { doi: "10.1000/gauss.2" });
    },
  ],
  [
    "a paper is removed",
    () => addRemoved(workspaceAt(root), [{ id: "problems-of-beekeeping", title: "Problems" }]),
  ],
  ["the removed paper gets a DOI", () => shelf.edit("Hilbert", { doi: "10.1000/hilbert" })],
  [
    "a note is written under a former id, with a correction of topics",
    async () => {
      const corrected = "---\ncorrections:\n  topics: [beekeeping]\n---\n\nSweet.\n";
      await writeIn(root, "content/notes/a-study-of-honey.mdx", corrected);
      await writeIn(
        root,
        "content/topics.yaml",
        "topics:\n  - id: beekeeping\n    name: Bees\n    strong: [apiary]\n",
      );
    },
  ],
  [
    "the arXiv id gives way to a DOI",
    () => library.edit("Cantor", { eprint: "", doi: "10.1000/bees" }),
  ],
  [
    "a newcomer has the title of an older paper",
    async () => {
      const newcomer = new Library().add("Jacobi", "A study of: wax!").text;
      await writeIn(root, "seeds/a.bib", newcomer);
    },
  ],
  [
    "a file is replaced by another with some of its keys",
    () => {
      const hilbert = shelf.drop("Hilbert");
      const [, ito] = shelf.drop("Ito");
      shelf.drop("Fermat");
      shelf.edit("Klein", { ...ito, title: "Bottles without an inside", year: "1882" });
      shelf.edit(...hilbert);
    },
  ],
];

beforeAll(async () => {
  const own = await workspaceWith({});
  root = join(own, "origin");
  for (const path of [".gitattributes", ".gitignore", "seeds/README.md"]) {
    await cp(join(engine, path), join(root, path), { recursive: true });
  }
  git(root, "init", "--quiet", "--initial-branch=main");
});

// One after the other: a year goes on from what was before.
describe("a year of an archive", () => {
  it.each(year)("%s", async (what, change) => {
    await change();
    await writeIn(root, "seeds/refs.bib", library.text);
    await writeIn(root, shelfFile, shelf.text);
    await publish(root, what, owners);
  });

  it("ends with every paper, note and removal in its place", async () => {
    const { list, updated, created } = await runIngest(root, { dryRun: true });
    expect([created, updated]).toEqual([0, 0]);
    const notes = list.flatMap(({ id, note }) => (note ? [[String(id), String(note.id)]] : []));
    expect(notes).toEqual([
      ["10.1000-wax", "a-study-of-wax"],
      ["2001.00001", "a-study-of-honey"],
    ]);
    const topics = list.find(({ id }) => id === "2001.00001")?.topics.map(({ id }) => String(id));
    expect(topics).toEqual(["beekeeping"]);
    expect(list.map(({ titleText }) => titleText)).not.toContain("Problems of beekeeping");
    expect(new Set(owners.values()).size).toBe(11);
  });

  it("merges two clones that remove, add and update, without a conflict", async () => {
    commit(root, "a year");
    const clones = ["one", "two"].map((name) => join(root, "..", name));
    const [one = "", two = ""] = clones;
    for (const clone of clones) git(root, "clone", "--quiet", root, clone);
    const inOne = new Map(owners);
    await addRemoved(workspaceAt(one), [{ id: "comb-geometry", title: "Comb geometry" }]);
    await add(one, "mine.bib", new Library().add("Lagrange", "Points of rest").text);
    await add(one, "both.bib", new Library().add("Noether", "Conserved honey").text);
    library.edit("Dirac", { doi: "10.1000/dirac" });
    await writeIn(one, "seeds/refs.bib", library.text);
    await publish(one, "one's", inOne);
    commit(one, "one's");
    const inTwo = new Map(owners);
    await addRemoved(workspaceAt(two), [{ id: "10.1000-bees", title: "Bees" }]);
    await addRemoved(workspaceAt(two), [{ id: "the-dynamics-of-hives", title: "Hives" }]);
    await add(two, "yours.bib", new Library().add("Markov", "Chains of bees").text);
    await add(two, "both.bib", new Library().add("Noether", "Conserved honey").text);
    await publish(two, "two's", inTwo);
    commit(two, "two's");
    git(one, "pull", "--quiet", "--no-rebase", "--no-edit", two, "main");
    expect(git(one, "status", "--porcelain")).toBe("");
    const all = new Map([...inOne, ...inTwo]);
    const names = await publish(one, "both", all);
    expect([...names.keys()].sort()).toEqual([
      "Abel",
      "Bohr",
      "Gauss",
      "Jacobi",
      "Klein",
      "Lagrange",
      "Markov",
      "Noether",
    ]);
    commit(one, "both");
    // The other way around gives the same.
    git(two, "pull", "--quiet", "--no-rebase", "--no-edit", one, "main");
    expect(await publish(two, "both, again", all)).toEqual(names);
    expect(git(two, "status", "--porcelain")).toBe("");
  });
});
