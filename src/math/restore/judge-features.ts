import { greekLetterCommand } from "../greek-letters.ts";
import { type Candidate, rankOf } from "./candidates.ts";
import { commandClass, doubtfulNames } from "./commands.ts";
import type { TextContext } from "./context.ts";
import { logit } from "./trees.ts";

// What the judge's trees ask about. The order of the features is part of the weights.

const bounded = (share: number): number => logit(Math.min(0.9997, Math.max(0.005, share)));

/** What kind of text a candidate is, as a number that trees can ask about. */
function kindOf(source: string): number {
  if (source.length === 1) {
    if (source >= "a" && source <= "z") return 0;
    return source >= "A" && source <= "Z" ? 1 : greekLetterCommand.has(source) ? 4 : 9;
  }
  const kind = commandClass.get(source);
  if (kind === "greek") return doubtfulNames.has(source) ? 2 : 3;
  if (kind !== undefined) return doubtfulNames.has(source) ? 5 : 6;
  if (/^\d/.test(source)) return 7;
  return source.length < 7 ? 8 : 10;
}

/** In tokens; all texts longer than this are abstracts. */
const lengthOf = ({ tokens }: TextContext): number => Math.min(300, tokens.length);

/**
 * Features of the whole text, which both rows have, in the order that the trees were trained with.
 */
function factsOf(context: TextContext): number[] {
  const { theory, bench } = context.genre;
  const [, percent = 0, era = 0, latex = 0, plain = 0, certain = 0] = context.facts;
  return [percent, era, latex, plain, certain, theory, bench, lengthOf(context)];
}

/** The highest value, and the highest value of another source. */
function surest(pairs: Iterable<readonly [source: string, value: number]>) {
  let first = { source: "", value: -6 };
  let second = -6;
  for (const [source, value] of pairs) {
    if (value > first.value) {
      if (source !== first.source) second = first.value;
      first = { source, value };
    } else if (source !== first.source && value > second) second = value;
  }
  return (source: string): number => (source === first.source ? second : first.value);
}

const words = /[A-Za-z]+|[\u0370-\u03ff]/g;
/** How much of a candidate the features use. */
const longestSource = 60;

interface Sight {
  readonly text: string;
  readonly context: TextContext;
  readonly candidates: readonly Candidate[];
  readonly sources: readonly string[];
}

const sightOf = (text: string, context: TextContext, candidates: readonly Candidate[]): Sight => ({
  text,
  context,
  candidates,
  sources: candidates.map(({ start, end }) =>
    text.slice(start, Math.min(end, start + longestSource)),
  ),
});

const isFirm = ({ confidence, faint }: Candidate): boolean => confidence > 0.5 && !faint;

/** Letters and names inside longer candidates, with the confidence of the surest one. */
function partsOf({ candidates, sources }: Sight): Map<string, number> {
  const parts = new Map<string, number>();
  candidates.forEach(({ confidence }, index) => {
    const source = sources[index] ?? "";
    if (source.length === 1) return;
    for (const [word] of source.matchAll(words)) {
      if (word !== source) parts.set(word, Math.max(parts.get(word) ?? 0, confidence));
    }
  });
  return parts;
}

/**
 * For each source: how often it is a candidate, how often it is in the text, and its confidence.
 */
function usesOf({ context, candidates, sources }: Sight) {
  const uses = new Map<string, { count: number; inText: number; surest: number }>();
  candidates.forEach(({ confidence }, index) => {
    const source = sources[index] ?? "";
    const use = uses.get(source) ?? { count: 0, inText: 0, surest: 0 };
    use.count += 1;
    use.surest = Math.max(use.surest, confidence);
    uses.set(source, use);
  });
  for (const { text } of context.tokens) {
    const use = uses.get(text);
    if (use !== undefined) use.inText += 1;
  }
  return uses;
}

