import { commandClass } from "./commands.ts";
import type { TextContext } from "./context.ts";
import { type Extent, settleBrackets } from "./extent.ts";
import { theoryFrom } from "./genre.ts";
import { isBridged, partsOfRange, wholeEnd, wholeStart } from "./neighbours.ts";
import { isProse } from "./prose.ts";
import { shape, shapeTable } from "./shapes.ts";
import { type TaggedRun, type TaggerWeights, tag } from "./tagger.ts";

/** The bias for the beginning of a formula in a text that is full of them. */
const fullTextBias = 0.5;

const strongShapes: ReadonlySet<number> = new Set<number>([
  shape.caret,
  shape.underscore,
  shape.strongName,
  shape.glued,
  shape.greekLetter,
]);

/**
 * The evidence in a span: something that only the damage leaves, such as `2.5times` (`proof`), a
 * character that is rare outside mathematics (`strong`), a Greek name that is not another word
 * (`name`), or only letters, numbers and words that prose has too (`weak`).
 */
export type Evidence = "proof" | "strong" | "name" | "weak";

/** A span of a damaged text that looks like a formula. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  /** How sure the tagger is of its tokens on average. */
  readonly mean: number;
  readonly evidence: Evidence;
  readonly faint: boolean;
}

/** Greek names that are words of their own: beta versions, alpha mattes, the Delta of a river. */
const wordNames = /^(?:alpha|beta|delta|omega|iota|kappa|chi|psi|eta|zeta|nu|pi)$/i;

/** Whether a Greek name is also a word of English. */
export const isWordName = (name: string): boolean => wordNames.test(name);

const isScript = (kind: number): boolean => kind === shape.caret || kind === shape.underscore;

/** Words alone are prose, however dense the mathematics around them is. */
const wordShapes = shapeTable([shape.word, shape.functionWord, shape.capitalWord, shape.capitals]);

function isWords({ shapes }: TextContext, { from, until }: TaggedRun): boolean {
  return until - from > 1 && shapes.subarray(from, until).every((kind) => wordShapes[kind] === 1);
}

/** `kappa = 0.9` and `k in [0,1]` are formulas, but authors also type them without dollars. */
const isTyped = ({ tokens }: TextContext, at: number): boolean => {
  const text = tokens[at]?.text ?? "";
  return text === "in" || commandClass.get(text) === "greek";
};

function evidenceOf(context: TextContext, run: TaggedRun): Evidence {
  let evidence: Evidence = "weak";
  for (let at = run.from; at < run.until; at += 1) {
    const kind = context.shapes[at] ?? 0;
    if (context.certain[at] === 1 && !isScript(kind) && !isTyped(context, at)) return "proof";
    if (strongShapes.has(kind) || context.certain[at] === 1) evidence = "strong";
    else if (
      kind === shape.greekName &&
      evidence === "weak" &&
      !wordNames.test(context.tokens[at]?.text ?? "")
    ) {
      evidence = "name";
    }
  }
  return evidence;
}

const ranks = { weak: 0, name: 1, strong: 2, proof: 3 } as const;
/** How much evidence there is, as a number. */
export const rankOf = (evidence: Evidence): number => ranks[evidence];

/** `2.5times`: authors put the number outside of the dollars rather than inside, by a little. */
function settle(text: string, extent: Extent): Extent {
  const { start, end } = settleBrackets(text, extent);
  const factor = /^\d[\d.,]*\s?(?=times$)/.exec(text.slice(start, Math.min(end, start + 24)));
  return { start: start + (factor?.[0].length ?? 0), end };
}

/** Whether the second span closes a bracket that the first one opens a few characters before. */
function closesOther(text: string, first: Extent, second: Extent): boolean {
  if (second.start - first.end > 12 || /[A-Za-z]{4}/.test(text.slice(first.end, second.start)))
    return false;
  let open = 0;
  for (let at = Math.max(first.start, first.end - 200); at < first.end; at += 1) {
    const character = text[at];
    if (character === "(" || character === "[") open += 1;
    else if (character === ")" || character === "]") open = Math.max(0, open - 1);
  }
  if (open === 0) return false;
  for (let at = first.end; open > 0 && at < Math.min(second.end, second.start + 200); at += 1) {
    const character = text[at];
    if (character === "(" || character === "[") open += 1;
    else if (character === ")" || character === "]") open -= 1;
  }
  return open === 0;
}

/**
 * Whether two spans are one formula: nobody writes `$a$ $b$` with nothing between them, and
 * `sim5times` has only a number between them.
 */
function joins(text: string, first: Extent, second: Extent): boolean {
  if (second.start <= first.end) return true;
  if (second.start - first.end > 12) return false;
  const gap = text.slice(first.end, second.start);
  return gap.trim() === "" || /^\d[\d.,]*$/.test(gap);
}

/** In a text with many formulas, a doubtful token is more likely to be part of one. */
const biasOf = ({ facts }: TextContext): number =>
  (facts[5] ?? 0) >= 2 || (facts[6] ?? 0) >= theoryFrom ? fullTextBias : 0;

function joined(text: string, found: readonly Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  for (const next of found) {
    const last = out.at(-1);
    if (
      last === undefined ||
      !(
        joins(text, last, next) ||
        closesOther(text, last, next) ||
        (rankOf(last.evidence) + rankOf(next.evidence) > 1 && isBridged(text, last, next))
      )
    ) {
      out.push(next);
      continue;
    }
    // Two formulas without a character between them would be ambiguous as `$a$$b$`.
    out[out.length - 1] = {
      start: last.start,
      end: Math.max(next.end, last.end),
      confidence: Math.max(next.confidence, last.confidence),
      mean: (next.mean + last.mean) / 2,
      evidence: rankOf(last.evidence) > rankOf(next.evidence) ? last.evidence : next.evidence,
      faint: false,
    };
  }
  return out;
}

/** The likely formulas of a text, in order, their brackets settled, never touching each other. */
export function findCandidates(
  text: string,
  context: TextContext,
  tagger: TaggerWeights,
): Candidate[] {
  const found: Candidate[] = [];
  for (const run of tag(context, tagger, biasOf(context))) {
    const first = context.tokens[run.from];
    const last = context.tokens[run.until - 1];
    if (first === undefined || last === undefined || isWords(context, run)) continue;
    const settled = settle(text, { start: first.start, end: last.end });
    const { confidence, mean, faint } = run;
    const evidence = evidenceOf(context, run);
    for (const { start: origin, end: last } of partsOfRange(text, settled)) {
      const end = wholeEnd(text, { start: origin, end: last });
      const free = Math.min(origin, found.at(-1)?.end ?? 0);
      const start = Math.max(wholeStart(text, { start: origin, end }), free);
      if (start >= end || isProse(text, start, end)) continue;
      found.push({ start, end, confidence, mean, evidence, faint });
    }
  }
  const all = joined(
    text,
    found.filter(({ faint }) => !faint),
  );
  // A faint candidate loses to those on the likeliest path and to the one before it.
  let next = 0;
  const out: Candidate[] = [];
  for (const candidate of found.filter(({ faint }) => faint)) {
    for (; (all[next]?.start ?? text.length) < candidate.start; next += 1) {
      const firm = all[next];
      if (firm !== undefined) out.push(firm);
    }
    const end = out.at(-1)?.end ?? -1;
    if (candidate.start > end && candidate.end < (all[next]?.start ?? text.length + 1)) {
      out.push(candidate);
    }
  }
  return [...out, ...all.slice(next)];
}
