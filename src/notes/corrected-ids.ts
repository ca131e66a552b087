import type { CleanPaper } from "../ingest/clean-paper.ts";
import type { PaperRecords } from "../ingest/identity/group-papers.ts";
import { defined } from "../schemas/defined.ts";
import type { Note, NoteData } from "../schemas/note.ts";

type Ids = CleanPaper["ids"];

/** The ids of all records of each paper whose ids its note changes. */
export function correctedIds(
  noteOf: ReadonlyMap<PaperRecords, Note>,
): ReadonlyMap<CleanPaper, Ids> {
  const changed = [...noteOf].filter(([{ records }, { data }]) => changesIds(data, records));
  return new Map(
    changed.flatMap(([{ records }, { data }]) =>
      records.map((record) => [record, corrected(record.ids, data)] as const),
    ),
  );
}

function changesIds(data: NoteData, records: readonly CleanPaper[]): boolean {
  const idOf = (key: "arxiv" | "doi") => records.find(({ ids }) => ids[key])?.ids[key];
  const ids = defined({ arxiv: idOf("arxiv"), doi: idOf("doi") });
  const { arxiv, doi } = corrected(ids, data);
  return arxiv !== ids.arxiv || doi !== ids.doi;
}

/** The note's ids fill gaps, its corrections override, and null removes an id. */
function corrected(ids: Ids, { ids: own = {}, corrections }: NoteData): Ids {
  const wrong = corrections.ids ?? {};
  const pick = (key: "arxiv" | "doi") =>
    wrong[key] === undefined ? (ids[key] ?? own[key]) : (wrong[key] ?? undefined);
  return defined({ arxiv: pick("arxiv"), doi: pick("doi") });
}
