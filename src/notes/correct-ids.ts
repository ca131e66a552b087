import type { CleanPaper } from "../ingest/clean.ts";
import { sourceKey } from "../ingest/identity/source-key.ts";
import type { Paper } from "../ingest/paper.ts";
import type { Note, NoteData } from "../schemas/note.ts";

/**
 * Gives records the ids that notes tell of their papers, before records become papers: an id makes
 * one paper of records that nothing else joins. The records stay the same ones where none does.
 */
export function correctIds(
  records: CleanPaper[],
  noteOf: ReadonlyMap<Paper, Note>,
): { records: CleanPaper[]; changed: boolean } {
  const told = new Map(
    [...noteOf].flatMap(([paper, { data }]) =>
      idsChange(data, paper)
        ? paper.sources.map((source) => [sourceKey(source), data] as const)
        : [],
    ),
  );
  if (told.size === 0) return { records, changed: false };
  return {
    changed: true,
    records: records.map((record) => {
      const sources = record.archived?.sources ?? [record.source];
      const data = sources.map((source) => told.get(sourceKey(source))).find(Boolean);
      return data ? { ...record, ids: corrected(record.ids, data) } : record;
    }),
  };
}

function idsChange(data: NoteData, { ids }: Paper): boolean {
  const { arxiv, doi } = corrected(ids, data);
  return arxiv !== ids.arxiv || doi !== ids.doi;
}

function corrected(ids: Paper["ids"], { ids: own = {}, corrections }: NoteData) {
  const wrong = corrections.ids ?? {};
  const pick = (key: "arxiv" | "doi") =>
    wrong[key] === undefined ? (ids[key] ?? own[key]) : (wrong[key] ?? undefined);
  const [arxiv, doi] = [pick("arxiv"), pick("doi")];
  return { ...(arxiv ? { arxiv } : {}), ...(doi ? { doi } : {}) };
}
