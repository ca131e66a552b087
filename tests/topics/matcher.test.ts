import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign, compileTaxonomy } from "../../src/topics/matcher/matcher.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readTaxonomy } from "../../src/workspace/read-taxonomy.ts";

const { topics } = readTaxonomy(workspaceAt("."), { shipped: true });
const matcher = compileTaxonomy(topics);

function ids(titleText: string, abstractText = ""): string[] {
  return assign({ titleText, abstractText }, matcher).topics.map(({ id }) => id);
}

describe("titles that name their topic", () => {
  it.each([
    ["Mitigating Hallucination in LVLMs", "vision-language"],
    ["Offline RL with Observation Histories", "offline-rl"],
    ["Offline RL with Observation Histories", "reinforcement-learning"],
    ["The Sensitivity of Inverse RL to Misspecification", "imitation-learning"],
    ["A Minimaximalist Approach to RLHF", "alignment"],
    ["Introduction to Multi-Armed Bandits", "bandits"],
    ["Best-of-N and Majority Voting", "inference-scaling"],
    ["Controlling Agents of Large Language Models with Activation Steering", "interpretability"],
    ["Differentially Private Sequential Learning", "privacy"],
    ["Click-Through Rate Prediction", "recommender-systems"],
    ["Weighted Least-Squares with Determinantal Point Processes", "theory"],
    ["Jailbreaking Text-to-Image Models", "safety"],
    ["3D Gaussian Splatting in the Wild", "3d"],
    ["Zero-Shot TTS", "audio-speech"],
    ["Text-to-SQL for Everyone", "tabular"],
    ["Multilingual Evaluation of LLMs in Swahili", "multilingual"],
    ["Controllable Image and Video Generation", "image-generation"],
    ["Controllable Image and Video Generation", "video"],
    ["A Survey of Graph Neural Networks", "survey"],
    ["A Survey of Graph Neural Networks", "graphs"],
    ["State-Space Models for Long Sequences", "architectures"],
    ["Post-Training Quantisation of LLMs", "efficiency"],
    ["Conformal Prediction under Shift", "calibration"],
    ["Chronos: Forecasting with Time-Series Foundation Models", "time-series"],
    ["Protein Structure Prediction", "science"],
    ["Repairing Programs: Code LLMs on SWE-bench", "code-generation"],
  ])("%s: %s", (title, expected) => {
    expect(ids(title)).toContain(expected);
  });
});

describe("words that mislead", () => {
  it.each([
    ["survey responses", "Questioning the Survey Responses of Large Language Models", "", "survey"],
    ["an agent in RL", "On-Policy Learning", "The agent of an MDP follows a policy.", "agents"],
    ["a contrast agent", "MRI with a Contrast Agent", "The agent is injected.", "agents"],
    ["an agent-based model", "Agent-Based Models of Markets", "Agents trade.", "agents"],
    ["everyday attention", "On Cats", "Cats have received increasing attention.", "architectures"],
    ["everyday exploration", "On Cats", "We explore the exploration of the topic.", "exploration"],
    ["everyday sampling", "On Cats", "We sample cats from a sample of cats.", "decoding"],
    ["a sampling rate", "On Sound Chips", "The sampling rate is high.", "decoding"],
    [
      "behaviours in reasoning",
      "LLM Reasoning Into Behaviors",
      "A behavior is a hint.",
      "human-behavior",
    ],
    [
      "code that is available",
      "On Cats",
      "The code is available at GitHub. Code and data too.",
      "code-generation",
    ],
    ["dynamic programming", "Dynamic Programming for Cats", "", "code-generation"],
    ["error-correcting codes", "Linear Codes over Rings", "We construct codes.", "code-generation"],
    ["a robot's arm", "A Robot Arm", "The arm moves its arm.", "bandits"],
    ["camera calibration", "Camera Calibration", "We calibrate the camera.", "calibration"],
    ["inductive bias", "The Inductive Bias of Networks", "", "fairness"],
    ["GANs and attacks", "Generative Adversarial Networks", "An adversarial loss.", "safety"],
    [
      "text-image alignment",
      "Text-Image Alignment",
      "The alignment of texts and images.",
      "alignment",
    ],
    ["attention to experts", "What Domain Experts Say", "We ask human experts.", "architectures"],
    ["theory of mind", "Theory of Mind in Children", "", "theory"],
    ["tree search", "Monte Carlo Tree Search", "", "theory"],
    ["table tennis", "Table Tennis", "We hit the ball over the table tennis table.", "tabular"],
    ["a frame of mind", "A Framework for Frames", "The framework frames a problem.", "video"],
    ["image translation", "Image-to-Image Translation", "", "multilingual"],
    ["sound proofs", "Sound and Complete Rules", "They are theoretically sound.", "audio-speech"],
    [
      "RAG as a graph",
      "RAGs in Images",
      "A region adjacency graph (RAG) is built. RAG!",
      "retrieval",
    ],
    [
      "IRL as real life",
      "Teaching",
      "Lessons in real life (IRL). IRL works.",
      "imitation-learning",
    ],
  ])("%s", (_, title, abstract, misled) => {
    expect(ids(title, abstract)).not.toContain(misled);
  });
});

