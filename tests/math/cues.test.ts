import { describe, expect, it } from "vitest";
import { contextOf } from "../../src/math/restore/context.ts";
import { restore } from "../../src/math/restore/index.ts";
import {
  isBridged,
  partsOfRange,
  wholeEnd,
  wholeStart,
} from "../../src/math/restore/neighbours.ts";

/** The tokens of a text that no prose has. */
const certainIn = (text: string): string[] => {
  const { tokens, certain } = contextOf(text);
  return tokens.flatMap((token, at) => (certain[at] === 1 ? [token.text] : []));
};

describe("signs of a lost formula", () => {
  it.each([
    ["we follow muP and DiT-muP here", ["mu", "mu"]],
    ["with PixArt-alpha and PixArt-Sigma", ["alpha", "Sigma"]],
    ["Cohen's kappa = 0.51 and rho=-0.3", ["kappa", "rho"]],
    ["a score of 0.95 pm 0.03", ["pm"]],
    ["a channel at 10.8~mum", ["mum"]],
    ["for n in Z and p in [0,1]", ["in", "in"]],
    ["of {sim}1,000 tools", ["{"]],
    ["uniform in ain [0,1] and for sin (0,1]", ["ain", "sin"]],
    ["the limit as ktoinfty", ["ktoinfty"]],
  ])("are in %j", (text, tokens) => {
    expect(certainIn(text)).toEqual(tokens);
  });

  it.each([
    "GPT-4o-mini and o3-mini beat Mumbai's museum",
    "open at 5 pm 7 days a week",
    "an AlphaFold-beta of SmolLM-beta",
    "vitamin in C, or in [3]",
    "a bin [3] of real2sim, and a win (0,1)",
    "Phi-4 and nuScenes, DeltaNet, alphaXiv and tau2-bench",
  ])("are not in %j", (text) => {
    expect(certainIn(text)).toEqual([]);
  });
});

describe("what is beside a formula", () => {
  const bridged = (text: string, gap: string) => {
    const start = text.indexOf(gap);
    return isBridged(
      text,
      { start: 0, end: start },
      { start: start + gap.length, end: text.length },
    );
  };
  it.each([
    ["I(X:Y) - H(X)", " - ", true],
    ["D subset I", " subset ", true],
    ["x_1 and x_2", " and ", false],
    ["x_1 in R^2", " in ", false],
    ["g: R to R", ": ", true],
    ["x_1, x_2", ", ", false],
  ])("%j is one formula: %j, %s", (text, gap, isOne) => {
    expect(bridged(text, gap)).toBe(isOne);
  });

  it.each([
    ["a bound of tilde O(n)", "O(n)", "tilde O(n)"],
    ["let Dsubset mathbb R^n", "R^n", "Dsubset mathbb R^n"],
    ["such that |u|^2", "u|^2", "|u|^2"],
    ["a bar at night", "at", "at"],
    ["the hat of x", "x", "x"],
  ])("in %j, %j begins at %j", (text, found, whole) => {
    const start = text.lastIndexOf(found);
    const end = start + found.length;
    expect(text.slice(wholeStart(text, { start, end }), end)).toBe(whole);
  });

  it.each([
    ["on FSS^per, and", "^", "^per"],
    ["released^§.", "^", "^§"],
    ["of H^* and", "H^", "H^*"],
    ["oracle widehat f of", "widehat", "widehat f"],
    ["in mathbb and", "mathbb", "mathbb"],
    ["for x^2 and", "x^2", "x^2"],
  ])("in %j, %j ends as %j", (text, found, whole) => {
    const start = text.indexOf(found);
    const end = wholeEnd(text, { start, end: start + found.length });
    expect(text.slice(start, end)).toBe(whole);
  });

  it("ranges in words are two formulas", () => {
    const text = "2 times 2 to 4 times 4";
    const parts = partsOfRange(text, { start: 0, end: text.length });
    expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual([
      "2 times 2",
      "4 times 4",
    ]);
  });

  it("dollars that the damage left of a display go", () => {
    const text = "We solve the problem $u_t - Delta u = lambda u^2 on Omega.";
    const { spans } = restore(text);
    expect(spans[0]?.source).toMatch(/^\$u_t/);
    expect(spans[0]?.latex).toMatch(/^u_t - \\Delta u = \\lambda u\^2/);
  });
});
