import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortIdHash } from "../../../src/archive/id-hash.ts";
import { latestPapers } from "../../../src/archive/latest.ts";
import { cardFiles } from "../../../src/archive/make-paper-cards.ts";
import {
  cardFile,
  cardFileCount,
  cardFileOf,
  citationOfCard,
} from "../../../src/archive/paper-cards.ts";
import { readListFile, writeListFile } from "../../../src/client/library/list-file.ts";
import {
  hashOfCode,
  isMeantBy,
  listFragment,
  nameOfCode,
  readListFragment,
} from "../../../src/client/library/share-link.ts";
import {
  lookAt,
  newsOf,
  readVisits,
  visitAt,
  writeVisits,
} from "../../../src/client/library/visits.ts";
import { entry } from "../../fixtures/papers.ts";

const now = "2026-11-24T10:00:00.000Z";
const id = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,99}$/);
const long = "verbalized-sampling-how-to-mitigate-mode-collapse-and";

describe("a shared list's address", () => {
  it("names every paper again, in its order, in characters that no program changes", () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 40 }), (ids) => {
        const fragment = listFragment(ids);
        expect(fragment).toMatch(/^[\w.~,-]*$/);
        const { codes, unread } = readListFragment(`#${fragment}`);
        expect(unread).toEqual([]);
        expect(codes.length).toBe(ids.length);
        ids.forEach((one, index) => {
          const code = codes[index];
          expect(code && isMeantBy(code, one)).toBe(true);
          expect(code && hashOfCode(code)).toBe(shortIdHash(one));
        });
      }),
    );
  });

  // The addresses that people sent stay good: these bytes must never change.
  it("is short, and always the same", () => {
    expect(listFragment(["2510.01171", "ai-agent-behavioral-science", long])).toMatchInlineSnapshot(
      `"2510.01171,ai-agent-be~66se6,verbalized-~97nks"`,
    );
  });

  it("leaves no paper for another that begins alike", () => {
    const [code] = readListFragment(listFragment([long])).codes;
    expect(code && isMeantBy(code, `${long}-2`)).toBe(false);
    expect(code && nameOfCode(code)).toBe("verbalized-…");
  });

  it("gives back what is no code, and never throws", () => {
    expect(readListFragment("#2510.01171,%20<b>,2510.01171,,%E0%A4%A")).toEqual({
      codes: [{ id: "2510.01171" }],
      unread: ["%20<b>", "%E0%A4%A"],
    });
    // What stands behind an address in a text is no part of it.
    expect(readListFragment("#2510.01171,a-paper).").codes).toEqual([
      { id: "2510.01171" },
      { id: "a-paper" },
    ]);
    expect(readListFragment("#2510.01171%2C a")).toEqual({
      codes: [{ id: "2510.01171" }, { id: "a" }],
      unread: [],
    });
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readListFragment(text)));
  });
});

describe("a file of lists", () => {
  const papers = new Map([
    ["b", { title: "B", read: now }],
    ["a", { title: "A", saved: now, note: { text: "“mine”\n<b>", written: now } }],
  ]);

  it("gives back what was exported, whatever the order", () => {
    const text = writeListFile(papers, now);
    expect(readListFile(text)).toEqual({ papers, refused: [] });
    expect(readListFile(`\uFEFF${text}`)).toEqual({ papers, refused: [] });
    expect(writeListFile(new Map([...papers].reverse()), now)).toBe(text);
  });

  it.each([
    ["", "The file is not JSON"],
    ["{", "The file is not JSON"],
    ['[{"title":"x"}]', "no list from this kind of site"],
    ['{"format":"offprint-lists"}', "no list from this kind of site"],
    ['{"format":"offprint-lists","version":9,"papers":[]}', "of version 9"],
  ])("that is none is explained: %s", (text, fault) => {
    expect(readListFile(text)).toMatchObject({ fault: expect.stringContaining(fault) });
  });

  it("with some bad papers gives the good ones, and names the others", () => {
    const text = JSON.stringify({
      format: "offprint-lists",
      version: 1,
      papers: [
        { id: "a", title: "A", saved: now },
        { id: "../b", title: "B", saved: now },
        { id: "c", title: "C", saved: "soon" },
        7,
        { id: "a", title: "A", note: { text: "mine", written: now } },
      ],
    });
    expect(readListFile(text)).toEqual({
      papers: new Map([["a", { title: "A", saved: now, note: { text: "mine", written: now } }]]),
      refused: [
        { place: "Paper 2 (../b)", reason: "it has no id such as 2510.01171" },
        { place: "Paper 3 (c)", reason: "“saved” is not a time" },
        { place: "Paper 4", reason: "it has no id such as 2510.01171" },
      ],
    });
  });
});

