import type { PaperRecords } from "../ingest/identity/group-papers.ts";
import type { OwnersJoin } from "../ingest/identity/same-paper.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { Note } from "../schemas/note.ts";
import { report, sameAsAlone, unknownPaper } from "../schemas/rules.ts";
import { nearestIds } from "../text/nearest-ids.ts";
import type { NotesOfPapers } from "./match-notes.ts";

/**
 * The records that notes join by `sameAs`. An id that no paper has is reported, unless it is one of
 * `kept`, the ids of entries that stay although no seed has their paper.
 */
export function joinsOf(
  { noteOf, alone }: NotesOfPapers,
  papers: readonly PaperRecords[],
  kept: ReadonlySet<string>,
): Staged<OwnersJoin[]> {
  const ids = papers.map(({ id }) => id);
  const byId = new Map<string, PaperRecords>([
    ...papers.flatMap((paper) => paper.aliases.map((alias) => [alias, paper] as const)),
    ...papers.map((paper) => [paper.id, paper] as const),
  ]);
  const messages = alone
    .filter(({ data }) => data.sameAs.length > 0)
    .map(({ data, file, lineOf }) =>
      report(sameAsAlone, { ids: data.sameAs }, { file, line: lineOf(["sameAs"]) }),
    );
  const value: OwnersJoin[] = [];
  for (const [paper, note] of noteOf) {
    for (const key of ["sameAs", "differentFrom"] as const) {
      for (const [index, id] of note.data[key].entries()) {
        const other = byId.get(id);
        if (!other && !kept.has(id)) messages.push(unknown(note, key, index, ids));
        const [a, b] = [paper.records[0]?.source, other?.records[0]?.source];
        if (key === "sameAs" && a && b && a !== b) value.push([a, b]);
      }
    }
  }
  return { value, messages };
}

function unknown(
  { data, file, lineOf }: Note,
  key: "sameAs" | "differentFrom",
  index: number,
  ids: readonly string[],
): Message {
  const id = data[key][index] ?? "";
  const params = { key, id, nearest: nearestIds(id, ids) };
  return report(unknownPaper, params, { file, line: lineOf([key, index]) });
}
