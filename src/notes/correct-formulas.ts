import { distance } from "fastest-levenshtein";
import type { Paragraph } from "mdast";
import { titleWords } from "../ingest/clean.ts";
import { mathOf } from "../ingest/math-facts.ts";
import type { Paper } from "../ingest/paper.ts";
import { typeset } from "../math/typeset.ts";
import { defined } from "../schemas/defined.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { FormulaCorrection, Note } from "../schemas/note.ts";
import {
  correctionNotFound,
  correctionOccurrence,
  correctionRepeated,
  invalidCorrection,
  report,
} from "../schemas/rules.ts";
import { correctedSource } from "./corrected-source.ts";
import { locateCorrections } from "./locate-corrections.ts";
import type { Noted } from "./noted.ts";
import { type Replacement, replaceIn, type SourceView, viewOf } from "./source-view.ts";

/** Corrects the formulas in a paper's title and abstract as its note says. */
export function correctFormulas(paper: Paper, note: Note): Staged<Noted> {
  const { value: placed, messages } = settable(note);
  if (placed.length === 0) return { value: { paper, gave: [] }, messages };
  const views = [paper.title, ...paper.abstract.map(({ children }) => children)].map(viewOf);
  const { replacements, unmatched } = locateCorrections(
    views,
    placed.map(({ correction }) => correction),
  );
  const missed = unmatched.flatMap(({ index, found }) => {
    const one = placed[index];
    return one ? [matchesNothing(note, one, found, paper)] : [];
  });
  const value = {
    paper: withReplacements(paper, views, replacements),
    gave: unmatched.length < placed.length ? ["formulas"] : [],
  };
  return { value, messages: [...messages, ...missed] };
}

/**
 * The paper with some spans replaced. `views` and `replacements` are those of its title and
 * paragraphs.
 */
function withReplacements(
  paper: Paper,
  [titleView, ...views]: SourceView[],
  [inTitle = [], ...replacements]: Replacement[][],
): Paper {
  const inAbstract = replacements.flat();
  const title = replaceIn(paper.title, inTitle);
  const abstract = paper.abstract.map(
    (paragraph, index): Paragraph => ({
      ...paragraph,
      children: replaceIn(paragraph.children, replacements[index] ?? []),
    }),
  );
  const textSources = {
    ...paper.textSources,
    title: correctedSource(paper.textSources.title, titleView ? [titleView] : [], [inTitle]),
    abstract: correctedSource(paper.textSources.abstract, views, replacements),
  };
  const { printed } = textSources.abstract;
  const original = paper.original ?? (inAbstract.length > 0 ? printed : undefined);
  const printedTitle = inTitle.length > 0 ? textSources.title.printed : undefined;
  return {
    ...paper,
    title,
    titleText: titleWords(title),
    abstract,
    math: mathOf(textSources, paper.sources),
    ...defined({ original, originalTitle: paper.originalTitle ?? printedTitle }),
    textSources,
  };
}

interface PlacedCorrection {
  correction: FormulaCorrection;
  line: number;
}

/** The note's corrections that KaTeX accepts, each with its line in the note. */
function settable(note: Note): Staged<PlacedCorrection[]> {
  const { formulas = [] } = note.data.corrections;
  const messages: Message[] = [];
  const value = formulas.flatMap((correction, index) => {
    const line = note.lineOf(["corrections", "formulas", index]);
    const set = correction.latex === null ? undefined : typeset(correction.latex);
    if (!set || "html" in set) return [{ correction, line }];
    const params = { text: correction.text, reason: set.refused };
    messages.push(report(invalidCorrection, params, { file: note.file, line }));
    return [];
  });
  return { value, messages };
}

function matchesNothing(
  { file }: Note,
  { correction: { text, occurrence }, line }: PlacedCorrection,
  found: number,
  { titleText, textSources, math }: Paper,
): Message {
  const place = { file, line };
  const title = titleText;
  if (found === 0) {
    const { source } = textSources.abstract;
    const spans = math.spans?.map((span) => span.text) ?? [];
    const where = { source: `${source.file}:${source.line}`, nearest: nearest(text, spans) };
    return report(correctionNotFound, { text, title, ...where }, place);
  }
  return occurrence !== undefined && occurrence > found
    ? report(correctionOccurrence, { text, title, occurrence, found }, place)
    : report(correctionRepeated, { text, title }, place);
}

function nearest(text: string, spans: string[]): string[] {
  return [...new Set(spans)]
    .map((span) => ({ span, far: distance(text, span) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ span }) => span);
}
