import type { TextContext } from "./context.ts";
import { settleBrackets } from "./extent.ts";
import { theoryFrom } from "./genre.ts";
import type { RunCosts } from "./letter-runs.ts";
import { shape } from "./shapes.ts";
import { type TaggedRun, type TaggerWeights, tag } from "./tagger.ts";

/** What training gives: the tagger's weights and the costs of cutting letter runs. */
export interface Model {
  readonly tagger: TaggerWeights;
  readonly costs: RunCosts;
}

/** What the beginning of a formula is given in a text that is full of them. */
const fullTextBias = 0.5;

const strongShapes: ReadonlySet<number> = new Set<number>([
  shape.caret,
  shape.underscore,
  shape.strongName,
  shape.glued,
  shape.greekLetter,
]);

/**
 * What a stretch shows: a sign that is rare outside of mathematics (`strong`), a Greek name that is
 * no other word (`name`), or only letters, numbers and words that prose has too (`weak`).
 */
export type Evidence = "strong" | "name" | "weak";

/** A stretch of a damaged text that looks like a formula. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly evidence: Evidence;
}

/** Greek names that are words of their own: beta versions, alpha mattes, the Delta of a river. */
const wordNames = /^(?:alpha|beta|delta|omega|iota|kappa|chi|psi|eta|zeta|nu|pi)$/i;

function evidenceOf(context: TextContext, run: TaggedRun): Evidence {
  let evidence: Evidence = "weak";
  for (let at = run.from; at < run.until; at += 1) {
    const kind = context.shapes[at] ?? 0;
    if (strongShapes.has(kind) || context.certain[at] === 1) return "strong";
    if (kind === shape.greekName && !wordNames.test(context.tokens[at]?.text ?? "")) {
      evidence = "name";
    }
  }
  return evidence;
}

/** `2.5times`: authors put the number outside of the dollars rather than inside, by a little. */
function settle(text: string, extent: { start: number; end: number }) {
  const { start, end } = settleBrackets(text, extent);
  const factor = /^\d[\d.,]*\s?(?=times$)/.exec(text.slice(start, Math.min(end, start + 24)));
  return { start: start + (factor?.[0].length ?? 0), end };
}

/** Whether only a number stands between two stretches: `sim5times` is one formula. */
const joins = (text: string, end: number, start: number): boolean =>
  start <= end || (start - end < 12 && /^\d[\d.,]*$/.test(text.slice(end, start)));

const escaped = /\\(?![%&#_{}\\,;:! "'`^~=.])/;
const bracedGreek =
  /\{\\(?:[a-z]*(?:alpha|beta|gamma|delta|epsilon|eta|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|chi|psi|omega))\}/i;

/**
 * Commands with their backslash lost no dollars, so they are not of the damage, unless a display's
 * dollars shifted the pairing or the author wrote `{\alpha}`. They are prose's markup, as are words
 * in braces and numerals of a list.
 */
function isProse(text: string, start: number, end: number): boolean {
  const source = text.slice(start, Math.min(end, start + 400));
  if (/^\{[A-Za-z]{2,}\}$|^\(?[ivx]{2,}\)?$/.test(source)) return true;
  if (/\\[A-Za-z]+$/.test(text.slice(Math.max(0, start - 16), start))) return true;
  return escaped.test(source.replace(bracedGreek, "")) && !text.includes("$");
}

/** In a text that is full of formulas a doubtful token is rather part of one. */
const biasOf = ({ facts }: TextContext): number =>
  (facts[5] ?? 0) >= 2 || (facts[6] ?? 0) >= theoryFrom ? fullTextBias : 0;

/** The likely formulas of a text, in order, their brackets settled, never touching each other. */
export function findCandidates(text: string, context: TextContext, model: Model): Candidate[] {
  const candidates: Candidate[] = [];
  for (const run of tag(context, model.tagger, biasOf(context))) {
    const first = context.tokens[run.from];
    const last = context.tokens[run.until - 1];
    if (first === undefined || last === undefined) continue;
    const evidence = evidenceOf(context, run);
    const { start, end } = settle(text, { start: first.start, end: last.end });
    const previous = candidates.at(-1);
    if (start >= end || isProse(text, start, end)) continue;
    if (previous !== undefined && joins(text, previous.end, start)) {
      // Two formulas without a sign between them could not be told apart as `$a$$b$`.
      candidates[candidates.length - 1] = {
        start: previous.start,
        end: Math.max(end, previous.end),
        confidence: Math.max(run.confidence, previous.confidence),
        evidence: previous.evidence === "strong" ? "strong" : evidence,
      };
    } else candidates.push({ start, end, confidence: run.confidence, evidence });
  }
  return candidates;
}