describe("what is new", () => {
  const at = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();
  const day = 24 * 60;
  const papers = (...days: string[]) =>
    days.map((one, index) => ({ id: `paper-${one}-${index}`, title: "T", day: one }));
  const old = papers("2026-11-24", "2026-11-20");
  const fresh = [...papers("2026-11-26"), ...old];

  it("is not known on a first visit, however many pages it has", () => {
    const visits = visitAt(visitAt(undefined, at(0)), at(20));
    expect(newsOf(visits, old)).toEqual({ kind: "first visit" });
  });

  it("goes by days for someone who never looked", () => {
    const visits = visitAt(visitAt(undefined, at(0)), at(2 * day));
    expect(newsOf(visits, fresh)).toEqual({
      kind: "since last visit",
      since: at(0),
      papers: fresh.slice(0, 2),
    });
  });

  it("is exactly what was not there at the last look, of whatever day, for the whole visit", () => {
    const looked = lookAt(visitAt(undefined, at(0)), old);
    const later = visitAt(visitAt(looked, at(day)), at(2 * day));
    const latest = [...fresh, { id: "an-old-one", title: "T", day: "2019-01-01" }];
    const expected = {
      kind: "since last look",
      since: at(0),
      papers: [latest[0], latest[3]],
    };
    expect(newsOf(later, latest)).toEqual(expected);
    const again = visitAt(lookAt(later, latest), at(2 * day + 5));
    expect(newsOf(again, latest)).toEqual(expected);
    expect(newsOf(visitAt(again, at(3 * day)), latest)).toMatchObject({ papers: [] });
  });

  it("is no paper that was there under another id", () => {
    const looked = lookAt(visitAt(undefined, at(0)), old);
    const [first, ...rest] = old;
    const renamed = { id: "2511.00001", title: "T", day: "2026-11-24", aliases: [first?.id ?? ""] };
    const news = newsOf(visitAt(looked, at(day)), [renamed, ...rest]);
    expect(news).toEqual({ kind: "since last look", since: at(0), papers: [] });
  });

  it("says so when the clock went back", () => {
    const visits = visitAt(visitAt(undefined, at(0)), at(-3 * day));
    expect(newsOf(visits, old)).toEqual({ kind: "clock went back", since: at(0) });
    const looked = visitAt(lookAt(visitAt(undefined, at(0)), old), at(-3 * day));
    expect(newsOf(looked, fresh)).toMatchObject({ papers: fresh.slice(0, 1) });
  });

  it("is kept as text that reads back, and anything else is a first visit", () => {
    const visits = visitAt(lookAt(visitAt(undefined, at(0)), old), at(day));
    expect(readVisits(writeVisits(visits))).toEqual(visits);
    for (const text of [undefined, "", "{", "[]", '{"last":{"at":"x"}}', '{"last":{"at":1}}']) {
      expect(readVisits(text)).toBeUndefined();
    }
  });
});

describe("the files of cards", () => {
  const archive = Array.from({ length: 700 }, (_, index) =>
    entry({ id: `paper-${index}`, titleText: `Paper ${index}` }),
  );

  it("are few, and each paper and former id is found by its hash", () => {
    const [first, ...rest] = archive;
    const moved = {
      ...entry({ id: "2510.01171", titleText: "Moved" }),
      aliases: [first?.id ?? ""],
    };
    const files = cardFiles([entry(moved), ...rest]);
    expect(files.length).toBe(4);
    const fileOf = (one: string) => files[cardFileOf(shortIdHash(one), files.length)];
    for (const { id: one } of rest) {
      expect(fileOf(one)?.papers.some((card) => card.id === one)).toBe(true);
    }
    expect(fileOf("paper-0")?.aliases).toMatchObject({ "paper-0": "2510.01171" });
    expect(Math.max(...files.map(({ papers }) => papers.length))).toBeLessThan(256);
    expect(files.map((file) => cardFile.parse(file))).toEqual(files);
  });

  it("grow in number slowly", () => {
    expect([0, 1, 256, 257, 10_000, 100_000].map(cardFileCount)).toEqual([1, 1, 1, 2, 64, 512]);
  });

  it("cite a paper as its page does", () => {
    const [file] = cardFiles([
      entry({ id: "a", title: "Norms $L^2$", titleText: "Norms L²", published: "2025-10-01" }),
    ]);
    const card = file?.papers[0];
    expect(card && citationOfCard(card, "https://example.org/papers/a/")).toEqual({
      id: "a",
      title: [{ text: "Norms " }, { math: "L^2" }],
      titleText: "Norms L²",
      published: "2025-10-01",
      authors: [],
      links: [],
      aliases: [],
      address: "https://example.org/papers/a/",
    });
  });
});

describe("the latest papers", () => {
  it("come by listing, else by publication, and at most a thousand", () => {
    const { papers } = latestPapers([
      entry({ id: "undated" }),
      entry({ id: "old", published: "2019-01-01" }),
      entry({ id: "listed", published: "2018-01-01", listed: ["2025-11-13"] }),
    ]);
    expect(papers.map((paper) => paper.id)).toEqual(["listed", "old", "undated"]);
    expect(papers[0]?.day).toBe("2025-11-13");
    const [renamed] = latestPapers([
      entry({ id: "2401.00001", publishedIn: "2024-01", aliases: ["a-slug"] }),
    ]).papers;
    expect(renamed).toMatchObject({ published: "2024-01", aliases: ["a-slug"] });
    const many = Array.from({ length: 1200 }, (_, index) => entry({ id: `p${index}` }));
    expect(latestPapers(many).papers.length).toBe(1000);
  });
});
