import type { Candidate } from "../../src/math/restore/candidates.ts";
import { contextOf, type TextContext } from "../../src/math/restore/context.ts";
import { type Genre, genreOf } from "../../src/math/restore/genre.ts";
import type { Judge } from "../../src/math/restore/judge.ts";
import { candidateFeatures, textFeatures } from "../../src/math/restore/judge-features.ts";
import { candidatesOf } from "../../src/math/restore/restore.ts";
import type { TaggerWeights } from "../../src/math/restore/tagger.ts";
import { shareOf, type Trees } from "../../src/math/restore/trees.ts";
import type { MathRecord } from "../math/records.ts";
import type { Truth } from "../math/truth.ts";
import { type BoostingOptions, boost, type Lesson } from "./boosting.ts";

/**
 * A text with what a tagger found in it that was not trained on it. The judge learns from these.
 */
export interface JudgedText {
  /** The part of the texts that its tagger was not trained on. */
  readonly part: number;
  readonly text: string;
  readonly context: TextContext;
  readonly genre: Genre;
  readonly candidates: readonly Candidate[];
  /** One value for each candidate. */
  readonly lessons: readonly Lesson[];
  readonly weight: number;
}

const spanOptions: BoostingOptions = {
  trees: 120,
  depth: 4,
  rate: 0.12,
  sample: 0.6,
  caution: 3,
};
const textOptions: BoostingOptions = { trees: 60, depth: 3, rate: 0.15, sample: 1, caution: 6 };

/**
 * How much an example counts, by the set that it is from: false positives in real texts cost most.
 */
const spanWeights: Readonly<Record<string, number>> = {
  real_controls: 3,
  real_markup: 3,
  real_pairs: 2,
  real_titles_without: 3,
  titles_real: 2,
  synth_money: 0.5,
};
const textWeights: Readonly<Record<string, number>> = {
  real_controls: 4,
  real_markup: 4,
  real_titles_without: 2,
  real_pairs: 2,
};

/** The examples that a text gives the judge. */
export function judgedText(
  record: MathRecord,
  truth: Truth,
  part: number,
  tagger: TaggerWeights,
): JudgedText {
  const { text, spans } = truth;
  const context = contextOf(text);
  const candidates = candidatesOf(text, context, tagger);
  const genre = genreOf(text);
  const rows = candidateFeatures(text, context, genre, candidates);
  const lessons = candidates.map(({ start, end }, index) => ({
    features: rows[index] ?? [],
    isTrue: spans.some((span) => span.start < end && span.end > start),
    weight: spanWeights[record.set] ?? 1,
  }));
  return { part, text, context, genre, candidates, lessons, weight: textWeights[record.set] ?? 1 };
}

function textLesson(judged: JudgedText, spans: Trees): Lesson {
  const { text, context, genre, candidates, lessons, weight } = judged;
  const shares = lessons.map(({ features }) => shareOf(spans, features));
  return {
    features: textFeatures(text, context, genre, candidates, shares),
    isTrue: lessons.some(({ isTrue }) => isTrue),
    weight,
  };
}

/**
 * Trains the judge. The probabilities of candidates that it uses to learn about texts come from
 * trees trained on the other parts.
 */
export function learnJudge(texts: readonly JudgedText[]): Judge {
  const shown = texts.filter(({ candidates }) => candidates.length > 0);
  const lessonsOf = (some: readonly JudgedText[]): Lesson[] =>
    some.flatMap(({ lessons }) => lessons);
  const parts = [...new Set(shown.map(({ part }) => part))].sort((a, b) => a - b);
  const textLessons = parts.flatMap((part) => {
    const trees = boost(lessonsOf(shown.filter((judged) => judged.part !== part)), spanOptions);
    return shown
      .filter((judged) => judged.part === part)
      .map((judged) => textLesson(judged, trees));
  });
  return {
    spans: boost(lessonsOf(shown), spanOptions),
    texts: boost(textLessons, textOptions),
  };
}
