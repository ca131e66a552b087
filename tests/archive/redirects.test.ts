import { describe, expect, it } from "vitest";
import { addressesUnder } from "../../src/archive/addresses.ts";
import { buildArchive } from "../../src/archive/archive.ts";
import { redirectsFile, redirectsOf } from "../../src/archive/redirects.ts";
import { topicId } from "../../src/schemas/identifiers.ts";
import { mergeTaxonomy } from "../../src/topics/merge-taxonomy.ts";
import { parseFamily, parseOverlay } from "../../src/topics/parse-taxonomy.ts";
import { entry } from "../fixtures/papers.ts";

const family = parseFamily(
  `
id: learning
name: Learning
topics:
  - { id: rl, name: Reinforcement Learning, description: By reward., strong: [RL] }
  - { id: exploration, name: Exploration, description: New things., broader: rl, strong: [explore] }
  - { id: bandits, name: Bandits, description: Arms., strong: [bandit] }
  - { id: survey, name: Surveys, description: All of it., strong: [survey] }
  - { id: unused, name: Unused, description: None of it., strong: [unused] }
`,
  "src/topics/taxonomy/learning.yaml",
).value;
const overlay = parseOverlay(
  `
topics:
  - { id: bandits, merge: rl }
  - { id: exploration, off: true }
  - { id: survey, merge: unused }
`,
  "content/topics.yaml",
).value;
const taxonomy = mergeTaxonomy(family ? [family] : [], overlay);
const archive = buildArchive([
  entry({
    id: "2510.01171",
    titleText: "On Testing",
    aliases: ["on-testing", "on-testing-2", "other"],
    topics: [{ id: "rl", score: 1, evidence: [] }],
  }),
  // An alias that is the id of another paper leads to that paper.
  entry({ id: "other", aliases: ["on-testing"] }),
]);

it("leads from old addresses to new ones, and to the topics where there is none", () => {
  expect(redirectsOf(archive, taxonomy, addressesUnder("/base"))).toEqual([
    { from: "/base/papers/on-testing-2/", to: "/base/papers/2510.01171/", name: "On Testing" },
    { from: "/base/papers/on-testing/", to: "/base/papers/2510.01171/", name: "On Testing" },
    { from: "/base/topics/bandits/", to: "/base/topics/rl/", name: "Reinforcement Learning" },
    { from: "/base/topics/exploration/", to: "/base/topics/rl/", name: "Reinforcement Learning" },
    { from: "/base/topics/survey/", to: "/base/topics/", name: "Topics" },
  ]);
});

describe("addresses that only the ledger knows", () => {
  const none = {
    moved: [],
    topics: [],
    lists: [],
    names: new Map<string, string>(),
    parts: new Map(),
  };
  const led = (former: Partial<typeof none> | object) =>
    redirectsOf(archive, taxonomy, addressesUnder("/"), { ...none, ...former }).map(
      ({ from, to, name }) => `${from} ${to} ${name}`,
    );
  const topic = (address: string, broader?: string) => ({
    kind: "topic" as const,
    address: topicId.parse(address),
    name: address,
    ...(broader === undefined ? {} : { broader: topicId.parse(broader) }),
  });

  it.each([
    ["deleted", topic("honey"), "/topics/honey/ /topics/ Topics"],
    [
      "deleted, with a broader one",
      topic("arms", "rl"),
      "/topics/arms/ /topics/rl/ Reinforcement Learning",
    ],
    [
      "part of a merged one",
      topic("arms", "bandits"),
      "/topics/arms/ /topics/rl/ Reinforcement Learning",
    ],
    ["without papers", topic("unused"), "/topics/unused/ /topics/ Topics"],
    ["part of itself", topic("loop", "loop"), "/topics/loop/ /topics/ Topics"],
  ])("lead from a topic that is %s to the one with its papers", (_, line, expected) => {
    expect(led({ topics: [line] })).toContain(expected);
  });

  it("are left alone where a topic has papers", () => {
    expect(led({ topics: [topic("rl")] })).toEqual(led({}));
  });

  it.each([
    ["days/2014-02-03", "/months/2014-02/ February"],
    ["days/2014-03-03", "/years/2014/ 2014"],
    ["days/1999-03-03", "/years/ By date"],
    ["months/1999-03", "/years/ By date"],
    ["years/1999", "/years/ By date"],
    ["organizations/bees", "/organizations/ Organizations"],
    ["topics/unsorted", "/topics/ Topics"],
    ["reading-list/tags/wax", "/ Home"],
    ["reading-list", "/ Home"],
  ])("lead from %s, which has no papers, to the next wider list", (path, expected) => {
    const names = new Map([
      ["", "Home"],
      ["years", "By date"],
      ["topics", "Topics"],
      ["organizations", "Organizations"],
      ["months/2014-02", "February"],
      ["years/2014", "2014"],
    ]);
    expect(led({ lists: [path], names })).toContain(`/${path}/ ${expected}`);
    expect(led({ lists: [path], names: new Map([...names, [path, "There"]]) })).toEqual(led({}));
  });

  it("lead nowhere from a path that is no list", () => {
    const place = { to: "/authors/few/part-3/#ada", name: "Ada" };
    const parts = new Map([["authors/ada", place]]);
    expect(
      led({ lists: ["authors/ada"], names: new Map([["authors", "Authors"]]), parts }),
    ).toContain("/authors/ada/ /authors/few/part-3/#ada Ada");
    expect(led({ lists: ["about", "papers/x"], names: new Map([["", "Home"]]) })).toEqual(led({}));
  });
});

it("writes them for hosts that read _redirects", () => {
  expect(redirectsFile([{ from: "/a/", to: "/b/", name: "B" }])).toBe("/a/ /b/ 301\n");
  expect(redirectsFile([])).toBe("");
});
