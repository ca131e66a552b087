import { describe, expect, it } from "vitest";
import { readSeed } from "../../../src/ingest/read-seed.ts";
import {
  type IdFields,
  idMessages,
  referenceIds,
} from "../../../src/ingest/readers/reference-ids.ts";
import { papersOf } from "../../fixtures/read.ts";

const title = "On Bounds";
const idsOf = (fields: Omit<IdFields, "title">) => {
  const { arxiv, doi } = referenceIds({ title, ...fields });
  return { ...(arxiv && { arxiv: arxiv.id }), ...(doi === undefined ? {} : { doi }) };
};
const bibtex = (fields: string) => {
  const text = `@article{key, title={On Bounds}, ${fields}}\n`;
  const seed = { path: "seeds/a.bib", bytes: new TextEncoder().encode(text) };
  const { value, messages } = readSeed(seed, { seedYears: {} });
  return { ids: value[0]?.ids, links: value[0]?.links, messages };
};

describe("the ids of a reference", () => {
  it.each([
    [{ venue: { name: "ArXiv", volume: "abs/1706.00001" } }, { arxiv: "1706.00001" }],
    [{ venue: { name: "arXiv", number: "1706.00001" } }, { arxiv: "1706.00001" }],
    [{ venue: { name: "arXiv e-prints", pages: "arXiv:1706.00001" } }, { arxiv: "1706.00001" }],
    [{ venue: { name: "CoRR", volume: "cs.CL/0309136" } }, { arxiv: "cs/0309136" }],
    [{ venue: { name: "arXiv preprint arXiv:1706.00006" } }, { arxiv: "1706.00006" }],
    [{ venue: { name: "Nature", number: "1706.00001" } }, {}],
    [{ doi: "10.48550/arXiv.1706.00001" }, { arxiv: "1706.00001" }],
    [{ urls: ["https://doi.org/10.48550/arXiv.1706.00001"] }, { arxiv: "1706.00001" }],
    [
      { doi: "10.1000/a", urls: ["https://arxiv.org/abs/1706.00001"] },
      { arxiv: "1706.00001", doi: "10.1000/a" },
    ],
    [
      { urls: ["https://link.springer.com/chapter/10.1007/978-3-030-58452-8_13"] },
      { doi: "10.1007/978-3-030-58452-8_13" },
    ],
    [
      { urls: ["https://dl.acm.org/doi/10.1000/b", "https://doi.org/10.1000/a"] },
      { doi: "10.1000/a" },
    ],
    [{ eprint: "https://www.tandfonline.com/doi/pdf/10.1080/0001" }, { doi: "10.1080/0001" }],
    [{ remarks: ["doi:10.1000/a"] }, { doi: "10.1000/a" }],
    [{ remarks: ["Erratum: doi:10.1000/a"] }, {}],
    [{ venue: { number: "10/suppl" }, remarks: ["10/suppl"] }, {}],
    [{ doi: "10/abc", urls: ["https://doi.org/10.1000/a"] }, { doi: "10.1000/a" }],
    [{ doi: "10/abc" }, { doi: "10/abc" }],
    [{ doi: "10.1002/(SICI)1521-3951(199911)216:1" }, {}],
  ])("are found in %o", (fields, ids) => {
    expect(idsOf(fields)).toEqual(ids);
  });

  it.each([
    [{ doi: "10.1007/978-3-030-58452-8 13" }, "it has a space in it"],
    [{ doi: "10.1002/(SICI)1521-3951(199911)216:1" }, "its end is missing"],
    [{ eprint: "1706.0001", eprintType: "arXiv" }, "it has neither form of arXiv's ids"],
    [{ eprint: "0309136", eprintType: "arXiv" }, "it has neither form of arXiv's ids"],
  ])("are reported where %o has only a part of one", (fields, why) => {
    const messages = idMessages({ title, ...fields }, { file: "seeds/a.bib", line: 3 });
    expect(messages).toMatchObject([
      {
        rule: "unreadable-id",
        place: { file: "seeds/a.bib", line: 3 },
        reason: expect.stringContaining(why),
      },
    ]);
  });

  it.each([
    [{ doi: "10.1000/a" }],
    [{ doi: "arXiv:1706.00001" }],
    [{ doi: "" }],
    [{ eprint: "hal-01234567", eprintType: "hal" }],
    [{ eprint: "hal-01234567" }],
  ])("are not reported in %o", (fields) => {
    expect(idMessages({ title, ...fields }, { file: "a.bib" })).toEqual([]);
  });
});

describe("ids in BibTeX", () => {
  it.each([
    ["doi={10.1007/978-3-030-58452-8\\_13}", { doi: "10.1007/978-3-030-58452-8_13" }],
    [
      "url={https://doi.org/10.1007/978-3-030-58452-8{\\_}13}",
      { doi: "10.1007/978-3-030-58452-8_13" },
    ],
    [
      "doi={10.1002/(SICI)1521-3951(199911)216:1{\\textless}5::AID-PSSB5{\\textgreater}3.0.CO;2-F}",
      { doi: "10.1002/(SICI)1521-3951(199911)216:1<5::AID-PSSB5>3.0.CO;2-F" },
    ],
    ["journal={ArXiv}, volume={abs/1706.00001}", { arxiv: "1706.00001" }],
    ["eprint={0309136}, archivePrefix={arXiv}, primaryClass={math}", { arxiv: "math/0309136" }],
    ["eprint={0309136}, archivePrefix={hep-ph}", { arxiv: "hep-ph/0309136" }],
    ["booktitle={arXiv preprint arXiv:1706.00006}", { arxiv: "1706.00006" }],
    ["arxiv={https://arxiv.org/abs/1706.00004v2}", { arxiv: "1706.00004" }],
    ["howpublished={\\url{http://arxiv.org/abs/1706.00008}}", { arxiv: "1706.00008" }],
    ["eprint={1706.00009}, eprinttype={pubmed}", {}],
  ])("%s", (fields, ids) => {
    const read = bibtex(fields);
    expect(read.ids).toEqual(ids);
    expect(read.messages).toEqual([]);
  });

  it("keep an address of another id as a link", () => {
    const { ids, links } = bibtex("doi={10.1000/a}, url={https://doi.org/10.5281/zenodo.1}");
    expect(ids).toEqual({ doi: "10.1000/a" });
    expect(links).toEqual([{ kind: "data", url: "https://doi.org/10.5281/zenodo.1" }]);
  });

  it("may be in the number of a report in RIS", () => {
    const text = "TY  - RPRT\nTI  - On Bounds\nSN  - arXiv:1706.00010\nPB  - arXiv\nER  - \n";
    const [paper] = papersOf(text);
    expect([paper?.ids, paper?.reference]).toEqual([{ arxiv: "1706.00010" }, { type: "report" }]);
  });

  it("are told apart from what is left of one", () => {
    expect(bibtex("doi={10.1007/978-3-030-58452-8 13}").messages).toMatchObject([
      { rule: "unreadable-id", severity: "warning" },
    ]);
  });
});
