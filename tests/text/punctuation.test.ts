import { describe, expect, it } from "vitest";
import { texDashes, texQuotes, texTies } from "../../src/text/punctuation.ts";

describe("texQuotes", () => {
  it.each([
    ["``features'' as", "“features” as"],
    ['``features" as', "“features” as"],
    ["the `best' one", "the ‘best’ one"],
    ["``I don't know'' said", "“I don't know” said"],
    ["`the agent's plan' here", "‘the agent's plan’ here"],
    ["``one'' and ``two''", "“one” and “two”"],
  ])("reads TeX's quotes in %j", (tex, text) => {
    expect(texQuotes(tex)).toBe(text);
  });

  it.each([
    "the `code` of it",
    "``` fence ```",
    "humans' ability and agents' actions",
    "\"straight\" and 'straight'",
    "a lone ` character",
  ])("leaves %j as it is", (text) => {
    expect(texQuotes(text)).toBe(text);
  });
});

describe("texDashes", () => {
  it.each([
    ["one -- two", "one – two"],
    ["one---two", "one—two"],
    ["one --- two", "one — two"],
    ["pages 3--7", "pages 3–7"],
    ["self-awareness -- an LLM's", "self-awareness – an LLM's"],
  ])("reads the dash in %j", (tex, text) => {
    expect(texDashes(tex)).toBe(text);
  });

  it.each([
    "run it with --help",
    "---- rule ----",
    "a --> b and <!-- c --> and |---|",
    "state-of-the-art",
    "5 - 3",
    "exploration-a result",
  ])("leaves %j as it is", (text) => {
    expect(texDashes(text)).toBe(text);
  });
});

describe("texTies", () => {
  it.each([
    ["Fig.~1", "Fig. 1"],
    ["Smith et al.~(2020)", "Smith et al. (2020)"],
    ["Donald~Knuth", "Donald Knuth"],
  ])("makes a space of the tie in %j", (tex, text) => {
    expect(texTies(tex)).toBe(text);
  });

  it.each(["about ~10 of them", "~/papers", "~~struck~~"])("leaves %j as it is", (text) => {
    expect(texTies(text)).toBe(text);
  });
});
