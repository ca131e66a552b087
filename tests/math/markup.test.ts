import { describe, expect, it } from "vitest";
import { cleanField } from "../../src/ingest/clean-field.ts";

describe("markup that the damage spared", () => {
  it.each([
    ["a \\emph{word} b", "a word b"],
    ["as in~\\cite{a,b}.", "as in."],
    ["see Section \\ref{x} and \\citep{y}", "see Section and"],
    ["Inference Scaling scriptsizeFLaws: The Limits", "Inference Scaling FLaws: The Limits"],
    ["{\\large Big} news", "Big news"],
    ["\\small Small print", "Small print"],
    ["a scriptsize model and a tinyLM", "a scriptsize model and a tinyLM"],
  ])("%s", (source, words) => {
    expect(cleanField(source)).toBe(words);
  });
});
