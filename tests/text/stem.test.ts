import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stem } from "../../src/text/stem.ts";

describe("stem", () => {
  it.each([
    "sample samples sampled sampling",
    "explore explores explored exploring",
    "plan plans planned planning",
    "scale scales scaled scaling",
    "code codes coded coding",
    "prune pruned pruning",
    "policy policies",
    "bias biases biased",
    "behaviour behaviours behavior behaviors",
    "behavioural behavioral",
    "quantise quantised quantize quantizing",
    "analyse analysed analyze analyzing",
    "modelling modeling modelled models",
    "corpus corpora",
    "hypothesis hypotheses",
    "agent agents agent's agents'",
    "box boxes",
    "fix fixes fixed",
    "embed embedding embeddings embedded",
    "retriever retrievers",
  ])("makes one of: %s", (words) => {
    expect(new Set(words.split(" ").map(stem)).size).toBe(1);
  });

  it.each([
    "general generate generative",
    "plan plane",
    "note not",
    "use us",
    "one on",
    "optimal optimize",
    "universe university",
    "reason rational",
    "interpret interpolate",
    "physics physical",
    "four for",
  ])("keeps apart: %s", (words) => {
    const list = words.split(" ");
    expect(new Set(list.map(stem)).size).toBe(list.length);
  });

  it("gives something for any word", () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (word) => stem(word).length > 0));
  });
});
