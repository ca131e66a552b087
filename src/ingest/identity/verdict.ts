import type { Evidence } from "./evidence.ts";

/**
 * What the evidence says about two records: they are of one paper, of two papers, or there is too
 * little to say. Records that must stay apart are not joined through a third one either.
 */
type Verdict = "one" | "apart" | "unknown";

/** A row of the table: if each kind of evidence has one of the values, the verdict holds. */
interface IdentityRule {
  why: string;
  when: { readonly [Kind in keyof Evidence]?: readonly Evidence[Kind][] };
  verdict: Verdict;
}

const sharedAuthors = ["same", "shared"] as const;
const noOtherAuthors = ["same", "shared", "unknown"] as const;
const noOther = ["same", "unknown"] as const;
const nearYear = ["same", "near", "unknown"] as const;

/** The rule by which records are of one paper. The first row that fits decides. */
export const identityRules: readonly IdentityRule[] = [
  { why: "two DOIs", when: { doi: ["different"] }, verdict: "apart" },
  { why: "two arXiv ids", when: { arxiv: ["different"] }, verdict: "apart" },
  { why: "only an id", when: { id: ["same"], title: ["unknown"] }, verdict: "one" },
  {
    why: "parts of a series, or a paper and its erratum",
    when: { part: ["different"] },
    verdict: "apart",
  },
  {
    why: "one id and one distinct title",
    when: { id: ["same"], title: ["same"], kind: ["distinct", "short"] },
    verdict: "one",
  },
  {
    why: "one id and one generic title, and nothing against it",
    when: {
      id: ["same"],
      title: ["same"],
      authors: noOtherAuthors,
      year: ["same", "unknown"],
      pages: noOther,
    },
    verdict: "one",
  },
  {
    why: "one DOI on several chapters",
    when: { doi: ["same"], title: ["alike", "different"], pages: ["different"] },
    verdict: "apart",
  },
  {
    why: "one id, similar titles, common authors",
    when: { id: ["same"], title: ["alike"], authors: sharedAuthors },
    verdict: "one",
  },
  {
    why: "one id, similar titles, no other abstract",
    when: {
      id: ["same"],
      title: ["alike"],
      authors: ["unknown"],
      abstract: ["equal", "same", "unknown"],
    },
    verdict: "one",
  },
  {
    why: "one id and one abstract under another title",
    when: { id: ["same"], abstract: ["equal", "same"], authors: noOtherAuthors },
    verdict: "one",
  },
  {
    why: "a preprint that got another title",
    when: { arxiv: ["same"], title: ["different"], authors: sharedAuthors, year: nearYear },
    verdict: "one",
  },
  {
    why: "a preprint with another title, whose authors are unknown",
    when: { arxiv: ["same"], authors: ["unknown"], year: nearYear },
    verdict: "one",
  },
  { why: "a stray id", when: { id: ["same"] }, verdict: "apart" },
  { why: "other authors", when: { authors: ["different"] }, verdict: "apart" },
  { why: "another title", when: { title: ["different", "unknown"] }, verdict: "unknown" },
  {
    why: "one title and one abstract",
    when: { title: ["same"], abstract: ["equal", "same"] },
    verdict: "one",
  },
  {
    why: "one abstract, and a title with lost formulas",
    when: { title: ["alike"], formulas: ["some"], abstract: ["equal"], year: nearYear },
    verdict: "one",
  },
  { why: "a similar title", when: { title: ["alike"] }, verdict: "unknown" },
  {
    why: "a rewritten abstract of the same authors",
    when: { abstract: ["different"], authors: ["same"], kind: ["distinct"], year: nearYear },
    verdict: "one",
  },
  { why: "another abstract", when: { abstract: ["different"] }, verdict: "apart" },
  { why: "years far apart", when: { year: ["different"] }, verdict: "apart" },
  { why: "other pages", when: { pages: ["different"] }, verdict: "apart" },
  {
    why: "a generic title with the same authors, year and place",
    when: { kind: ["generic"], authors: sharedAuthors, year: ["same"], place: noOther },
    verdict: "one",
  },
  {
    why: "a generic title on the same pages",
    when: { kind: ["generic"], year: ["same"], place: ["same"], pages: ["same"] },
    verdict: "one",
  },
  { why: "a generic title", when: { kind: ["generic"] }, verdict: "apart" },
  { why: "one title, common authors", when: { authors: sharedAuthors }, verdict: "one" },
  { why: "another place", when: { place: ["different"] }, verdict: "apart" },
  { why: "one title, and nothing against it", when: {}, verdict: "one" },
];

// Each pair is compared with many rows, so that a row is taken apart only once.
const rows = identityRules.map((rule) => ({
  rule,
  wanted: new Map<string, readonly string[]>(Object.entries(rule.when)),
}));

/** The row of the table that decides. */
export function ruleFor(evidence: Evidence): IdentityRule {
  const facts = new Map<string, string>(Object.entries(evidence));
  const found = rows.find(({ wanted }) =>
    [...wanted].every(([kind, values]) => values.includes(facts.get(kind) ?? "")),
  );
  return found?.rule ?? { why: "no evidence", when: {}, verdict: "unknown" };
}
