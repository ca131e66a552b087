import { describe, expect, it } from "vitest";
import { taxonomyFamily } from "../../src/schemas/topic.ts";
import type { Taxonomy } from "../../src/topics/merge-taxonomy.ts";
import { mergeTaxonomy } from "../../src/topics/merge-taxonomy.ts";
import { parseFamily, parseOverlay } from "../../src/topics/parse-taxonomy.ts";
import type { RenamedTopics } from "../../src/topics/renamed-topics.ts";

const family = taxonomyFamily.parse({
  id: "machines",
  name: "Machines",
  topics: [
    {
      id: "robots",
      name: "Robots",
      description: "They move.",
      strong: ["robot"],
      not: ["chatbot"],
    },
    {
      id: "arms",
      name: "Arms",
      description: "They grasp.",
      broader: "robots",
      phrases: ["gripper"],
    },
  ],
});

function merge(yaml: string, renamed: RenamedTopics = {}): Taxonomy {
  const { value, messages, lines } = parseOverlay(yaml, "content/topics.yaml");
  expect(messages).toEqual([]);
  return mergeTaxonomy([family], value, "content/topics.yaml", lines, renamed);
}

describe("a shipped topic that was renamed", () => {
  const renamed = { automata: "robots", hands: "arms" };

  it("is found by its former id in the owner's topics, with a warning that has its line", () => {
    const { topics, messages } = merge(
      "topics:\n  - { id: automata, name: Robots of mine }\n  - { id: legs, name: Legs, broader: automata, strong: [{ phrase: leg, with: [hands] }] }\n",
      renamed,
    );
    expect(topics.map(({ id, name, broader }) => [id, name, broader])).toEqual([
      ["robots", "Robots of mine", undefined],
      ["arms", "Arms", "robots"],
      ["legs", "Legs", "robots"],
    ]);
    expect(messages.map(({ rule, place }) => [rule, place?.line])).toEqual([
      ["renamed-topic", 2],
      ["renamed-topic", 3],
      ["renamed-topic", 3],
    ]);
  });

  it("redirects from its former address, to the topic that it is part of now", () => {
    expect(merge("", renamed).redirects).toEqual([
      { from: "automata", to: "robots" },
      { from: "hands", to: "arms" },
    ]);
    const merged = merge("topics: [{ id: hands, merge: automata }]", renamed);
    expect(merged.redirects).toEqual([
      { from: "arms", to: "robots" },
      { from: "automata", to: "robots" },
      { from: "hands", to: "robots" },
    ]);
  });
});

