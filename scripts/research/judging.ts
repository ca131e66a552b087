import type { Candidate } from "../../src/math/restore/candidates.ts";
import { contextOf, type TextContext } from "../../src/math/restore/context.ts";
import type { Extent } from "../../src/math/restore/extent.ts";
import type { Judge } from "../../src/math/restore/judge.ts";
import { candidateFeatures, textFeatures } from "../../src/math/restore/judge-features.ts";
import { candidatesOf } from "../../src/math/restore/restore.ts";
import type { TaggerWeights } from "../../src/math/restore/tagger.ts";
import { logit, shareOf, type Trees } from "../../src/math/restore/trees.ts";
import { typedSigns } from "../../src/math/restore/typing.ts";
import type { MathRecord } from "../math/records.ts";
import type { Truth } from "../math/truth.ts";
import { type BoostingOptions, boost, type Lesson } from "./boosting.ts";
import { chooseBars, type KnownText, type WeighedText } from "./choosing.ts";

/**
 * A text with what a tagger found in it that was not trained on it. The judge learns from these.
 */
export interface JudgedText extends KnownText {
  /** The part of the texts that its tagger was not trained on. */
  readonly part: number;
  readonly context: TextContext;
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
  const rows = candidateFeatures(text, context, candidates);
  const lessons = candidates.map(({ start, end }, index) => ({
    features: rows[index] ?? [],
    isTrue: spans.some((span) => span.start < end && span.end > start),
    weight: spanWeights[record.set] ?? 1,
  }));
  const { set } = record;
  const weight = textWeights[set] ?? 1;
  const facts = { set, ...meetingOf(truth, candidates) };
  return { part, text, context, typed: typedSigns(text), candidates, lessons, weight, ...facts };
}

/** What of the truth each candidate meets. */
function meetingOf(
  { spans, authored }: Truth,
  candidates: readonly Candidate[],
): Pick<JudgedText, "damaged" | "meets" | "isRight"> {
  const damaged = spans.filter(({ kind }) => kind === "damaged");
  const isMet = ({ start, end }: Candidate, span: Extent): boolean =>
    span.start < end && span.end > start;
  return {
    damaged: damaged.length,
    meets: candidates.map((candidate) =>
      damaged.flatMap((span, index) => (isMet(candidate, span) ? [index] : [])),
    ),
    isRight: candidates.map((candidate) =>
      [...spans, ...authored].some((span) => isMet(candidate, span)),
    ),
  };
}

function textLesson(judged: JudgedText, spans: Trees): Lesson {
  const { text, context, candidates, lessons, weight } = judged;
  const shares = lessons.map(({ features }) => shareOf(spans, features));
  return {
    features: textFeatures(text, context, candidates, shares),
    isTrue: lessons.some(({ isTrue }) => isTrue),
    weight,
  };
}

/**
 * Trains the judge. The probabilities of candidates that it uses to learn about texts come from
 * trees trained on the other parts, and so do those by which the bars are chosen.
 */
export function learnJudge(texts: readonly JudgedText[]): Judge {
  const parts = [...new Set(texts.map(({ part }) => part))].sort((a, b) => a - b);
  const shown = texts.filter(({ candidates }) => candidates.length > 0);
  const others = (part: number): JudgedText[] => shown.filter((judged) => judged.part !== part);
  const lessonsOf = (some: readonly JudgedText[]): Lesson[] =>
    some.flatMap(({ lessons }) => lessons);
  const seen = parts.flatMap((part) => {
    const trees = boost(lessonsOf(others(part)), spanOptions);
    return shown
      .filter((judged) => judged.part === part)
      .map((judged) => ({
        judged,
        lesson: textLesson(judged, trees),
        spans: judged.lessons.map(({ features }) => logit(shareOf(trees, features))),
      }));
  });
  const weighed = parts.flatMap((part): WeighedText[] => {
    const rest = seen.filter(({ judged }) => judged.part !== part);
    const trees = boost(
      rest.map(({ lesson }) => lesson),
      textOptions,
    );
    return seen
      .filter(({ judged }) => judged.part === part)
      .map(({ judged, lesson, spans }) => ({
        judged,
        text: logit(shareOf(trees, lesson.features)),
        spans,
      }));
  });
  const silent = texts
    .filter(({ candidates }) => candidates.length === 0)
    .map((judged) => ({ judged, text: 0, spans: [] }));
  return {
    spans: boost(lessonsOf(shown), spanOptions),
    texts: boost(
      seen.map(({ lesson }) => lesson),
      textOptions,
    ),
    bars: chooseBars([...weighed, ...silent]),
  };
}
