import { expect, it } from "vitest";
import { changeDays, withChangedEntries } from "../../src/ingest/identity/changed-entries.ts";
import { readLedger } from "../../src/ingest/identity/read-ledger.ts";

const address = (id: string) =>
  `${JSON.stringify({ kind: "paper", address: id, paper: id, title: id })}\n`;
const entries = (texts: Record<string, string>) =>
  Object.entries(texts).map(([id, text]) => ({ id, text }));
const daysOf = (ledger: string, texts: Record<string, string>) => {
  const { value, messages } = readLedger("content/addresses.jsonl", ledger);
  expect(messages).toEqual([]);
  return Object.fromEntries(changeDays(value.changes, entries(texts)));
};

it("the ledger knows when entries were new, or last changed", () => {
  const written = address("a") + address("b");
  const first = withChangedEntries(written, entries({ a: "1", b: "1" }), {
    former: "",
    day: "2025-11-13",
  });
  expect(daysOf(first, { a: "1", b: "1" })).toEqual({ a: "2025-11-13", b: "2025-11-13" });
  // The same entries add nothing, whatever day it is.
  const later = { former: first, day: "2025-11-20" };
  expect(withChangedEntries(first, entries({ b: "1", a: "1" }), later)).toBe(first);
  const second = withChangedEntries(first, entries({ a: "2", b: "1" }), later);
  expect(daysOf(second, { a: "2", b: "1" })).toEqual({ a: "2025-11-20", b: "2025-11-13" });
  expect(second.startsWith(first.split("\n")[0] ?? "")).toBe(true);
  // An entry that the owner changed by hand is not the one that the ledger knows.
  expect(daysOf(second, { a: "3", b: "1" })).toEqual({ b: "2025-11-13" });
  // One that is as it was long ago changed on the day on which it became so again.
  const third = withChangedEntries(second, entries({ a: "1" }), {
    former: second,
    day: "2025-12-01",
  });
  expect(daysOf(third, { a: "1" })).toEqual({ a: "2025-12-01" });
});

it("the ledger says no day for entries that are older than it knows", () => {
  const former = address("a");
  const text = former + address("b");
  const first = withChangedEntries(text, entries({ a: "1", b: "1" }), {
    former,
    day: "2025-11-13",
  });
  expect(daysOf(first, { a: "1", b: "1" })).toEqual({ b: "2025-11-13" });
  const next = { former: first, day: "2025-11-20" };
  expect(withChangedEntries(first, entries({ a: "1", b: "1" }), next)).toBe(first);
  const second = withChangedEntries(first, entries({ a: "2" }), next);
  expect(daysOf(second, { a: "2" })).toEqual({ a: "2025-11-20" });
});

it("two branches that changed different entries can be merged by lines", () => {
  const base = address("a") + address("b");
  const on = (id: string, day: string) =>
    withChangedEntries(base, entries({ [id]: day }), { former: "", day });
  const merged = [
    ...new Set([...on("a", "2025-11-13").split("\n"), ...on("b", "2025-11-14").split("\n")]),
  ];
  expect(daysOf(merged.join("\n"), { a: "2025-11-13", b: "2025-11-14" })).toEqual({
    a: "2025-11-13",
    b: "2025-11-14",
  });
});

it("the ledger knows the day of entries that change several times on it, together and alone", () => {
  const day = "2025-11-13";
  let ledger = address("a") + address("b");
  for (const text of ["1", "2", "3", "4", "1", "5", "2"]) {
    for (const changed of [{ a: text, b: text }, { b: `${text} again` }, { a: `${text} again` }]) {
      ledger = withChangedEntries(ledger, entries(changed), { former: ledger, day });
      expect(withChangedEntries(ledger, entries(changed), { former: ledger, day })).toBe(ledger);
    }
  }
  expect(daysOf(ledger, { a: "2 again", b: "2 again" })).toEqual({ a: day, b: day });
});