/** Features of all candidates of a text together: does it contain mathematics? */
function togetherOf(candidates: readonly Candidate[], sources: readonly string[]) {
  const logits = candidates.map(({ confidence }) => bounded(confidence));
  const doubts = candidates.map(({ confidence }) => -Math.log(Math.max(1e-3, 1 - confidence)));
  const firm = candidates.filter(isFirm);
  const letters = sources.filter(
    (source, index) => source.length === 1 && (candidates[index]?.confidence ?? 0) > 0.3,
  );
  return {
    logits,
    doubts,
    evidence: doubts.reduce((sum, value) => sum + value, 0),
    firm: firm.length,
    firmStrong: firm.filter(isStrong).length,
    proofs: firm.filter((candidate) => candidate.evidence === "proof").length,
    letters: new Set(letters).size,
    mean: logits.reduce((sum, value) => sum + value, 0) / candidates.length,
  };
}

const isStrong = ({ evidence }: Candidate): boolean => rankOf(evidence) > 1;

/** One row of features for each candidate of a text. Linear in the text's length. */
export function candidateFeatures(
  text: string,
  context: TextContext,
  candidates: readonly Candidate[],
): number[][] {
  const sight = sightOf(text, context, candidates);
  const { sources } = sight;
  const uses = usesOf(sight);
  const parts = partsOf(sight);
  const together = togetherOf(candidates, sources);
  const { logits } = together;
  const surer = (accepts: (candidate: Candidate) => boolean) =>
    surest(
      candidates.flatMap((candidate, index) =>
        accepts(candidate) ? [[sources[index] ?? "", logits[index] ?? 0] as const] : [],
      ),
    );
  const [other, otherStrong] = [surer(() => true), surer(isStrong)];
  const [strong = 0] = context.facts;
  const ofText = factsOf(context);
  return candidates.map((candidate, index) => {
    const source = sources[index] ?? "";
    const use = uses.get(source);
    const own = isFirm(candidate) ? 1 : 0;
    return [
      logits[index] ?? 0,
      bounded(candidate.mean),
      candidate.faint ? 1 : 0,
      rankOf(candidate.evidence),
      kindOf(source),
      Math.min(40, candidate.end - candidate.start),
      other(source),
      otherStrong(source),
      Math.min(40, together.evidence - (together.doubts[index] ?? 0)),
      together.firm - own,
      together.firmStrong - (isStrong(candidate) ? own : 0),
      Math.min(3, together.proofs),
      bounded(use?.surest ?? 0),
      use?.count ?? 0,
      bounded(parts.get(source) ?? 0),
      use?.inText ?? 0,
      strong,
      ...ofText,
      ...surroundings(text, candidate),
      /[=<>]/.test(source) ? 1 : /[(|]/.test(source) ? 2 : 0,
      together.letters,
      together.mean,
    ];
  });
}

/** The characters after and before a candidate, as numbers. */
function surroundings(text: string, { start, end }: Candidate): [number, number] {
  const before = text[start - 1] ?? " ";
  const after = text[end] ?? " ";
  return [
    after === "-" ? 1 : /[A-Za-z]/.test(after) ? 2 : 0,
    before === "-" ? 1 : /[A-Za-z]/.test(before) ? 2 : before === "(" ? 3 : 0,
  ];
}

/**
 * The row of features of a whole text. `shares` are the probabilities that the trees gave its
 * candidates.
 */
export function textFeatures(
  text: string,
  context: TextContext,
  candidates: readonly Candidate[],
  shares: readonly number[],
): number[] {
  const { sources } = sightOf(text, context, candidates);
  const best = shares.reduce((at, share, index) => (share > (shares[at] ?? 0) ? index : at), 0);
  const top = candidates[best];
  const source = sources[best] ?? "";
  const surestOf = (accepts: (index: number) => boolean): number =>
    shares.reduce((most, share, index) => (accepts(index) ? Math.max(most, share) : most), 0);
  const ofRank = (rank: number): number =>
    surestOf((index) => rankOf(candidates[index]?.evidence ?? "weak") === rank);
  return [
    bounded(shares[best] ?? 0),
    bounded(surestOf((index) => sources[index] !== source)),
    ofRank(0),
    ofRank(1),
    ofRank(2),
    ofRank(3),
    shares.reduce((sum, share) => sum + share, 0),
    shares.filter((share) => share > 0.5).length,
    new Set(sources.filter((_, index) => (shares[index] ?? 0) > 0.4)).size,
    kindOf(source),
    top === undefined ? 0 : Math.min(40, top.end - top.start),
    ...factsOf(context),
    text[top?.end ?? 0] === "-" ? 1 : 0,
  ];
}
