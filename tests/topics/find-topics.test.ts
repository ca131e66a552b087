import { describe, expect, it } from "vitest";
import { topic } from "../../src/schemas/topic.ts";
import { assign, compileTaxonomy } from "../../src/topics/matcher/matcher.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readTaxonomy } from "../../src/workspace/read-taxonomy.ts";

const base = { name: "N", description: "D", family: "f", not: [], categories: [] };
const matcher = compileTaxonomy(
  [
    {
      ...base,
      id: "models",
      phrases: [
        { phrase: "large language model", weight: 3 },
        { phrase: "LLM", weight: 3 },
      ],
      categories: [{ category: "cs.CL", weight: 3 }],
    },
    {
      ...base,
      id: "agents",
      phrases: [{ phrase: "agent", weight: 3, with: ["models"] }],
      not: ["contrast agent"],
    },
    { ...base, id: "learning", phrases: [{ phrase: "reinforcement learning", weight: 3 }] },
    {
      ...base,
      id: "inverse",
      broader: "learning",
      phrases: [
        { phrase: "inverse reinforcement learning", weight: 3 },
        { phrase: "IRL", weight: 3 },
      ],
    },
    {
      ...base,
      id: "surveys",
      phrases: [{ phrase: "survey", weight: 3 }],
      not: ["survey responses"],
    },
    { ...base, id: "diversity", phrases: [{ phrase: "output diversity", weight: 3 }] },
    { ...base, id: "images", phrases: [{ phrase: "image generation", weight: 3 }] },
    { ...base, id: "decoding", phrases: [{ phrase: "sample ~ response", weight: 3 }] },
    { ...base, id: "thought", phrases: [{ phrase: "=reasoning", weight: 3 }] },
    { ...base, id: "code", phrases: [{ phrase: "code", weight: 3 }] },
    { ...base, id: "space", phrases: [{ phrase: "3D", weight: 3 }] },
    { ...base, id: "players", phrases: [{ phrase: "multi-agent", weight: 3 }] },
    { ...base, id: "health", phrases: [], categories: [{ category: "q-bio.*", weight: 3 }] },
  ].map((entry) => topic.parse(entry)),
);

function ids(
  abstractText: string,
  more: { titleText?: string; keywords?: string[] } = {},
): string[] {
  const { topics } = assign({ titleText: "", abstractText, ...more }, matcher);
  return topics.map(({ id }) => id);
}

describe("phrases", () => {
  it.each([
    ["inflection", "Large languages and larger models.", []],
    ["a plural", "We train large language models.", ["models"]],
    ["an abbreviation in the plural", "We train LLMs.", ["models"]],
    ["an abbreviation's genitive", "An LLM's output.", ["models"]],
    ["no abbreviation in lower case", "The llm of arts.", []],
    ["hyphens", "Large-language-model training.", ["models"]],
    ["a prefix with a hyphen", "A multi-agent system", ["players"]],
    ["a prefix in a heading", "Multi-Agent Systems", ["players"]],
    ["a prefix without one", "A multiagent system", ["players"]],
    ["a digit and a capital", "A 3D scene.", ["space"]],
    ["no end of a sentence inside a phrase", "It is large. Language models differ.", []],
    ["no comma inside a phrase", "Bounds on output, diversity and size.", []],
    ["a phrase turned round", "The diversity of the outputs grows.", ["diversity"]],
    ["a shared head", "Models for image and video generation.", ["images"]],
    ["parts near each other", "Responses are then sampled from it.", ["decoding"]],
    ["parts in two sentences", "Responses differ. We sampled them.", []],
    ["parts far from each other", "Responses of the seven kinds that we found were sampled.", []],
    ["an exact form", "We reason for this reason.", []],
    ["an exact form in any case", "Reasoning matters.", ["thought"]],
    ["an abbreviation that looks like a word", "Chain of Diagnosis: CoD.", []],
    ["capitals in a heading", "LEARNING TO CODE", ["code"]],
    ["a masked context", "A survey of survey responses.", ["surveys"]],
    ["nothing but a masked context", "The survey responses differ.", []],
    ["a condition that holds", "Agents made of LLMs.", ["models", "agents"]],
    ["a condition that does not hold", "Agents act in a Markov process.", []],
    ["a condition and a mask", "A contrast agent for LLMs.", ["models"]],
    ["a broader topic", "Inverse reinforcement learning.", ["learning", "inverse"]],
  ])("knows %s", (_, abstract, expected) => {
    expect(ids(abstract)).toEqual(expected);
  });
});

describe("abbreviations with their long forms", () => {
  it("reads the short form as the long one", () => {
    const { topics } = assign(
      {
        titleText: "",
        abstractText: "Reinforcement learning (RFL) is old. RFL is hard. RFL wins.",
      },
      matcher,
    );
    expect(topics).toEqual([
      {
        id: "learning",
        score: 0.85,
        evidence: [{ phrase: "Reinforcement learning", where: "abstract" }],
      },
    ]);
  });

  it("reads a short form as the paper explains it", () => {
    expect(ids("We meet in real life (IRL). IRL is not online.")).toEqual([]);
    expect(ids("Inverse reinforcement learning (IRL). IRL is hard.")).toContain("inverse");
    expect(ids("IRL (in real life) is not online.")).toEqual([]);
  });

  it("uses the abstract's long form in the title", () => {
    const evidence = assign(
      { titleText: "On RFL", abstractText: "We look at reinforcement learning (RFL)." },
      matcher,
    ).topics[0]?.evidence;
    expect(evidence?.[0]).toEqual({ phrase: "RFL", where: "title" });
  });
});

