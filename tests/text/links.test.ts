import { describe, expect, it } from "vitest";
import { clean } from "../../src/ingest/clean.ts";
import { restoreMath } from "../../src/ingest/restore-math.ts";
import { findLinks, linkKind, paperLinks } from "../../src/text/links.ts";
import { raw, words } from "../fixtures/papers.ts";

describe("findLinks", () => {
  it.each([
    ["at https://github.com/a/b.", ["https://github.com/a/b"]],
    ["at https://github.com/a/b .", ["https://github.com/a/b"]],
    ["(see https://a.org/x)", ["https://a.org/x"]],
    ["https://en.wikipedia.org/wiki/A_(b) and", ["https://en.wikipedia.org/wiki/A_(b)"]],
    ["researchhttps://github.com/InternLM/OREAL.", ["https://github.com/InternLM/OREAL"]],
    ["https://a.org/xhttps://b.org/y", ["https://a.org/x", "https://b.org/y"]],
    ["[https://a.org]", ["https://a.org"]],
    ["https://a.org/b.Our code", ["https://a.org/b"]],
    ["github.com/a/b and www.a.org", ["https://github.com/a/b", "https://www.a.org"]],
    ["{https://a.org/b}", ["https://a.org/b"]],
    ["https://a.org/~me/x_y#z?q=1&r=2,", ["https://a.org/~me/x_y#z?q=1&r=2"]],
    ["“https://a.org/b”", ["https://a.org/b"]],
    ["**https://a.org/b**", ["https://a.org/b"]],
    [
      "(https://doi.org/10.1002/(SICI)1521-3951(199911)216:1<5::AID-PSSB5>3.0.CO;2-F).",
      ["https://doi.org/10.1002/(SICI)1521-3951(199911)216:1%3C5::AID-PSSB5%3E3.0.CO;2-F"],
    ],
  ])("finds the addresses in %j", (text, urls) => {
    expect(findLinks(text).map(({ url }) => url)).toEqual(urls);
  });

  it.each([
    "https://",
    "http://localhost",
    "FINN.no and Node.js",
    "me@github.com/x",
    "javascript:alert(1)",
    "ftp://a.org/x",
    "https://exa mple",
  ])("finds none in %j", (text) => {
    expect(findLinks(text)).toEqual([]);
  });
});

describe("linkKind", () => {
  it.each([
    ["https://github.com/a/b", "code"],
    ["https://gitlab.inria.fr/a/b", "code"],
    ["https://anonymous.4open.science/r/x", "code"],
    ["https://a.github.io/b", "project"],
    ["https://sites.google.com/view/x", "project"],
    ["https://huggingface.co/datasets/a/b", "data"],
    ["https://zenodo.org/record/1", "data"],
    ["https://huggingface.co/a/b", "other"],
    ["https://example.org/github.com/a", "other"],
    ["https://notgithub.com/a", "other"],
  ])("types %s as %s", (url, kind) => {
    expect(linkKind(url)).toBe(kind);
  });

  it("lists an address once", () => {
    expect(paperLinks(["https://a.org/x", "https://a.org/x"])).toHaveLength(1);
  });
});

describe("links in an abstract", () => {
  it.each([
    ["future researchhttps://a.org/b.", "future research https://a.org/b."],
    ["at https://a.org/b .", "at https://a.org/b."],
    ["at https://a.org/b , and", "at https://a.org/b, and"],
    ["at https://a.org/b.Our code", "at https://a.org/b. Our code"],
    ["see https://a.org/b--c~d -- so", "see https://a.org/b--c~d – so"],
    ["see https://a.org/b . . . or", "see https://a.org/b . . . or"],
  ])("are set apart from the words: %j", (abstract, text) => {
    const paper = clean(restoreMath(raw({ abstract }), { formulaConfidence: 0.5 }));
    expect(words(paper.abstract)).toBe(text);
  });

  it("are not made in a title, which is itself shown in a link", () => {
    const { title, titleText } = clean(
      restoreMath(raw({ title: "On **https://a.org/b**" }), { formulaConfidence: 0.5 }),
    );
    expect(titleText).toBe("On https://a.org/b");
    expect(JSON.stringify(title)).not.toContain('"link"');
  });

  it("are added to those of the source, each once", () => {
    const given = { kind: "project" as const, url: "https://a.org/b/" };
    const paper = clean(
      restoreMath(raw({ abstract: "At https://a.org/b.", links: [given] }), {
        formulaConfidence: 0.5,
      }),
    );
    expect(paper.links).toEqual([given]);
  });
});
