import { distance } from "fastest-levenshtein";
import { type CleanPaper, clean } from "../ingest/clean.ts";
import { mathOf } from "../ingest/math-facts.ts";
import type { Paper } from "../ingest/paper.ts";
import type { RawPaper } from "../ingest/raw-paper.ts";
import { type MathContext, restoreCorrected } from "../ingest/restore-math.ts";
import { typeset } from "../math/typeset.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { FormulaCorrection, Note } from "../schemas/note.ts";
import type { Provenance } from "../schemas/paper.ts";
import type { Noted } from "./correct-facts.ts";
import { textsOfNote } from "./note-record.ts";

/** The records as their sources have them, by their provenance (the object itself). */
export type RawPapers = ReadonlyMap<Provenance, RawPaper>;

/**
 * Corrects a paper's title, abstract and formulas as its note says. An abstract that no source has
 * is filled from the note's own.
 */
export function correctTexts(
  paper: Paper,
  note: Note,
  raws: RawPapers,
  context: MathContext,
): Staged<Noted> {
  const { title, formulas = [] } = note.data.corrections;
  const fills = paper.abstract.length === 0 && paper.textSources.abstract.file !== note.file;
  const abstract = note.data.corrections.abstract ?? (fills ? note.data.abstract : undefined);
  if (title === undefined && abstract === undefined && formulas.length === 0) {
    return { value: { paper, gave: [] }, messages: [] };
  }
  const texts = rawTexts(paper, raws);
  const { value: sound, messages } = settable(formulas, note);
  const wanted = sound.map(({ correction }) => correction);
  const { value: restored, unmatched } = restoreCorrected(texts, context, wanted);
  for (const { index, found } of unmatched) {
    const one = sound[index];
    if (one) messages.push(matchesNothing(note, one, found, paper));
  }
  const own = textsOfNote(note, { title: title ?? "", abstract: abstract ?? "" });
  const hasTitle = title !== undefined && own.titleText !== "";
  if (title !== undefined && !hasTitle) messages.push(emptyTitle(note));
  const gave = [
    ...(hasTitle ? ["title"] : []),
    ...(abstract === undefined ? [] : ["abstract"]),
    ...(unmatched.length < sound.length ? ["formulas"] : []),
  ];
  const cleaned = clean(restored);
  const corrected = withTexts(paper, {
    title: hasTitle ? own : { ...cleaned, source: paper.textSources.title },
    abstract: abstract === undefined ? { ...cleaned, source: paper.textSources.abstract } : own,
  });
  return { value: { paper: corrected, gave }, messages };
}

function rawTexts({ textSources }: Paper, raws: RawPapers) {
  const [title, abstract] = [raws.get(textSources.title), raws.get(textSources.abstract)];
  if (!title || !abstract) throw new RangeError("A paper's texts come from records.");
  return { title, abstract };
}

function withTexts(paper: Paper, texts: { title: CleanPaper; abstract: CleanPaper }): Paper {
  const { original: _, originalTitle: __, ...rest } = paper;
  const { title, abstract } = texts;
  const sources = paper.sources.map((source) => ({ source }));
  const known = new Set(paper.links.map(({ url }) => url));
  return {
    ...rest,
    title: title.title,
    titleText: title.titleText,
    abstract: abstract.abstract,
    links: [...paper.links, ...abstract.links.filter(({ url }) => !known.has(url))],
    math: mathOf(title, abstract, sources),
    ...(abstract.original === undefined ? {} : { original: abstract.original }),
    ...(title.originalTitle === undefined ? {} : { originalTitle: title.originalTitle }),
  };
}

interface PlacedCorrection {
  correction: FormulaCorrection;
  line: number;
}

/** The corrections that KaTeX can set, each with its line in the note. */
function settable(formulas: FormulaCorrection[], note: Note): Staged<PlacedCorrection[]> {
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
  const { file: seed, line: seedLine } = textSources.abstract;
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

function emptyTitle({ file, lineOf }: Note): Message {
  return {
    rule: "no-title",
    severity: "error",
    reason: "The corrected title has no sign that can be seen; it was left out.",
    place: { file, line: lineOf(["corrections", "title"]) },
    hint: "Write the title, or delete the line.",
  };
}
