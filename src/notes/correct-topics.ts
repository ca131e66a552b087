import { closest } from "fastest-levenshtein";
import type { TopicPaper } from "../ingest/paper.ts";
import type { TopicId } from "../schemas/identifiers.ts";
import type { Message, Staged } from "../schemas/message.ts";
import { report, unknownNoteTopic } from "../schemas/rules.ts";

/**
 * Gives a paper the topics of its note in their order, each without evidence. A topic that was merged or renamed is
 * the one that has its papers now, by `moved`.
 */
export function correctTopics(
  paper: TopicPaper,
  known: readonly string[],
  moved: ReadonlyMap<string, TopicId> = new Map(),
): Staged<TopicPaper> {
  const { note } = paper;
  const topics = note?.data.corrections.topics;
  if (!note || topics === undefined) return { value: paper, messages: [] };
  const messages: Message[] = [];
  const ids = new Set<TopicId>();
  for (const [index, id] of topics.entries()) {
    const present = known.includes(id) ? id : moved.get(id);
    if (present !== undefined) {
      ids.add(present);
      continue;
    }
    const nearest = known.length > 0 ? closest(id, known) : undefined;
    const place = { file: note.file, line: note.lineOf(["corrections", "topics", index]) };
    messages.push(report(unknownNoteTopic, { id, title: paper.titleText, nearest }, place));
  }
  const given = [...ids].map((id) => ({ id, score: 1, evidence: [] }));
  return { value: { ...paper, topics: given }, messages };
}
