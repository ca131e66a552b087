import { expect, it } from "vitest";
import { addressesUnder } from "../../src/archive/addresses.ts";
import { buildArchive } from "../../src/archive/archive.ts";
import { redirectsFile, redirectsOf } from "../../src/archive/redirects.ts";
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

it("writes them for hosts that read _redirects", () => {
  expect(redirectsFile([{ from: "/a/", to: "/b/", name: "B" }])).toBe("/a/ /b/ 301\n");
  expect(redirectsFile([])).toBe("");
});
