import { describe, expect, it } from "vitest";
import {
  describeMarks,
  marksOf,
  readingList,
  showsNothing,
  tagKey,
} from "../../src/notes/reading-list.ts";
import { note } from "../../src/schemas/note.ts";
import { entry } from "../fixtures/papers.ts";

const noted = (id: string, data: object, body = "") => ({
  paper: entry({ id }),
  marks: marksOf(note.parse(data), body),
});
const ids = (papers: { paper: { id: string } }[]) => papers.map(({ paper }) => paper.id);

describe("the owner's reading list", () => {
  const list = readingList([
    noted("a", { status: "read", readOn: "2026-10-02", rating: 5, tags: ["LLM", "llm"] }),
    noted("b", { status: "to-read", tags: ["Bandits!", "llm"] }),
    noted("c", { readOn: "2026-11-03" }),
    noted("d", { status: "read" }),
    noted("e", { rating: 2 }, "A thought."),
    noted("f", { status: "reading", tags: ["bandits"] }),
  ]);

  it("is grouped by status; papers that were read are sorted by day", () => {
    expect(list.statuses.map(({ key, papers }) => [key, ids(papers)])).toEqual([
      ["reading", ["f"]],
      ["to-read", ["b"]],
      ["read", ["c", "a", "d"]],
    ]);
  });

  it("is grouped by tag, ignoring case, and by rating", () => {
    expect(list.tags.map(({ key, name, papers }) => [key, name, ids(papers)])).toEqual([
      ["bandits", "Bandits!", ["b", "f"]],
      ["llm", "llm", ["a", "b"]],
    ]);
    expect(list.ratings.map(({ key, papers }) => [key, ids(papers)])).toEqual([
      [5, ["a"]],
      [2, ["e"]],
    ]);
  });

  it("lists the papers whose note has a text, or only a rating or tags", () => {
    expect(ids(list.noted)).toEqual(["e"]);
  });

  it("gives every tag an address", () => {
    expect(["C++", "C", "C#", "Deep Learning", "数学", "!", "a/b"].map(tagKey)).toEqual([
      "c-plus-plus",
      "c",
      "c-sharp",
      "deep-learning",
      "数学",
      "21",
      "a-b",
    ]);
  });

  it("leaves out notes that only correct, and describes the others in a few words", () => {
    const marks = (data: object, body = "") => marksOf(note.parse(data), body);
    expect(showsNothing(marks({}, "{/* only a comment */}\n"))).toBe(true);
    expect(showsNothing(marks({}, "Text"))).toBe(false);
    expect(describeMarks(marks({}))).toBeUndefined();
    expect(describeMarks(marks({ status: "to-read", rating: 4 }))).toBe("To read, 4 of 5");
    expect(describeMarks(marks({ tags: ["a"] }))).toBe("Note");
  });
});
