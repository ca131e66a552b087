import { describe, expect, it } from "vitest";
import { buildArchive } from "../../src/archive/archive.ts";
import { topicFacts, yearsBetween } from "../../src/archive/topic-facts.ts";
import { topicId } from "../../src/schemas/identifiers.ts";
import { entry } from "../fixtures/papers.ts";

const paper = (id: string, topics: string, facts: object = {}) =>
  entry({
    id,
    topics: topics.split(" ").map((topic) => ({ id: topic, score: 1, evidence: [] })),
    published: "2025-01-01",
    ...facts,
  });
const taxonomy = [
  { id: "rl" },
  { id: "offline", broader: "rl" },
  { id: "bandits", broader: "rl" },
  { id: "llm" },
  { id: "robots" },
  { id: "unused", broader: "rl" },
].map(({ id, broader }) => ({
  id: topicId.parse(id),
  broader: broader === undefined ? undefined : topicId.parse(broader),
}));

const archive = buildArchive([
  paper("a", "rl offline llm", { published: "2023-05-01", comments: 3 }),
  paper("b", "rl offline llm", { comments: 9 }),
  paper("c", "rl bandits robots", { upvotes: 40, comments: 1 }),
  paper("d", "rl robots", { published: undefined, listed: ["2025-02-01"] }),
  paper("e", "rl", { comments: 0 }),
  paper("f", "llm"),
  paper("g", "llm robots", { published: undefined }),
]);
const facts = topicFacts(archive, taxonomy);

describe("topicFacts", () => {
  it("counts by year, years without papers too, undated papers by their listing", () => {
    expect(facts.get("rl")?.byYear).toEqual([
      { year: 2023, count: 1 },
      { year: 2024, count: 0 },
      { year: 2025, count: 4 },
    ]);
  });

  it("names what was voted for and spoken about, nothing that was not", () => {
    expect(facts.get("rl")?.discussed.map(({ id }) => id)).toEqual(["c", "b", "a"]);
    expect(facts.get("robots")?.discussed.map(({ id }) => id)).toEqual(["c"]);
  });

  it("knows the broader topic and the narrower ones that have papers", () => {
    expect(facts.get("rl")).toMatchObject({ broader: undefined, narrower: ["offline", "bandits"] });
    expect(facts.get("offline")).toMatchObject({ broader: "rl", narrower: [] });
    expect(facts.has("unused")).toBe(false);
  });

  it("relates topics by the papers they share, but for their kin and for chance", () => {
    expect(facts.get("rl")?.related).toEqual([
      { id: "robots", together: 2 },
      { id: "llm", together: 2 },
    ]);
    expect(facts.get("offline")?.related).toEqual([{ id: "llm", together: 2 }]);
  });

  it("chooses the closest topics, and sorts them by the numbers that the page shows", () => {
    const large = Array.from({ length: 9 }, (_, index) => paper(`large-${index}`, "llm"));
    const shared = ["x", "y", "z"].map((id) => paper(id, "rl llm"));
    const all = topicFacts(buildArchive([...large, ...shared, ...archive.papers]), taxonomy);
    // Robots are closer: two of their three papers are shared.
    expect(all.get("rl")?.related).toEqual([
      { id: "llm", together: 5 },
      { id: "robots", together: 2 },
    ]);
  });

  it("is the same in whatever order the papers come", () => {
    const again = buildArchive(archive.papers.toReversed());
    expect(topicFacts(again, taxonomy)).toEqual(facts);
  });
});

it.each([
  [[], []],
  [[2025], [2025]],
  [
    [2025, 2023],
    [2023, 2024, 2025],
  ],
])("yearsBetween(%j) is %j", (years, all) => {
  expect(yearsBetween(years)).toEqual(all);
});

it("one date of the year 25 does not stretch a chart over two thousand years", () => {
  expect(yearsBetween([25, 2025])).toHaveLength(40);
  expect(yearsBetween([25, 2025]).at(-1)).toBe(2025);
});
