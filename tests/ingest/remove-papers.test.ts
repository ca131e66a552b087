import { describe, expect, it } from "vitest";
import { readLedger } from "../../src/ingest/identity/read-ledger.ts";
import { removalsNamed } from "../../src/ingest/remove-papers.ts";
import { removedIn, runSeeds } from "../fixtures/run-seeds.ts";

const bib = (more = "") =>
  `@article{honey,\n title={A study of honey},\n author={Lovelace, Ada},\n year={2020}${more}\n}\n`;
const ids = ",\n eprint={2001.00001},\n doi={10.1000/Honey(1)}";

describe("the list of removed papers", () => {
  it.each([
    "2001.00001",
    "2001.00001v2",
    " 2001.00001 ",
    "arXiv:2001.00001",
    "https://arxiv.org/abs/2001.00001v3",
    "https://huggingface.co/papers/2001.00001",
    "10.1000/honey(1)",
    "doi:10.1000/Honey(1)",
    "https://doi.org/10.1000/Honey(1)",
    "/papers/2001.00001/",
    "papers/2001.00001",
    "https://reader.example/list/papers/2001.00001/index.html#abstract",
    "content/papers/2020/2001.00001.mdx",
  ])("takes %j", (name) => {
    const { papers, messages } = runSeeds({ "a.bib": bib(ids) }, "", removedIn(name));
    expect(papers).toEqual([]);
    expect(messages.map(({ rule }) => rule)).not.toContain("unused-removal");
  });

  it.each([
    "2001.0000",
    "honey",
    "A study of honey",
    "https://reader.example/",
    "https://reader.example/topics/2001.00001/",
    "10.1000/honey",
  ])("removes nothing by %j, and says so", (name) => {
    const { papers, messages } = runSeeds({ "a.bib": bib(ids) }, "", removedIn(name));
    expect(papers).toHaveLength(1);
    expect(messages.map(({ rule }) => rule)).toContain("unused-removal");
  });

  it.each(["a-study-of-honey", "https://reader.example/papers/a-study-of-honey/", "10.1000/old"])(
    "holds for the former name %j",
    (name) => {
      const first = runSeeds({ "a.bib": bib() });
      const second = runSeeds({ "a.bib": bib(",\n doi={10.1000/old}") }, first.ledger);
      const arxiv = bib(",\n eprint={2001.00001}");
      const { papers, messages } = runSeeds({ "a.bib": arxiv }, second.ledger, removedIn(name));
      expect(papers).toEqual([]);
      expect(messages.map(({ rule }) => rule)).not.toContain("unused-removal");
    },
  );

  it("is undone by any name of the paper", () => {
    const first = runSeeds({ "a.bib": bib() });
    const { ledger } = runSeeds({ "a.bib": bib(ids) }, first.ledger);
    const { removed } = removedIn("A-Study-of-Honey", "other-paper");
    const known = readLedger("content/addresses.jsonl", ledger).value;
    for (const name of ["a-study-of-honey", "2001.00001", "https://doi.org/10.1000/honey(1)"]) {
      expect(removalsNamed(name, removed, known)).toEqual([removed[0]]);
    }
    expect(removalsNamed("2001.00002", removed, known)).toEqual([]);
  });
});
