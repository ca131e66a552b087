import { describe, expect, it } from "vitest";
import { compareRows, orderNamed, type RowFacts } from "../../../src/client/lists/arrange-rows.ts";

const rows: RowFacts[] = [
  { place: 0, upvotes: 0, topic: "Robotics", likeness: 0 },
  { place: 1, upvotes: 7, topic: undefined, likeness: 0.2 },
  { place: 2, upvotes: 163, topic: "Éthique", likeness: 0 },
  { place: 3, upvotes: 7, topic: "Robotics", likeness: 1.5 },
  { place: 4, upvotes: 0, topic: "Agents", likeness: 0.2 },
];
const sorted = (name: string) =>
  rows
    .toReversed()
    .sort(compareRows(orderNamed(name), "en"))
    .map(({ place }) => place);

describe("the order of rows", () => {
  it("is that of the page", () => {
    expect(sorted("listed")).toEqual([0, 1, 2, 3, 4]);
    expect(sorted("anything else")).toEqual([0, 1, 2, 3, 4]);
  });

  it("has the most upvotes first, and equal ones as the page has them", () => {
    expect(sorted("upvotes")).toEqual([2, 1, 3, 0, 4]);
  });

  it("has topics by name, and papers without one last", () => {
    expect(sorted("topic")).toEqual([4, 2, 0, 3, 1]);
  });

  it("has those first that are most like the saved papers", () => {
    expect(sorted("likeness")).toEqual([3, 1, 4, 0, 2]);
  });
});
