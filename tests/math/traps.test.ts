import { describe, expect, it } from "vitest";
import { restore } from "../../src/math/restore/index.ts";

const prose: readonly string[] = [
  "it consistently improves performance over the base model across the entire Pass@k spectrum.",
  'We evaluate the probability "P(True)" that their answers are correct, and P(IK).',
  "training is 2-4x faster, and 7x cheaper, on Qwen3-4B and Qwen2.5-Math-7B.",
  "they favour color > size > velocity > shape.",
  "yes responses compared to GPT-4-0125-preview and GPT-4o-Mini-2024-07-18.",
  "The flag max_new_tokens and the file train_data_v2.json set the sequence_length.",
  "Write to first_last@my-lab.org or see https://github.com/a_b/c_d^e/x_1.",
  "Code is at github.com/some_user/some_repo and huggingface.co/spaces/my_space.",
  "It costs $5 to $10 a month, or about $1.2 million, and $3.",
  "Models such as o-series, K-means, t-SNE and R-CNN are used in order to log in.",
  "the number of times that action was recently played in the past, in addition to tests",
  "Inference runs in to the limit; over time the sum is not left to the max.",
  "Eta and Pi are names; Sigma Computing, Alpha Zero and the Delta variant are, too.",
  "See Fig. 1a and Fig. 2b; (i) the first, (ii) the second and (iii) the third.",
  "Schr\\\"odinger bridges, ``quoted'' words, 3.4\\% of all, e.g.\\ the rest -- and ~5.",
  "We use \\emph{one} and \\textbf{two}, as \\cite{a} did; see \\url{https://a.b}.",
  "Without Past 12",
  "What the Last 28 Days of Training Cast 4",
  "GPT-4o-mini and o3-mini, in the widths with which we train, beat a 4D model.",
  "{S}ignal {P}reservation and {T}ransfer, as we say i) here and ii) there.",
  "All scripts are publicly available^5. The value int D is stored, and pass^3 drops.",
  "trained on **3 billion** tokens, \\textbf{3 billion} tokens and {\\bf 3 billion} tokens",
  "Following the ideas of A. Lerner, F. Nazarov and R. Landauer, and of N. Lerner [3], we do so.",
  "We compare PP-OCRv5_server and PP-OCRv6_medium, and prove eq_main by \\cite[Theorem F]{MR3261111}.",
  "the real2sim gap of the arXiv/alphaXiv versions",
  "the C++ and C# code of the I/O layer, and/or A/B tests, 24/7",
];

describe("beside formulas", () => {
  it("Pass@k stays a name", () => {
    const text =
      "evaluations report Pass@k: the agent may submit k responses, with N=tildeOmega(C^*) and pass@k in general";
    const sources = restore(text).spans.map(({ start, source }) => [source, text[start - 1]]);
    expect(sources).toContainEqual(["N=tildeOmega(C^*)", " "]);
    expect(sources.filter(([, before]) => before === "@")).toEqual([]);
  });
});

describe("a Greek name", () => {
  const sourcesIn = (text: string, elsewhere = "") =>
    restore(text, { elsewhere }).spans.map(({ source }) => source);
  const prose = "Our method is called delta Flow, and it trains a model on images of the web.";

  it("is a letter where one is glued to a name, and prose beside it stays prose", () => {
    const text = "We follow muP and DiT-muP with GPT-4o-mini, and train PixArt-alpha on images.";
    expect(sourcesIn(text)).toEqual(["muP", "mu", "alpha"]);
  });

  it("is a letter if the letter itself is in the title or the abstract", () => {
    expect(sourcesIn(prose)).toEqual([]);
    expect(sourcesIn(prose, "δ Flow")).toEqual(["delta"]);
  });
});

describe("prose stays prose", () => {
  it.each(prose)("%s", (text) => {
    expect(restore(text).spans).toEqual([]);
  });
});
