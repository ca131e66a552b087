import type { Evidence } from "./evidence.ts";

/**
 * What the evidence says about two records: they are of one paper, of two papers, or there is too
 * little to say. Records that must stay apart are not joined through a third one either.
 */
type Verdict = "one" | "apart" | "unknown";

/** A row of the table: if each kind of evidence has one of the values, the verdict holds. */
export interface IdentityRule {
  why: string;
  when: { readonly [Kind in keyof Evidence]?: readonly Evidence[Kind][] };
  verdict: Verdict;
  /** Whether nothing speaks for one paper but the title, so that the owner is told. */
  byTitleAlone?: true;
}

const commonAuthors = ["same", "shared"] as const;
const noOtherAuthors = ["same", "shared", "unknown"] as const;
const noOther = ["same", "unknown"] as const;
const nearYear = ["same", "near", "unknown"] as const;
const oneAbstract = ["equal", "same"] as const;
const noOtherAbstract = ["equal", "same", "unknown"] as const;
const otherTitle = ["alike", "different"] as const;

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

  // Records with a common id.
  {
    why: "one id and one distinct title",
    when: { id: ["same"], title: ["same"], kind: ["distinct"] },
    verdict: "one",
  },
  {
    why: "one id and one short title",
    when: { id: ["same"], title: ["same"], kind: ["short"], authors: noOtherAuthors },
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
    why: "one DOI on several pages",
    when: { doi: ["same"], title: otherTitle, pages: ["different"] },
    verdict: "apart",
  },
  {
    why: "one DOI on several chapters",
    when: { doi: ["same"], title: otherTitle, form: ["chapter", "different"] },
    verdict: "apart",
  },
  {
    why: "one id, nearly one title",
    when: { id: ["same"], title: ["near"], authors: noOtherAuthors },
    verdict: "one",
  },
  {
    why: "one id, similar titles, common authors",
    when: { id: ["same"], title: ["alike"], authors: commonAuthors },
    verdict: "one",
  },
  {
    why: "one id, similar titles, no other abstract",
    when: { id: ["same"], title: ["alike"], authors: ["unknown"], abstract: noOtherAbstract },
    verdict: "one",
  },
  {
    why: "one id and one abstract under another title",
    when: { id: ["same"], abstract: oneAbstract, authors: noOtherAuthors },
    verdict: "one",
  },
  {
    why: "a preprint that got another title",
    when: {
      arxiv: ["same"],
      title: ["different"],
      authors: ["same", "unknown"],
      year: nearYear,
      place: noOther,
      pages: noOther,
    },
    verdict: "one",
  },
  { why: "a stray id", when: { id: ["same"] }, verdict: "apart" },

  // Records without a common id.
  { why: "other authors", when: { authors: ["different"] }, verdict: "apart" },
  { why: "a book and an article", when: { form: ["different"] }, verdict: "apart" },
  { why: "other numbers", when: { numbers: ["different"] }, verdict: "apart" },
  {
    why: "one abstract of the same authors under another title",
    when: { title: otherTitle, abstract: ["equal"], authors: ["same"], year: nearYear },
    verdict: "one",
  },
  {
    why: "one abstract, similar titles",
    when: { title: ["alike"], abstract: ["equal"], year: nearYear, pages: noOther },
    verdict: "one",
  },
  { why: "another title", when: { title: ["alike", "different", "unknown"] }, verdict: "unknown" },
  { why: "other pages", when: { pages: ["different"] }, verdict: "apart" },
  {
    why: "one title and one abstract of the same authors",
    when: { abstract: oneAbstract, authors: ["same"], place: noOther },
    verdict: "one",
  },
  {
    why: "one title and one abstract",
    when: { abstract: oneAbstract, year: nearYear },
    verdict: "one",
  },
  { why: "two years of a series", when: { years: ["series"] }, verdict: "apart" },
  {
    why: "two places in two years",
    when: { years: ["places"], place: ["different"] },
    verdict: "apart",
  },
  {
    why: "a short title in two years",
    when: { years: ["places"], kind: ["short"] },
    verdict: "apart",
  },
  {
    why: "one title in two years, without the same authors",
    when: { years: ["places"], authors: ["shared", "unknown"] },
    verdict: "apart",
  },
  {
    why: "nearly one title of the same authors",
    when: {
      title: ["near"],
      authors: ["same"],
      abstract: ["unknown"],
      year: nearYear,
      place: noOther,
    },
    verdict: "one",
  },
  { why: "nearly one title", when: { title: ["near"] }, verdict: "unknown" },

  // Records with one title.
  {
    why: "a rewritten abstract of the same authors",
    when: { abstract: ["different"], authors: ["same"], kind: ["distinct"], year: nearYear },
    verdict: "one",
  },
  { why: "another abstract", when: { abstract: ["different"] }, verdict: "apart" },
  { why: "years far apart", when: { year: ["different"] }, verdict: "apart" },
  {
    why: "a generic title with the same authors, year and place",
    when: { kind: ["generic"], authors: ["same"], year: ["same"], place: ["same"] },
    verdict: "one",
  },
  {
    why: "a generic title on the same pages",
    when: { kind: ["generic"], year: ["same"], place: ["same"], pages: ["same"] },
    verdict: "one",
  },
  { why: "a generic title", when: { kind: ["generic"] }, verdict: "apart" },
  {
    why: "one distinct title, the same authors",
    when: { kind: ["distinct"], authors: ["same"] },
    verdict: "one",
  },
  { why: "another place", when: { place: ["different"] }, verdict: "unknown" },
  { why: "one short title, the same authors", when: { authors: ["same"] }, verdict: "one" },
  {
    why: "one distinct title, common authors",
    when: { kind: ["distinct"], authors: ["shared"] },
    verdict: "one",
  },
  { why: "one title, one place", when: { place: ["same"] }, verdict: "one" },
  {
    why: "one short title, some common authors",
    when: { authors: ["shared"] },
    verdict: "unknown",
  },
  { why: "one title, and nothing against it", when: {}, verdict: "one", byTitleAlone: true },
];

// What takes longest to find comes last.
const kinds = [
  ...(["doi", "arxiv", "id", "title", "part", "kind", "numbers", "form"] as const),
  ...(["authors", "year", "years", "place", "pages", "abstract"] as const),
];
// Each pair is compared with many rows, so that a row is taken apart only once.
const rows = identityRules.map((rule) => ({
  rule,
  wanted: kinds.flatMap((kind) => {
    const values: readonly string[] | undefined = rule.when[kind];
    return values ? [{ kind, values }] : [];
  }),
}));

/** The row of the table that decides. */
export function ruleFor(evidence: Evidence): IdentityRule {
  const found = rows.find(({ wanted }) =>
    wanted.every(({ kind, values }) => values.includes(evidence[kind])),
  );
  return found?.rule ?? { why: "no evidence", when: {}, verdict: "unknown" };
}
