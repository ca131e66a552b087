import { createHash } from "node:crypto";
import type { WholePaper } from "../archive/export-archive.ts";
import { noteNames } from "../notes/note-text.ts";
import { defined } from "../schemas/defined.ts";
import type { Site } from "../schemas/site.ts";
import { paperText } from "../search/index/paper-text.ts";
import { inOrderOfNumbers, type SearchSource } from "../search/index/record.ts";
import { orderOfArrival } from "./days-of-appearance.ts";
import type { Workspace } from "./paths.ts";
import { noteOfPaper, publishedNotes } from "./published-notes.ts";

/** What is indexed of the papers of an archive, in the order of their numbers in the index. */
export async function searchSources(
  workspace: Workspace,
  papers: readonly WholePaper[],
  { site, topicName }: { site: Site; topicName: (id: string) => string },
): Promise<SearchSource[]> {
  const names = noteNames(
    papers.map(({ entry }) => entry),
    topicName,
  );
  const notes = await publishedNotes(workspace, site, names);
  const since = orderOfArrival(workspace);
  const sources = papers.map(({ entry, abstract }): SearchSource => {
    const { marks, searchText = "" } = noteOfPaper(entry, notes, site.notes) ?? {};
    const note = marks ? [searchText, ...marks.tags].join(" ").trim() : "";
    const topics = entry.topics.map(({ id }) => topicName(id));
    return {
      paper: entry,
      // Read only if the last build did not index the same.
      get title() {
        return paperText(entry.title);
      },
      get abstract() {
        return paperText(abstract);
      },
      notes: note,
      since: since(entry),
      ...defined({ status: marks?.status }),
      digest: digestOf([entry, abstract, note, marks?.status ?? "", topics]),
    };
  });
  return inOrderOfNumbers(sources);
}

function digestOf(parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 24);
}
