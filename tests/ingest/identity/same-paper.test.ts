import { describe, expect, it } from "vitest";
import { merge } from "../../fixtures/records.ts";
import {
  ada,
  arxiv,
  at,
  bare,
  bo,
  book,
  both,
  by,
  crystals,
  type Facts,
  journal,
  meeting,
  zones,
} from "./record-facts.ts";

describe("records that only their title joins", () => {
  it("are reported, with the place of both", () => {
    const { messages } = merge(
      { ...bare, ...at(1), title: crystals },
      { ...bare, ...at(9), ...ada, title: crystals },
    );
    expect(messages.filter(({ rule }) => rule === "merged-by-title")).toMatchObject([
      {
        severity: "info",
        place: { file: "seeds/refs.bib", line: 9 },
        reason: expect.stringContaining("the record in seeds/refs.bib:1"),
      },
    ]);
  });

  it("are not reported if their authors join them, too", () => {
    const { messages } = merge(
      { ...bare, ...at(1), ...ada, title: crystals },
      { ...bare, ...at(9), ...ada, title: crystals },
    );
    expect(messages).toEqual([]);
  });
});

describe("an id that several papers have", () => {
  it("is taken from all that it does not fit, with a warning that names both", () => {
    const { value, messages } = merge(
      { ...bare, ...at(1), ...arxiv, ...ada, title: crystals, publishedIn: "2004" },
      { ...bare, ...at(9), ...arxiv, ...bo, title: zones, publishedIn: "1991" },
    );
    expect(value.map(({ ids }) => ids)).toEqual([{}, {}]);
    expect(messages.filter(({ rule }) => rule === "stray-id")).toMatchObject([
      { severity: "warning", place: { file: "seeds/refs.bib", line: 9 } },
    ]);
    const said = messages.map(({ reason }) => reason).join(" ");
    for (const words of [crystals, zones, "seeds/refs.bib:1", "the same arXiv id, 1011.1669"]) {
      expect(said).toContain(words);
    }
  });

  it("stays with the record whose year it fits", () => {
    const { value } = merge(
      { ...bare, ...at(1), ...arxiv, ...ada, title: crystals, publishedIn: "2011" },
      { ...bare, ...at(9), ...arxiv, ...bo, title: zones, publishedIn: "1991" },
    );
    expect(value.map(({ titleText, ids }) => [titleText, ids.arxiv])).toEqual([
      [crystals, "1011.1669"],
      [zones, undefined],
    ]);
  });

  const in2011 = { ...bare, ...arxiv, publishedIn: "2011" };
  const gels = { ...in2011, ...ada, title: crystals };
  const strayed = { ...in2011, ...bo, title: zones };
  const inDoi = { ...gels, ids: { doi: "10.5000/3457" } };

  it.each([
    ["two records have against one", [gels, gels, strayed], "1011.1669"],
    [
      "two records have, one of them undated",
      [gels, { ...bare, ...arxiv, ...ada, title: crystals }, strayed],
      "1011.1669",
    ],
    [
      "one paper has in arXiv's own DOI",
      [{ ...gels, ids: { ...arxiv.ids, doi: "10.48550/arXiv.1011.1669" } }, strayed],
      "1011.1669",
    ],
    ["each of two has once", [gels, strayed], undefined],
    [
      "two of four have",
      [gels, gels, strayed, { ...strayed, ...by("Di Evans"), title: "Mould on wax in cellars" }],
      undefined,
    ],
  ])("stays with the paper that it fits: an arXiv id that %s", (_, records, id) => {
    const { value } = merge(...records.map((facts, line) => ({ ...facts, ...at(line + 1) })));
    const found = value.find(({ titleText }) => titleText === crystals);
    expect(found?.ids.arxiv).toBe(id);
    expect(value.filter(({ ids }) => ids.arxiv)).toHaveLength(id ? 1 : 0);
  });

  it("stays with the first publication if it is on two of one paper", () => {
    const first = { ...gels, ids: { ...arxiv.ids, doi: "10.5000/z" } };
    const second = { ...gels, ids: { ...arxiv.ids, doi: "10.5000/a" }, publishedIn: "2013" };
    const { value } = merge({ ...second, ...at(1) }, { ...first, ...at(2) });
    expect(value.map(({ ids }) => ids)).toEqual([
      { doi: "10.5000/a" },
      { arxiv: "1011.1669", doi: "10.5000/z" },
    ]);
  });

  it.each([
    [
      "two records have against one",
      [inDoi, inDoi, { ...inDoi, ...bo, title: zones }],
      "10.5000/3457",
    ],
    [
      "chapters have",
      [book("Gels"), book("Gels"), { ...book("Gels"), ...bo, title: zones }].map((facts) => ({
        ...inDoi,
        ...facts,
      })),
      undefined,
    ],
  ])("stays with the paper that it fits: a DOI that %s", (_, records, id) => {
    const { value } = merge(...records.map((facts, line) => ({ ...facts, ...at(line + 1) })));
    expect(value.flatMap(({ ids }) => ids.doi ?? [])).toEqual(id ? [id] : []);
  });
});

describe("records that are joined one after the other", () => {
  const part = (number: string, line: number): Facts => ({
    ...bare,
    ...at(line),
    ...ada,
    title: `${crystals}: Part ${number}`,
  });

  it("never join two that must stay apart", () => {
    const { value } = merge(
      { ...part("I", 1), ids: { doi: "10.5000/1" } },
      { ...part("I", 5) },
      { ...part("II", 9), ids: { doi: "10.5000/2" } },
      { ...part("I", 13), ids: { doi: "10.5000/3" } },
    );
    expect(value.map(({ sources }) => sources.length).toSorted()).toEqual([1, 1, 2]);
  });

  it("are joined through a preprint only if they do not contradict each other", () => {
    const versions = [
      { ...bare, ...at(1), ...both, ...arxiv, title: "Deep bandits", publishedIn: "2017" },
      {
        ...bare,
        ...at(5),
        ...both,
        ...meeting("ICML"),
        title: "Deep bandits",
        publishedIn: "2017",
      },
      {
        ...bare,
        ...at(9),
        ...both,
        ...journal("4-9", "42"),
        title: "Deep bandits",
        publishedIn: "2020",
      },
    ];
    for (const order of [versions, versions.toReversed()]) {
      expect(merge(...order).value.map(({ sources }) => sources.length)).toEqual([2, 1]);
    }
  });
});
