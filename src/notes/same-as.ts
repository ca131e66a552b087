import type { OwnersJoin } from "../ingest/identity/same-paper.ts";
import { sourceKey } from "../ingest/identity/source-key.ts";
import type { Paper } from "../ingest/paper.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { Note } from "../schemas/note.ts";
import { nearestIds } from "../text/nearest-ids.ts";
import type { MatchedNotes } from "./match-notes.ts";

/**
 * The records that notes join by `sameAs`. An id that no paper has is named in a message, but for
 * those of `kept`, entries that stay although no seed tells of them.
 */
export function joinsOf(
  { of, alone }: MatchedNotes,
  papers: readonly Paper[],
  kept: ReadonlySet<string>,
): Staged<OwnersJoin[]> {
  const byId = new Map<string, Paper>(papers.map((paper) => [paper.id, paper]));
  const ids = [...byId.keys()];
  const messages = alone.flatMap((note) =>
    note.data.sameAs.length === 0 ? [] : [standsAlone(note)],
  );
  const value: OwnersJoin[] = [];
  for (const [paper, note] of of) {
    for (const key of ["sameAs", "differentFrom"] as const) {
      for (const [index, id] of note.data[key].entries()) {
        const other = byId.get(id);
        if (!other && !kept.has(id)) messages.push(unknown(note, key, index, ids));
        const [a, b] = [paper.sources[0], other?.sources[0]];
        if (key === "sameAs" && a && b && a !== b) value.push([a, b]);
      }
    }
  }
  return { value, messages };
}

/** Gives papers that were joined the ids that their parts had, so that the old addresses lead on. */
export function withFormerIds(
  papers: readonly Paper[],
  before: readonly Paper[],
  joins: readonly OwnersJoin[],
): Paper[] {
  const joined = new Set(joins.flat().map(sourceKey));
  const idOf = new Map(
    before.flatMap(({ id, sources }) =>
      sources.slice(0, 1).map((source) => [sourceKey(source), id] as const),
    ),
  );
  return papers.map((paper) => {
    const former = paper.sources
      .map(sourceKey)
      .filter((key) => joined.has(key))
      .flatMap((key) => idOf.get(key) ?? [])
      .filter((id) => id !== paper.id);
    const aliases = [...new Set([...paper.aliases, ...former])];
    return former.length === 0 ? paper : { ...paper, aliases };
  });
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
