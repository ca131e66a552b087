import type { CleanPaper } from "../../src/ingest/clean-paper.ts";
import { groupSamePapers } from "../../src/ingest/identity/same-paper.ts";
import type { ReadCase } from "./labelled-cases.ts";

/** Two records of a case, with what is right and what the rule makes of them. */
export interface JudgedPair {
  of: ReadCase;
  first: CleanPaper;
  second: CleanPaper;
  /** Whether they are of one paper. */
  same: boolean;
  merged: boolean;
}

/** Pairs of the same and of different papers, and how many of them the rule merged. */
export interface IdentityFigures {
  same: number;
  /** Pairs of one paper that are merged. */
  found: number;
  different: number;
  /** Pairs of two papers that are merged. */
  wrong: number;
  /** The share of merged pairs that are of one paper. */
  precision: number;
  /** The share of pairs of one paper that are merged. */
  recall: number;
}

/** Groups the records of each case on their own, as if an archive had no others. */
export function judgeAlone(cases: readonly ReadCase[]): JudgedPair[] {
  return cases.flatMap((one) => pairsOf(one, groupSamePapers(one.records).value));
}

/** Groups the records of all cases in one archive, where wrong joins can add up to longer chains. */
export function judgeTogether(cases: readonly ReadCase[]): JudgedPair[] {
  const groups = groupSamePapers(cases.flatMap(({ records }) => records)).value;
  return cases.flatMap((one) => pairsOf(one, groups));
}

/** Counts right and wrong results. */
export function measureIdentity(pairs: readonly JudgedPair[]): IdentityFigures {
  const count = (same: boolean, merged: boolean) =>
    pairs.filter((pair) => pair.same === same && pair.merged === merged).length;
  const [found, missed, wrong, apart] = [
    count(true, true),
    count(true, false),
    count(false, true),
    count(false, false),
  ];
  return {
    same: found + missed,
    found,
    different: wrong + apart,
    wrong,
    precision: found + wrong === 0 ? 1 : found / (found + wrong),
    recall: found + missed === 0 ? 1 : found / (found + missed),
  };
}

function pairsOf(one: ReadCase, groups: readonly CleanPaper[][]): JudgedPair[] {
  const groupOf = new Map(
    groups.flatMap((group) => group.map((record) => [record, group] as const)),
  );
  return one.records.flatMap((first, index) =>
    one.records.slice(index + 1).map(
      (second, after): JudgedPair => ({
        of: one,
        first,
        second,
        same: one.papers[index] === one.papers[index + 1 + after],
        merged: groupOf.get(first) === groupOf.get(second),
      }),
    ),
  );
}
