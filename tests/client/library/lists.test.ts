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
import { readBackup, writeBackup } from "../../../src/client/library/backup-file.ts";
import {
  codeLabel,
  decodeFragment,
  encodeFragment,
  hashOfCode,
  matchesCode,
} from "../../../src/client/library/share-link.ts";
import {
  newsSince,
  readVisits,
  recordSeen,
  recordVisit,
  writeVisits,
} from "../../../src/client/library/visits.ts";
import { entry } from "../../fixtures/papers.ts";

const now = "2026-11-24T10:00:00.000Z";
const id = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,99}$/);
const long = "verbalized-sampling-how-to-mitigate-mode-collapse-and";

describe("the link to a shared list", () => {
  it("gives back every id in order, and has no characters that programs change", () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 40 }), (ids) => {
        const fragment = encodeFragment(ids);
        expect(fragment).toMatch(/^[\w.~,-]*$/);
        const { codes, invalid } = decodeFragment(`#${fragment}`);
        expect(invalid).toEqual([]);
        expect(codes.length).toBe(ids.length);
        ids.forEach((one, index) => {
          const code = codes[index];
          expect(code && matchesCode(code, one)).toBe(true);
          expect(code && hashOfCode(code)).toBe(shortIdHash(one));
        });
      }),
    );
  });

  // Links that people have sent must keep working, so this text must never change.
  it("is short and never changes", () => {
    expect(
      encodeFragment(["2510.01171", "ai-agent-behavioral-science", long]),
    ).toMatchInlineSnapshot(`"2510.01171,ai-agent-be~66se6,verbalized-~97nks"`);
  });

  it("does not confuse papers whose ids begin alike", () => {
    const [code] = decodeFragment(encodeFragment([long])).codes;
    expect(code && matchesCode(code, `${long}-2`)).toBe(false);
    expect(code && codeLabel(code)).toBe("verbalized-…");
  });

  it("returns what is not a code, and never throws", () => {
    expect(decodeFragment("#2510.01171,%20<b>,2510.01171,,%E0%A4%A")).toEqual({
      codes: [{ id: "2510.01171" }],
      invalid: ["%20<b>", "%E0%A4%A"],
    });
    // Punctuation after a link in a text is not part of it.
    expect(decodeFragment("#2510.01171,a-paper).").codes).toEqual([
      { id: "2510.01171" },
      { id: "a-paper" },
    ]);
    expect(decodeFragment("#2510.01171%2C a")).toEqual({
      codes: [{ id: "2510.01171" }, { id: "a" }],
      invalid: [],
    });
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void decodeFragment(text)));
  });
});

describe("a backup", () => {
  const papers = new Map([
    ["b", { title: "B", read: now }],
    ["a", { title: "A", saved: now, note: { text: "“mine”\n<b>", written: now } }],
  ]);

  it("gives back what was exported, in any order", () => {
    const text = writeBackup(papers, now);
    expect(readBackup(text)).toEqual({ papers, skipped: [] });
    expect(readBackup(`\uFEFF${text}`)).toEqual({ papers, skipped: [] });
    expect(writeBackup(new Map([...papers].reverse()), now)).toBe(text);
  });

  it.each([
    ["", { error: "not-json" }],
    ["{", { error: "not-json" }],
    ['[{"title":"x"}]', { error: "not-a-backup" }],
    ['{"format":"offprint-lists"}', { error: "not-a-backup" }],
    [
      '{"format":"offprint-lists","version":9,"papers":[]}',
      { error: "other-version", version: "9" },
    ],
  ])("is rejected with a reason if it is something else: %s", (text, error) => {
    expect(readBackup(text)).toEqual(error);
  });

  it("with some invalid papers gives the valid ones, and lists the others", () => {
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
    expect(readBackup(text)).toEqual({
      papers: new Map([["a", { title: "A", saved: now, note: { text: "mine", written: now } }]]),
      skipped: [
        { number: 2, id: "../b", error: "bad-id" },
        { number: 3, id: "c", error: "bad-saved" },
        { number: 4, id: undefined, error: "bad-id" },
      ],
    });
  });
});

describe("what is new since the last visit", () => {
  const at = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();
  const day = 24 * 60;
  const papers = (...days: string[]) =>
    days.map((one, index) => ({ id: `paper-${one}-${index}`, title: "T", day: one }));
  const old = papers("2026-11-24", "2026-11-20");
  const fresh = [...papers("2026-11-26"), ...old];

  it("is unknown on a first visit, however many pages are viewed", () => {
    const visits = recordVisit(recordVisit(undefined, at(0)), at(20));
    expect(newsSince(visits, old)).toEqual({ kind: "first visit" });
  });

  it("is determined by date for a reader who has never opened the page", () => {
    const visits = recordVisit(recordVisit(undefined, at(0)), at(2 * day));
    expect(newsSince(visits, fresh)).toEqual({
      kind: "since last visit",
      since: at(0),
      papers: fresh.slice(0, 2),
    });
  });

  it("is, during a whole visit, exactly what the reader has not seen before, of whatever date", () => {
    const looked = recordSeen(recordVisit(undefined, at(0)), old);
    const later = recordVisit(recordVisit(looked, at(day)), at(2 * day));
    const latest = [...fresh, { id: "an-old-one", title: "T", day: "2019-01-01" }];
    const expected = {
      kind: "since last look",
      since: at(0),
      papers: [latest[0], latest[3]],
    };
    expect(newsSince(later, latest)).toEqual(expected);
    const again = recordVisit(recordSeen(later, latest), at(2 * day + 5));
    expect(newsSince(again, latest)).toEqual(expected);
    expect(newsSince(recordVisit(again, at(3 * day)), latest)).toMatchObject({ papers: [] });
  });

  it("does not include a paper seen under another id", () => {
    const looked = recordSeen(recordVisit(undefined, at(0)), old);
    const [first, ...rest] = old;
    const renamed = { id: "2511.00001", title: "T", day: "2026-11-24", aliases: [first?.id ?? ""] };
    const news = newsSince(recordVisit(looked, at(day)), [renamed, ...rest]);
    expect(news).toEqual({ kind: "since last look", since: at(0), papers: [] });
  });

  it("is unknown if the clock was set back", () => {
    const visits = recordVisit(recordVisit(undefined, at(0)), at(-3 * day));
    expect(newsSince(visits, old)).toEqual({ kind: "clock went back", since: at(0) });
    const looked = recordVisit(recordSeen(recordVisit(undefined, at(0)), old), at(-3 * day));
    expect(newsSince(looked, fresh)).toMatchObject({ papers: fresh.slice(0, 1) });
  });

  it("is stored as text that reads back; any other text counts as a first visit", () => {
    const visits = recordVisit(recordSeen(recordVisit(undefined, at(0)), old), at(day));
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

  it("are few, and contain each paper and former id where its hash points", () => {
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

  it("grow in number slowly with the archive", () => {
    expect([0, 1, 256, 257, 10_000, 100_000].map(cardFileCount)).toEqual([1, 1, 1, 2, 64, 512]);
  });

  it("give the same citation as the paper's page", () => {
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
  it("are sorted by listing, else by publication, and at most a thousand", () => {
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