describe("evidence", () => {
  it("weighs the title more than the abstract", () => {
    const paper = {
      titleText: "Surveys of images",
      abstractText: "Image generation, old and new.",
    };
    expect(assign(paper, matcher).topics).toEqual([
      { id: "surveys", score: 0.78, evidence: [{ phrase: "Surveys", where: "title" }] },
      { id: "images", score: 0.53, evidence: [{ phrase: "Image generation", where: "abstract" }] },
    ]);
  });

  it("counts an example for less than a subject", () => {
    const subject = assign({ titleText: "", abstractText: "We study code." }, matcher).topics;
    const example = assign({ titleText: "", abstractText: "Tasks such as code." }, matcher).topics;
    expect(subject[0]?.score).toBe(0.53);
    expect(example).toEqual([]);
  });

  it("matches abbreviations in lower-case keywords, but not in lower-case text", () => {
    expect(ids("", { keywords: ["llm"] })).toEqual(["models"]);
    expect(ids("We study llm.")).toEqual([]);
  });

  it("knows categories and their groups", () => {
    const found = assign(
      { titleText: "", abstractText: "", categories: ["cs.CL", "q-bio.NC", "math.AP"] },
      matcher,
    );
    expect(found.topics).toEqual([
      { id: "models", score: 0.53, evidence: [{ phrase: "cs.CL", where: "categories" }] },
      { id: "health", score: 0.53, evidence: [{ phrase: "q-bio.NC", where: "categories" }] },
    ]);
  });
});

describe("a reference", () => {
  const bees = {
    id: "wild-bees",
    name: "Wild Bees & Wasps",
    phrases: [
      { phrase: "solitary bee", weight: 2 },
      { phrase: "nest", weight: 1 },
    ],
  };
  const robots = {
    id: "robots",
    phrases: [{ phrase: "exoskeleton", weight: 2 }],
    categories: [{ category: "cs.RO", weight: 1 }],
  };
  const own = compileTaxonomy([bees, robots].map((given) => topic.parse({ ...base, ...given })));
  const topicsOf = (facts: object) =>
    assign({ titleText: "On It", abstractText: "", ...facts }, own).topics.map(({ id }) => id);
  const abstractText = "We study something else.";

  it.each([
    ["the name of a topic", "wild bees & wasps"],
    ["the id of a topic", "Wild-Bees"],
    ["a phrase that is sufficient", "Solitary Bee"],
  ])("has the topic of which a keyword is %s, whatever its abstract says", (_, keyword) => {
    expect(topicsOf({ keywords: [keyword], isFiled: true, abstractText })).toEqual(["wild-bees"]);
    expect(topicsOf({ keywords: [keyword], abstractText })).toEqual([]);
  });

  it("without an abstract has the topic of which a keyword has a phrase", () => {
    expect(topicsOf({ keywords: ["a nest of them"] })).toEqual(["wild-bees"]);
    expect(topicsOf({ keywords: ["a nest of them"], abstractText })).toEqual([]);
  });

  it("has the topic of a category whose name Zotero saved as a keyword", () => {
    expect(topicsOf({ keywords: ["Computer Science - Robotics"] })).toEqual(["robots"]);
    expect(topicsOf({ keywords: ["Computer Science - Whatever"] })).toEqual([]);
  });

  it.each(["IEEE Transactions on Robotics", "Proc. ICRA 2024", "Exoskeletons Today"])(
    "without an abstract has the topic of its venue: %s",
    (venue) => {
      expect(topicsOf({ venue })).toEqual(["robots"]);
      expect(topicsOf({ venue, abstractText })).toEqual([]);
    },
  );

  it("says what of the venue is the evidence", () => {
    const { topics: found } = assign(
      { titleText: "", abstractText: "", venue: "Robotics Letters" },
      own,
    );
    expect(found[0]?.evidence).toEqual([{ phrase: "Robotics Letters", where: "venue" }]);
  });

  it.each(["Nature", "Advances in Neural Information Processing Systems", "Machine Learning"])(
    "has no topic by a venue for everything: %s",
    (venue) => {
      expect(topicsOf({ venue })).toEqual([]);
      const shipped = readTaxonomy(workspaceAt("."), { shipped: true });
      const facts = { titleText: "On It", abstractText: "", venue };
      expect(assign(facts, compileTaxonomy(shipped.topics)).topics).toEqual([]);
    },
  );
});

describe("keywords that an owner gives a topic", () => {
  const keywords = ["Wild Bees", "Insects", "C++"];
  const own = compileTaxonomy([topic.parse({ ...base, id: "bees", phrases: [], keywords })]);
  const topicsOf = (facts: { keywords?: string[]; collections?: string[] }) =>
    assign({ titleText: "", abstractText: "", ...facts }, own).topics.map(({ id }) => id);

  it.each([
    [{ keywords: ["wild bees"] }],
    [{ keywords: ["Wild-Bées"] }],
    [{ keywords: ["c++"] }],
    [{ collections: ["Insects"] }],
    [{ collections: ["Insects/Ants"] }],
    [{ collections: ["To read/insects"] }],
  ])("assign it: %j", (facts) => {
    expect(topicsOf(facts)).toEqual(["bees"]);
  });

  it.each([[{ keywords: ["bees"] }], [{ keywords: ["C"] }], [{ collections: ["Insectss"] }]])(
    "do not assign it by a part or another word: %j",
    (facts) => {
      expect(topicsOf(facts)).toEqual([]);
    },
  );
});
