import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formulaEnd, formulaStart, normalise } from "../../../src/search/text/normalise.ts";

/** The keys of a text: its words, then its compounds. */
const keys = (text: string) => {
  const { words, compounds } = normalise(
    text.replace(/\$([^$]*)\$/g, `${formulaStart}$1${formulaEnd}`),
  );
  return [...words, ...compounds].map(({ key }) => key);
};
const meet = (a: string, b: string) => keys(a).some((key) => keys(b).includes(key));

describe("normalise", () => {
  it.each([
    ["L^2", "$L^2$"],
    ["L2", "$L^2$"],
    ["L squared", "$L^2$"],
    ["G^2RPO", "$G^2RPO$"],
    ["G²RPO", "$G^2RPO$"],
    ["G2RPO", "$G^2RPO$"],
    ["G^2RPO", "$G^2$RPO:"],
    ["G2RPO", "G$^2$RPO"],
    ["ε-greedy", "an $\\epsilon$-greedy rule"],
    ["x_1", "$x_1,\\dots,x_n$"],
    ["p(Y|X)", "$p(Y \\mid X)$"],
    ["ε", "$\\epsilon$"],
    ["epsilon", "ε-greedy"],
    ["\\epsilon", "ε"],
    ["\\epsilon", "$\\varepsilon$"],
    ["R^d", "$\\mathbb{R}^d$"],
    ["Pass@k", "pass@k"],
    ["Schrödinger", "Schrodinger"],
    ["Schrödinger", "Schroedinger"],
    ["Schroedinger", "Schrodinger"],
    ["policies", "policy"],
    ["sampled", "sampling"],
    ["optimisation", "optimize"],
    ["behaviour", "Behaviors"],
    ["practises", "practice"],
    ["licence", "licenses"],
    ["centred", "center"],
    ["catalogues", "catalog"],
    ["programmes", "program"],
    ["lies", "lied"],
    ["τ²-bench", "$\\tau^2$-bench"],
    ["τ²-bench", "tau2-bench"],
    ["hypotheses", "hypothesis"],
    ["LLMs", "LLM"],
    ["LLM’s", "LLM"],
    ["GPT-4o", "GPT4o"],
    ["Qwen2.5", "Qwen-2.5"],
    ["DeepSeek", "deepseek"],
    ["i.i.d.", "iid"],
    ["on-policy", "onpolicy"],
    ["ﬁne", "fine"],
    ["ＡＩ", "AI"],
    ["强化学习综述", "强化学习"],
    ["강화학습", "강화학습을"],
  ])("gives %j and %j a common key", (a, b) => {
    expect(meet(a, b)).toBe(true);
  });

  it.each([
    ["C++", "C"],
    ["Ayed", "AI"],
    ["C++", "C#"],
    ["L^2", "L^3x"],
    ["GPT-3.5", "GPT-35"],
    ["policy", "police"],
    ["强化", "化学"],
  ])("gives %j and %j no common key", (a, b) => {
    const one = keys(a).filter((key) => key.length > 1 || /\P{ASCII}/u.test(key));
    expect(one.filter((key) => keys(b).includes(key) && key !== "gpt")).toEqual([]);
  });

  it("marks stop words", () => {
    const indexed = normalise("what is the regret of a policy").words.filter(({ stop }) => !stop);
    expect(indexed.map(({ form }) => form)).toEqual(["regret", "policy"]);
  });

  it("leaves out commands for fonts and layout", () => {
    expect(keys("$\\mathcal{O}(\\frac{1}{\\sqrt{T}})$")).toEqual(["o", "1", "t", "o1t", "root"]);
  });

  const texts = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          ..."a B é 强 ² _ ^ \\ { } $ - . ' @ + # 1 ε ".split(" "),
          " ",
          formulaStart,
          formulaEnd,
        ),
      )
      .map((all) => all.join("")),
  );

  it("gives keys that Pagefind indexes unchanged, at places within the text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { words, compounds } = normalise(text);
        for (const { key, form, start, end } of [...words, ...compounds]) {
          expect(key).toMatch(/^[\p{L}\p{N}]+$/u);
          expect(form.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()).toBe(form);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        for (const { first, count } of compounds) {
          expect(first + count).toBeLessThanOrEqual(words.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("gives words the same keys in any context", () => {
    const word = fc.stringMatching(/^[A-Za-zéü]{2,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const alone = words.flatMap((one) => normalise(one).words.map(({ key }) => key));
        const mergeMatches = normalise(`(${words.join(", ")}).`).words.map(({ key }) => key);
        expect(mergeMatches).toEqual(alone);
      }),
    );
  });
});
