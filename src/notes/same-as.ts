import type { PaperRecords } from "../ingest/identity/group-papers.ts";
import type { OwnersJoin } from "../ingest/identity/same-paper.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { Note } from "../schemas/note.ts";
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
  const byId = new Map<string, PaperRecords>(papers.map((paper) => [paper.id, paper]));
  const ids = [...byId.keys()];
  const messages = alone
    .filter(({ data }) => data.sameAs.length > 0)
    .map((note) => standsAlone(note));
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
  const near = nearestIds(id, ids);
  return {
    rule: "same-as",
    severity: "error",
    reason: `No paper has the id "${id}", so "${key}" says nothing.`,
    place: { file, line: lineOf([key, index]) },
    hint:
      near.length > 0
        ? `Write an id as it stands in an address; the nearest are ${near.join(", ")}.`
        : "Write an id as it stands in the address of the other paper, or take it out.",
  };
}

function standsAlone({ data, file, lineOf }: Note): Message {
  return {
    rule: "same-as",
    severity: "error",
    reason: `This note stands alone as a paper, so it is not made one with "${data.sameAs.join('", "')}".`,
    place: { file, line: lineOf(["sameAs"]) },
    hint: `Name the file after that paper's id, such as ${data.sameAs[0]}.mdx: the note is then about it.`,
  };
}
