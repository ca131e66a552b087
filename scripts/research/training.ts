import { contextOf, type TextContext } from "../../src/math/restore/context.ts";
import type { RunCosts } from "../../src/math/restore/letter-runs.ts";
import { degrade } from "../math/degrade.ts";
import type { MathRecord } from "../math/records.ts";
import { type Truth, truthOf } from "../math/truth.ts";
import { type Sequence, sequencesOf, train } from "./crf.ts";
import { labelsOf } from "./labels.ts";
import { countRuns } from "./run-costs.ts";

/** A record with everything that training and measuring need. */
export interface Example {
  readonly record: MathRecord;
  readonly truth: Truth;
  readonly sequences: readonly Sequence[];
}

/** How the model is trained. */
export interface Settings {
  readonly rounds: number;
  readonly rate: number;
  readonly decay: number;
  readonly leastCount: number;
  /** How much more a text from the source itself counts than a synthetic one. */
  readonly realWeight: number;
  /** How much a text without formulas from the source counts. */
  readonly controlWeight: number;
  /** How much a text counts that was damaged again in the manner of the other era. */
  readonly otherEraWeight: number;
  readonly features: number;
}

/** The default settings, which the command line can override. */
export const settings: Settings = {
  rounds: 12,
  rate: 0.1,
  decay: 0.004,
  leastCount: 3,
  realWeight: 2,
  controlWeight: 3,
  otherEraWeight: 0.5,
  features: 92_000,
};

/** Reads records; those whose damage cannot be replayed are left out. */
export function examplesOf(
  records: readonly MathRecord[],
  realWeight: number,
  controlWeight: number,
): Example[] {
  return records.flatMap((record) => {
    const truth = truthOf(record);
    if (truth === undefined) return [];
    const context: TextContext = contextOf(truth.text);
    const weight =
      record.set === "real_controls" || record.set === "real_markup"
        ? controlWeight
        : record.set.includes("real")
          ? realWeight
          : 1;
    const all = sequencesOf(context, labelsOf(context, truth.authored), weight);
    // `O(N^2)` typed without dollars is still a formula, so it must not be learned as prose.
    const sequences =
      truth.spans.length > 0 ? all : all.filter(({ certain }) => !certain.includes(1));
    return [{ record, truth, sequences }];
  });
}

/** Like `examplesOf`, for texts that only the judge learns from. */
export const judgeExamplesOf = (records: readonly MathRecord[]): Example[] =>
  records.flatMap((record) => {
    const truth = truthOf(record);
    return truth === undefined ? [] : [{ record, truth, sequences: [] }];
  });

/**
 * Which of `folds` parts a record is in. It depends on the id, so that all versions of a text stay
 * together.
 */
export function foldOf(id: string, folds: number): number {
  let hash = 7;
  for (const character of id) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % folds;
}

/**
 * The text as the source would show it in the other era, as more training data, since Unicode Greek
 * is rare in the records. Undefined if nothing would change.
 */
export function otherEra(example: Example, weight: number): Example | undefined {
  const { record } = example;
  if (example.truth.spans.length === 0) return undefined;
  const degraded = degrade(record.original, "B");
  if (degraded === record.degraded || degrade(record.original, "A") !== record.degraded) {
    return undefined;
  }
  return examplesOf([{ ...record, degraded, era: "B" }], weight, weight)[0];
}

/** Trains on the given examples only. */
export function learn(
  examples: readonly Example[],
  given: Settings,
  log: (line: string) => void,
): { table: Float32Array; costs: RunCosts } {
  const others = examples.flatMap((example) => otherEra(example, given.otherEraWeight) ?? []);
  const sequences = [...examples, ...others].flatMap((example) => example.sequences);
  const table = train(sequences, { ...given, log });
  const costs = countRuns(examples.flatMap(({ truth }) => truth.authored));
  return { table, costs };
}
