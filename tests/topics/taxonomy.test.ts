import { describe, expect, it } from "vitest";
import { phraseKeys } from "../../src/topics/matcher/tokens.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readTaxonomy } from "../../src/workspace/read-taxonomy.ts";

const { topics, families, redirects, messages } = readTaxonomy(workspaceAt("."), { shipped: true });

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
