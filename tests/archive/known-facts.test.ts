import { describe, expect, it } from "vitest";
import { knownFacts } from "../../src/archive/known-facts.ts";

type Paper = Parameters<typeof knownFacts>[0][number]["paper"];
const from = (format: string) => [{ format, file: "seeds/a", line: 1 }];
const bare = { authors: [], ids: {}, links: [], sources: from("daily-papers-text") };
const known = (...papers: Partial<Paper>[]) =>
  knownFacts(papers.map((paper) => ({ paper: { ...bare, ...paper }, abstract: "See a.org/x." })));

describe("what is known about the papers of an archive", () => {
  it("counts papers with author names, identifiers and links", () => {
    const authors = [{ name: "Ada Bee" }];
    const full = { authors, ids: { arxiv: "2510.01171" }, sources: from("bibtex") };
    expect(known(full, { authors, sources: from("bibtex") })).toEqual({
      papers: 2,
      named: 2,
      identified: 1,
      linked: 1,
      lostInCopy: false,
    });
  });

  it("speaks of copied pages only where papers from there lack something", () => {
    expect(known({}).lostInCopy).toBe(true);
    expect(known({ sources: [...from("daily-papers-text"), ...from("bibtex")] }).lostInCopy).toBe(
      false,
    );
  });

  it("takes an address for a link to the paper unless the abstract has it", () => {
    const link = (url: string) => ({ links: [{ kind: "other" as const, url }] });
    expect(known(link("https://a.org/x"), link("https://a.org/y")).linked).toBe(1);
  });
});
