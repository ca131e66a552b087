import { describe, expect, it } from "vitest";
import { readSeed } from "../../src/ingest/read-seed.ts";
import { targetOf, whyNoTarget } from "../../src/workspace/add/target.ts";

const forms: readonly [string, string][] = [
  ["2510.01171", "2510.01171"],
  ["arXiv:2510.01171v2", "2510.01171"],
  ["hep-th/9901001", "hep-th/9901001"],
  ["https://arxiv.org/abs/2510.01171v1", "2510.01171"],
  ["https://arxiv.org/pdf/2510.01171v1.pdf", "2510.01171"],
  ["https://www.alphaxiv.org/abs/2510.01171", "2510.01171"],
  ["https://huggingface.co/papers/2510.01171", "2510.01171"],
  ["https://api.semanticscholar.org/arXiv:2510.01171", "2510.01171"],
  ["https://doi.org/10.48550/arXiv.2510.01171", "2510.01171"],
  ["10.1145/3292500.3330701", "10.1145/3292500.3330701"],
  ["doi:10.1145/3292500.3330701", "10.1145/3292500.3330701"],
  ["https://doi.org/10.1145/3292500.3330701", "10.1145/3292500.3330701"],
  ["https://doi-org.proxy.lib.edu/10.1145/3292500.3330701", "10.1145/3292500.3330701"],
  ["https://dl.acm.org/doi/10.1145/3292500.3330701", "10.1145/3292500.3330701"],
  ["https://dl.acm.org/doi/pdf/10.1145/3292500.3330701?download=true", "10.1145/3292500.3330701"],
  [
    "https://link.springer.com/chapter/10.1007/978-3-030-58452-8_13",
    "10.1007/978-3-030-58452-8_13",
  ],
  ["https://onlinelibrary.wiley.com/doi/abs/10.1002/rob.21918", "10.1002/rob.21918"],
  ["10.1007/978-3-030-58452-8\\_13", "10.1007/978-3-030-58452-8_13"],
  [
    "10.1002/(SICI)1521-3951(199911)216:1<5::AID-PSSB5>3.0.CO;2-F",
    "10.1002/(SICI)1521-3951(199911)216:1<5::AID-PSSB5>3.0.CO;2-F",
  ],
  ["https://doi.org/10.1007/JHEP02(2016)087", "10.1007/JHEP02(2016)087"],
  ["https://doi.org/10/gfz6dj", "10/gfz6dj"],
  ["10/gfz6dj", "10/gfz6dj"],
  ["https://aclanthology.org/2020.acl-main.1/", "10.18653/v1/2020.acl-main.1"],
  ["https://aclanthology.org/2020.acl-main.1.pdf", "10.18653/v1/2020.acl-main.1"],
  ["https://www.aclweb.org/anthology/P19-1001/", "10.18653/v1/P19-1001"],
  ["https://www.aclweb.org/anthology/papers/N/N19/N19-1423/", "10.18653/v1/N19-1423"],
  ["https://aclanthology.org/D14-1162", "10.3115/v1/D14-1162"],
];
const listed = (line: string) => {
  const seed = { path: "seeds/to-read.txt", bytes: new TextEncoder().encode(`${line}\n`) };
  return readSeed(seed, { seedYears: {} });
};

describe("a paper to add and a line of a list", () => {
  it.each(forms)("are read alike: %s", (word, id) => {
    const isArxiv = !id.startsWith("10");
    const target = isArxiv ? { kind: "arxiv", id } : { kind: "doi", doi: id };
    expect(targetOf(word, () => false)).toEqual(target);
    expect(listed(word).value.map(({ ids }) => ids)).toEqual([
      isArxiv ? { arxiv: id } : { doi: id },
    ]);
    expect(listed(`- ${word} and why`).value).toHaveLength(1);
  });

  it.each([
    ["https://openreview.net/group?id=ICLR.cc/2024", "openreview.net"],
    ["https://www.semanticscholar.org/author/1234567", "www.semanticscholar.org"],
    ["https://aclanthology.org/P02-1040/", "aclanthology.org"],
    ["https://aclanthology.org/2020.lrec-1.1/", "aclanthology.org"],
  ])("say what to give instead of %s", (word, host) => {
    expect(targetOf(word, () => false)).toBeUndefined();
    expect(whyNoTarget(word)).toMatch(new RegExp(`at ${host} shows`));
    expect(listed(word).messages).toMatchObject([
      { rule: "address-without-id", reason: expect.stringContaining(host) },
    ]);
  });

  const sha = "0123456789abcdef0123456789abcdef01234567";
  it.each([
    ["https://openreview.net/forum?id=abc-DEF_123", "openreview", "abc-DEF_123"],
    ["https://openreview.net/pdf?id=abcDEF123", "openreview", "abcDEF123"],
    ["https://openreview.net/forum?noteId=x1&id=abcDEF123#discussion", "openreview", "abcDEF123"],
    [`https://www.semanticscholar.org/paper/On-Bounds/${sha}`, "semantic-scholar", sha],
    [`https://www.semanticscholar.org/paper/${sha}?utm_source=x`, "semantic-scholar", sha],
    [`https://www.semanticscholar.org/reader/${sha}`, "semantic-scholar", sha],
    ["https://api.semanticscholar.org/CorpusID:3626819", "semantic-scholar", "CorpusID:3626819"],
  ])("are asked of the site: %s", (word, kind, id) => {
    expect(targetOf(word, () => false)).toEqual({ kind, id });
    expect(listed(word).messages).toMatchObject([
      { rule: "address-without-id", hint: expect.stringContaining("npm run add -- ADDRESS") },
    ]);
  });

  it.each([["bandits"], ["10/12"], ["10.1002/(SICI)1521-3951(199911)216:1"], ["missing.bib"]])(
    "are nothing else: %s",
    (word) => {
      expect(targetOf(word, () => false)).toBeUndefined();
      expect(whyNoTarget(word)).toContain("is not an arXiv id");
    },
  );
});

describe("an address of another site", () => {
  it("is not searched for an id", () => {
    expect(targetOf("https://example.org/2510.01171", () => false)).toBeUndefined();
  });
});

describe("a file to add", () => {
  it("is one that exists", () => {
    const exists = (path: string) => path === "refs.bib";
    expect(targetOf("refs.bib", exists)).toEqual({ kind: "file", path: "refs.bib" });
    expect(targetOf("missing.bib", exists)).toBeUndefined();
  });
});