describe("any paper", () => {
  const words = topics.flatMap(({ phrases }) => phrases.map(({ phrase }) => phrase));
  const text = fc
    .array(
      fc.oneof(fc.constantFrom(...words), fc.string(), fc.constantFrom(". ", ", ", " (", ") ")),
    )
    .map((parts) => parts.join(" "));
  const paper = fc.record({
    titleText: text,
    abstractText: text,
    keywords: fc.array(fc.constantFrom(...words), { maxLength: 3 }),
    categories: fc.array(fc.constantFrom("cs.CL", "cs.RO", "q-bio.NC", "nonsense"), {
      maxLength: 3,
    }),
  });
  const broader = new Map(topics.map((topic) => [topic.id, topic.broader]));

  it("has at most five topics, each once, best first, with evidence that it contains", () => {
    fc.assert(
      fc.property(paper, (given) => {
        const found = assign(given, matcher).topics;
        expect(found.length).toBeLessThanOrEqual(5);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        const scores = found.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const { score, evidence } of found) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(Math.round(score * 100) / 100).toBe(score);
          expect(evidence.length).toBeGreaterThan(0);
          for (const { phrase, where } of evidence) {
            const { titleText, abstractText, keywords, categories } = given;
            const places = {
              title: [titleText],
              abstract: [abstractText],
              keywords,
              categories,
              venue: [],
            };
            const plain = places[where].map((place) => place.replace(/\s+/g, " "));
            expect(plain.some((place) => place.includes(phrase))).toBe(true);
          }
        }
      }),
    );
  });

  it("has the broader topic of each of its topics", () => {
    fc.assert(
      fc.property(paper, (given) => {
        const found = assign(given, matcher).topics.map(({ id }) => id);
        for (const id of found) {
          const entailed = broader.get(id);
          if (entailed !== undefined) expect(found).toContain(entailed);
        }
      }),
    );
  });

  it("has the same topics each time, whatever was matched in between", () => {
    fc.assert(
      fc.property(paper, paper, (first, second) => {
        const before = assign(first, matcher);
        assign(second, matcher);
        expect(assign(first, compileTaxonomy(topics))).toEqual(before);
      }),
      { numRuns: 5 },
    );
  });

  it("is unsorted if it has no words about a topic", () => {
    expect(ids("", "")).toEqual([]);
    expect(ids("Lorem ipsum", "Dolor sit amet, consectetur adipiscing elit.")).toEqual([]);
    expect(ids("Uniqueness for a Transmission Problem", "We consider a small inclusion.")).toEqual(
      [],
    );
  });
});
