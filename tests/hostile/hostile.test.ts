import { expect, it } from "vitest";
import { readText } from "../fixtures/read.ts";
import { editedEntries } from "./edited-entries.ts";
import { hostileFormats } from "./formats.ts";
import { leaks } from "./leaks.ts";
import { pageFaults } from "./page-faults.ts";
import { hostileTexts } from "./texts.ts";
import { describeFigures, faultsOf, none, tryAll } from "./try-all.ts";

// Every text in several fields, and texts of every family in every field. tests/stress has all of them.
const share = 30;

it("no hostile text of a source gets further than its words", () => {
  expect(hostileTexts.length).toBeGreaterThanOrEqual(300);
  const figures = tryAll(hostileFormats, (text, field) => (text + field) % share === 0);
  console.log(describeFigures(figures));
  expect(faultsOf(figures)).toEqual(none);
});

it("no hostile text that somebody wrote into an entry gets further than its words", () => {
  const entries = editedEntries();
  expect(entries.length).toBeGreaterThan(hostileTexts.length - 5);
  expect([entries.flatMap(pageFaults), leaks(entries)]).toEqual([[], []]);
});

it("no hostile line of a list of ids hides the other lines", () => {
  const ids = [1, 2, 3, 4, 5, 6].map((number) => `2511.0000${number}`);
  const lists = hostileTexts.map(({ text }) =>
    [...ids.slice(0, 3), text, ...ids.slice(3)].join("\n"),
  );
  const silent = lists.filter((list) => {
    const { value, messages } = readText(list);
    const read = value.map((paper) => paper.ids.arxiv);
    return messages.length === 0 && !ids.every((id) => read.includes(id));
  });
  expect(silent).toEqual([]);
});
