import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { phraseKeys } from "../../src/topics/matcher/tokens.ts";
import { parseTranslation } from "../../src/topics/parse-taxonomy.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readTaxonomy } from "../../src/workspace/read-taxonomy.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const workspace = workspaceAt(".");
const { topics, families, redirects, messages } = readTaxonomy(workspace, { shipped: true });

describe("the shipped taxonomy", () => {
  it("is read without a message", () => {
    expect([messages, redirects]).toEqual([[], []]);
  });

  // A topic's id is its address: ids may be added, never changed or removed.
  it("has these topics in these families", () => {
    const byFamily = families.map(({ id, name }) => [
      name,
      topics
        .filter(({ family }) => family === id)
        .map((topic) => topic.id)
        .join(" "),
    ]);
    expect(byFamily).toMatchInlineSnapshot(`
      [
        [
          "Language & Knowledge",
          "large-language-models nlp multilingual retrieval code-generation tabular",
        ],
        [
          "Reasoning & Inference",
          "reasoning inference-scaling decoding planning",
        ],
        [
          "Agents & People",
          "agents multi-agent recommender-systems human-behavior",
        ],
        [
          "Learning to Act",
          "reinforcement-learning offline-rl exploration imitation-learning bandits alignment robotics",
        ],
        [
          "Generative Models",
          "diffusion-models generative-models image-generation video world-models",
        ],
        [
          "Vision, Sound & Space",
          "vision-language computer-vision 3d audio-speech",
        ],
        [
          "Trust & Understanding",
          "hallucination calibration interpretability safety privacy fairness",
        ],
        [
          "Data, Measures & Applications",
          "evaluation datasets science survey",
        ],
        [
          "Methods & Theory",
          "representation-learning efficiency architectures optimization theory graphs time-series",
        ],
      ]
    `);
    expect(topics).toHaveLength(47);
  });

  it("describes each topic in a sentence", () => {
    for (const { description } of topics) expect(description).toMatch(/^[A-Z0-9].{20,110}\.$/);
    expect(new Set(topics.map(({ name }) => name)).size).toBe(topics.length);
  });

  it.each(topics.map((topic) => [topic.id, topic] as const))("%s has sound phrases", (_, topic) => {
    const keys = topic.phrases.map(({ phrase }) => phraseKeys(phrase).join(" "));
    expect(keys.filter((key) => key.trim() === "")).toEqual([]);
    const twice = keys.filter((key, at) => keys.indexOf(key) !== at);
    expect(twice).toEqual([]);
    const masked = topic.not.filter((phrase) => keys.includes(phraseKeys(phrase).join(" ")));
    expect(masked).toEqual([]);
    const known = new Set(topics.map(({ id }) => id));
    for (const { with: beside = [] } of topic.phrases) {
      expect(beside.filter((id) => !known.has(id))).toEqual([]);
    }
  });
});

describe("the shipped taxonomy in German", () => {
  const file = join(workspace.taxonomy, "translations/de.yaml");
  const translation = parseTranslation(readFileSync(file, "utf8"), file).value;
  const german = readTaxonomy(workspace, { shipped: true, language: "de-AT" });

  it("names each topic and each family once, and no others", () => {
    const ids = (named: readonly { id: string }[] = []) => named.map(({ id }) => id).sort();
    expect(ids(translation?.topics)).toEqual(ids(topics));
    expect(ids(translation?.families)).toEqual(ids(families));
    expect(german.messages).toEqual([]);
    expect(new Set(german.topics.map(({ name }) => name)).size).toBe(topics.length);
  });

  it("describes each topic in a German sentence", () => {
    const english = new Set(topics.map(({ description }) => description));
    for (const { description } of german.topics) {
      expect(description).toMatch(/^[A-ZÄÖÜ0-9].{20,110}\.$/);
      expect(english).not.toContain(description);
    }
  });

  it("keeps ids, order and phrases", () => {
    const withoutWords = topics.map(({ name, description, ...rest }) => rest);
    expect(german.topics.map(({ name, description, ...rest }) => rest)).toEqual(withoutWords);
    expect(german.families.map(({ id }) => id)).toEqual(families.map(({ id }) => id));
    expect(german.topics.find(({ id }) => id === "robotics")?.name).toBe("Robotik");
    expect(german.families[0]?.name).toBe("Sprache & Wissen");
  });

  it("gives way to the owner's own names and descriptions", async () => {
    const root = await workspaceWith({
      "content/topics.yaml": `families: [{ id: language, name: Sprechen }]
topics:
  - { id: robotics, name: Roboter }
  - { id: bandits, description: "Einarmig, vielarmig." }
`,
    });
    const own = readTaxonomy(workspaceAt(root, "."), { language: "de" });
    const topic = (id: string) => own.topics.find((one) => one.id === id);
    expect(own.messages).toEqual([]);
    expect(own.families[0]?.name).toBe("Sprechen");
    expect(topic("robotics")).toMatchObject({
      name: "Roboter",
      description: expect.stringMatching(/^Maschinen/),
    });
    expect(topic("bandits")).toMatchObject({
      name: "Bandits",
      description: "Einarmig, vielarmig.",
    });
  });
});
