import type { Paper } from "../ingest/paper.ts";
import type { Staged } from "../schemas/message.ts";
import type { Note } from "../schemas/note.ts";
import { correctFacts } from "./correct-facts.ts";
import { correctFormulas } from "./correct-formulas.ts";
import { correctTexts } from "./correct-texts.ts";

/**
 * Applies a paper's note to its texts and facts. The note becomes a source of the paper that names
 * the facts it gave. Ids were corrected before merging; topics are corrected when they are assigned.
 */
export function applyNote(paper: Paper): Staged<Paper> {
  const { note } = paper;
  if (!note) return { value: paper, messages: [] };
  // Formulas are corrected in the sources' texts first; the owner's own texts then replace those.
  const formulas = correctFormulas(paper, note);
  const texts = correctTexts(formulas.value.paper, note);
  const facts = correctFacts(texts.value.paper, note);
  const gave = [
    ...texts.value.gave,
    ...formulas.value.gave,
    ...facts.gave,
    ...(gaveIds(paper, note) ? ["ids"] : []),
    ...(note.data.corrections.topics === undefined ? [] : ["topics"]),
  ];
  const { sources } = facts.paper;
  // If the paper has no other sources, the note is already its source.
  const isKnown = sources.some(({ file }) => file === note.file);
  const messages = [...formulas.messages, ...texts.messages];
  if (gave.length === 0 || isKnown) return { value: facts.paper, messages };
  const line = note.lineOf(["corrections"]);
  const source = { format: "note", file: note.file, line, gave };
  return { value: { ...facts.paper, sources: [...sources, source] }, messages };
}

/** Whether the paper has the id that its note gives, or lacks the one that its note removes. */
function gaveIds({ ids }: Paper, { data }: Note): boolean {
  const given = { ...data.ids, ...data.corrections.ids };
  return (["arxiv", "doi"] as const).some(
    (key) => key in given && ids[key] === (given[key] ?? undefined),
  );
}
