import { distance } from "fastest-levenshtein";
import type { Paragraph } from "mdast";
import { titleWords } from "../ingest/clean.ts";
import { mathOf } from "../ingest/math-facts.ts";
import type { Paper } from "../ingest/paper.ts";
import { typeset } from "../math/typeset.ts";
import { defined } from "../schemas/defined.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { FormulaCorrection, Note } from "../schemas/note.ts";
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

/** The paper with stretches replaced: `views` and `replacements` are of its title and paragraphs. */
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
    messages.push({
      rule: "correction-refused",
      severity: "error",
      reason: `KaTeX cannot set the LaTeX of the correction of "${correction.text}" (${set.refused}); it was left out.`,
      place: { file: note.file, line },
      hint: "Mend the LaTeX. In single quotes ('O(m\\log m)') YAML takes backslashes as they are.",
    });
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
  const reason =
    found > 0 && occurrence !== undefined && occurrence > found
      ? `occurrence is ${occurrence}, but "${text}" stands ${found === 1 ? "once" : `${found} times`} in "${titleText}"; the correction was left out.`
      : found > 0
        ? `"${text}" in "${titleText}" is corrected above already; this correction was left out.`
        : `"${text}" does not stand in the title or the abstract of "${titleText}"; the correction was left out.`;
  const near = nearest(text, math.spans?.map((span) => span.text) ?? []);
  const { file: seed, line: seedLine } = textSources.abstract.source;
  return {
    rule: "correction-unmatched",
    severity: "warning",
    reason,
    place: { file, line },
    hint: `Copy the span from ${seed}, from line ${seedLine} on${near.length > 0 ? `. The nearest formulas there: ${near.map((one) => `"${one}"`).join(", ")}` : ""}.`,
  };
}

function nearest(text: string, spans: string[]): string[] {
  return [...new Set(spans)]
    .map((span) => ({ span, far: distance(text, span) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ span }) => span);
}
