import { describe, expect, it } from "vitest";
import { readBackup, writeBackup } from "../../../src/client/library/backup-file.ts";

const now = "2026-11-24T10:00:00.000Z";

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
