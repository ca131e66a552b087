import { describe, expect, it } from "vitest";
import { paperActions, titleSearches } from "../../src/archive/paper-actions.ts";

type Facts = Partial<Parameters<typeof paperActions>[0]>;
const actionsOf = (facts: Facts, abstract?: string) =>
  paperActions({ ids: {}, links: [], sources: [], ...facts }, abstract);
const inRow = (facts: Facts) => actionsOf(facts).actions.map(({ kind, url }) => `${kind} ${url}`);
const other = (url: string) => ({ kind: "other" as const, url });
const listed = [{ format: "daily-papers-api", file: "seeds/a.json", line: 1 }];

describe("the actions of a paper", () => {
  it("has arXiv's pages by the id, and Hugging Face's of a paper that Daily Papers listed", () => {
    const ids = { arxiv: "2510.01171" };
    const onArxiv = [
      "pdf https://arxiv.org/pdf/2510.01171",
      "arxiv https://arxiv.org/abs/2510.01171",
    ];
    const sources = [{ format: "bibtex", file: "seeds/a.bib", line: 1 }];
    expect(inRow({ ids, sources })).toEqual(onArxiv);
    expect(inRow({ ids, sources: listed })).toEqual([
      ...onArxiv,
      "huggingface https://huggingface.co/papers/2510.01171",
    ]);
  });

  it.each([
    ["10.18653/v1/2020.acl-main.1", "2020.acl-main.1"],
    ["10.18653/V1/2023.Findings-EMNLP.12", "2023.findings-emnlp.12"],
    ["10.3115/v1/p14-1001", "P14-1001"],
  ])("has the ACL Anthology's pages by the DOI %s", (doi, id) => {
    expect(inRow({ ids: { doi } })).toEqual([
      `pdf https://aclanthology.org/${id}.pdf`,
      `doi https://doi.org/${doi}`,
      `acl https://aclanthology.org/${id}/`,
    ]);
  });

  it("makes no address of the ACL Anthology of other DOIs", () => {
    const doi = "10.3115/1073083.1073135";
    expect(inRow({ ids: { doi } })).toEqual([`doi https://doi.org/${doi}`]);
  });

  it.each([
    [
      "https://openreview.net/forum?id=a_-B1",
      [
        "pdf https://openreview.net/pdf?id=a_-B1",
        "openreview https://openreview.net/forum?id=a_-B1",
      ],
    ],
    [
      "https://www.aclweb.org/anthology/P19-1001/",
      ["pdf https://aclanthology.org/P19-1001.pdf", "acl https://aclanthology.org/P19-1001/"],
    ],
    ["https://example.org/talks/paper.PDF", ["pdf https://example.org/talks/paper.PDF"]],
    [
      "https://huggingface.co/papers/2510.01171",
      ["huggingface https://huggingface.co/papers/2510.01171"],
    ],
    ["https://openreview.net/group?id=ICLR.cc", []],
    ["https://example.org/", []],
  ])("knows what %s leads to", (url, expected) => {
    expect(inRow({ links: [other(url)] })).toEqual(expected);
    expect(actionsOf({ links: [other(url)] }).others).toEqual(
      expected.length === 0 ? [other(url)] : [],
    );
  });

  it("does not take another paper that the abstract names for this one", () => {
    const url = "https://openreview.net/forum?id=abc";
    const { actions, others } = actionsOf(
      { links: [other(url)] },
      "It builds on openreview.net/forum?id=abc.",
    );
    expect(actions).toEqual([]);
    expect(others).toEqual([other(url)]);
  });

  it("has one link of a kind; the others stay links, and none is in both", () => {
    const links = ["https://github.com/a/b", "https://github.com/c/d"].map((url) => ({
      kind: "code" as const,
      url,
    }));
    const { actions, others } = actionsOf({ links });
    expect(actions).toEqual([links[0]]);
    expect(others).toEqual([links[1]]);
  });

  it("links to no address of another scheme", () => {
    const links = ["javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "/x"].map(
      other,
    );
    expect(actionsOf({ links })).toEqual({ actions: [], others: [], leadsToPaper: false });
  });

  it("knows whether one of them leads to the paper itself", () => {
    const code = { kind: "code" as const, url: "https://github.com/a/b" };
    expect(actionsOf({ links: [code] }).leadsToPaper).toBe(false);
    expect(actionsOf({ links: [code], ids: { doi: "10.1000/1" } }).leadsToPaper).toBe(true);
  });
});

describe("searches by title", () => {
  it("have the title in the query, on four sites", () => {
    expect(titleSearches("Q&A: 100% “sure”?\n#1")).toEqual(
      [
        ["arXiv", "https://arxiv.org/search/?searchtype=title&query="],
        ["Google Scholar", "https://scholar.google.com/scholar?q="],
        ["Semantic Scholar", "https://www.semanticscholar.org/search?q="],
        ["Hugging Face", "https://huggingface.co/papers?q="],
      ].map(([site, address]) => ({
        site,
        url: `${address}Q%26A%3A%20100%25%20%E2%80%9Csure%E2%80%9D%3F%20%231`,
      })),
    );
  });

  it("have the first words of a title that is too long for an address", () => {
    const [first] = titleSearches("bees ".repeat(100));
    const query = new URL(first?.url ?? "").searchParams.get("query") ?? "";
    expect(query).toMatch(/^bees( bees)+$/);
    expect(query.length).toBeLessThanOrEqual(250);
    const [whole] = titleSearches("🐝".repeat(400));
    expect(() => new URL(whole?.url ?? "")).not.toThrow();
  });
});