describe("an owner's topics", () => {
  it.each([
    ["topics: [{ id: robot, name: Robot }]", "incomplete-topic", /^Did you mean "robots"\?/],
    ["topics: [{ id: robts, off: true }]", "unknown-topic", /^Did you mean "robots"\?/],
    ["topics: [{ id: arms, merge: robot }]", "invalid-merge", /^Did you mean "robots"\?/],
    ["topics: [{ id: arms, broader: robot }]", "unknown-broader", /^Did you mean "robots"\?/],
    ["topics: [{ id: arms, family: machine }]", "unknown-family", /^Did you mean "machines"\?/],
    [
      "topics: [{ id: arms, weak: [{ phrase: x, with: [robot] }] }]",
      "unknown-condition",
      /"robots"\?/,
    ],
    ["families: [{ id: machine, name: X }]", "empty-family", /^Did you mean "machines"\?/],
    [
      "topics: [{ id: arms, broader: quite-another }]",
      "unknown-broader",
      /^The ids of all topics are in/,
    ],
  ])("%s: a similar id is suggested, with the line", (yaml, rule, hint) => {
    expect(merge(`# mine\n${yaml}`).messages).toEqual([
      expect.objectContaining({
        rule,
        hint: expect.stringMatching(hint),
        place: { file: "content/topics.yaml", line: 2 },
      }),
    ]);
  });

  it("are the shipped ones without an overlay", () => {
    const { topics, families, redirects, messages } = mergeTaxonomy([family]);
    expect(topics).toEqual([
      {
        id: "robots",
        name: "Robots",
        description: "They move.",
        family: "machines",
        phrases: [{ phrase: "robot", weight: 2 }],
        not: ["chatbot"],
        categories: [],
      },
      {
        id: "arms",
        name: "Arms",
        description: "They grasp.",
        family: "machines",
        broader: "robots",
        phrases: [{ phrase: "gripper", weight: 1 }],
        not: [],
        categories: [],
      },
    ]);
    expect(families).toEqual([{ id: "machines", name: "Machines" }]);
    expect([redirects, messages]).toEqual([[], []]);
    expect(merge("")).toEqual(mergeTaxonomy([family]));
  });

  it("change name and phrases, and keep the rest", () => {
    const { topics, messages } = merge(`
topics:
  - id: robots
    name: Automata
    strong: [automaton, { phrase: golem, weight: 5 }]
`);
    expect(topics[0]).toMatchObject({
      name: "Automata",
      description: "They move.",
      phrases: [
        { phrase: "robot", weight: 2 },
        { phrase: "automaton", weight: 2 },
        { phrase: "golem", weight: 5 },
      ],
      not: ["chatbot"],
    });
    expect(messages).toEqual([]);
  });

  it("replace the shipped phrases if they say so", () => {
    const { topics } = merge(
      "topics: [{ id: robots, replace: true, weak: [cog], phrases: [golem] }]",
    );
    expect(topics[0]).toMatchObject({
      phrases: [
        { phrase: "golem", weight: 1 },
        { phrase: "cog", weight: 0.3 },
      ],
      not: [],
    });
  });

  it("add topics and families", () => {
    const { topics, families, messages } = merge(`
families: [{ id: garden, name: Garden }, { id: machines, name: Engines }, { id: none, name: None }]
topics:
  - { id: roses, name: Roses, family: garden, phrases: [rose] }
  - { id: stars, name: Stars, description: Far away., categories: [astro-ph.*] }
`);
    expect(topics.map(({ id, family: of }) => [id, of])).toEqual([
      ["robots", "machines"],
      ["arms", "machines"],
      ["roses", "garden"],
      ["stars", "more"],
    ]);
    expect(topics[2]?.description).toBe("Roses");
    expect(families).toEqual([
      { id: "machines", name: "Engines" },
      { id: "garden", name: "Garden" },
      { id: "more", name: "More" },
    ]);
    expect(messages.map(({ reason }) => reason)).toEqual([
      'The family "none" has no topics, so it is not shown.',
    ]);
  });

  it("switch off topics, including the broader topic of another", () => {
    const { topics, messages } = merge("topics: [{ id: robots, off: true }]");
    expect(topics.map(({ id, broader }) => [id, broader])).toEqual([["arms", undefined]]);
    expect(messages).toEqual([]);
  });

  it("merge topics, in chains too, and pass on their phrases and addresses", () => {
    const { topics, redirects, messages } = merge(`
topics:
  - { id: arms, merge: robots }
  - { id: robots, merge: machinery }
  - { id: machinery, name: Machinery, phrases: [engine] }
`);
    expect(topics.map(({ id, phrases }) => [id, phrases.map(({ phrase }) => phrase)])).toEqual([
      ["machinery", ["robot", "engine", "gripper"]],
    ]);
    expect(redirects).toEqual([
      { from: "arms", to: "machinery" },
      { from: "robots", to: "machinery" },
    ]);
    expect(messages).toEqual([]);
  });

  it("can remove a broader topic", () => {
    const { topics } = merge("topics: [{ id: arms, broader: none }]");
    expect(topics[1]?.broader).toBeUndefined();
  });

  it("report what cannot be used, and where", () => {
    const { topics, messages } = merge(`
topics:
  - { id: robots, broader: arms }
  - { id: robots, name: Again }
  - { id: ghosts, off: true }
  - { id: nameless, phrases: [x] }
  - { id: empty, name: Empty }
  - { id: lost, name: Lost, family: nowhere, phrases: [lost], broader: nothing }
  - { id: arms, merge: atlantis }
  - { id: unsorted, name: Leftovers, phrases: [soup] }
`);
    expect(topics.map(({ id }) => id)).toEqual(["robots", "arms", "lost"]);
    expect(
      messages.map(
        ({ place, severity, rule, reason }) => `${place?.line} ${severity} ${rule}: ${reason}`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "4 error duplicate-topic: The topic "robots" is listed twice. Only the first item is used.",
        "5 warning unknown-topic: There is no topic "ghosts" to switch off.",
        "6 error incomplete-topic: The new topic "nameless" needs a name and phrases. It was skipped.",
        "7 error incomplete-topic: The new topic "empty" needs a name and phrases. It was skipped.",
        "8 warning unknown-family: The family "nowhere" of the topic "lost" does not exist.",
        "10 error reserved-topic: A topic cannot have the id "unsorted", which is the page of papers without a topic. It was skipped.",
        "9 error invalid-merge: "arms" cannot be merged into "atlantis", which is not a topic in use.",
        "8 warning unknown-broader: The broader topic "nothing" of "lost" does not exist.",
      ]
    `);
    expect(messages.every(({ place }) => place?.file === "content/topics.yaml")).toBe(true);
  });
});

describe("a file with mistakes", () => {
  it("is refused with the line", () => {
    const { value, messages } = parseOverlay(
      "topics:\n  - id: Robots\n  - id: arms\n    frases: [x]\n",
      "content/topics.yaml",
    );
    expect(value).toBeUndefined();
    expect(
      messages.map(({ rule, reason, place }) => `${place?.line} ${rule}: ${reason}`),
    ).toMatchInlineSnapshot(`
      [
        "2 invalid-setting: id in item 1 of topics is "Robots", but must be lower-case words joined by hyphens.",
        "4 invalid-setting: There is no setting "frases" here.",
      ]
    `);
  });

  it("is refused if it is not YAML", () => {
    const { value, messages } = parseFamily("id: x\nname: [", "src/topics/taxonomy/x.yaml");
    expect(value).toBeUndefined();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      rule: "invalid-yaml",
      severity: "error",
      place: { line: 2 },
    });
  });
});
