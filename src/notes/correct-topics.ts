import { closest } from "fastest-levenshtein";
import type { TopicPaper } from "../ingest/paper.ts";
import type { Message, Staged } from "../schemas/message.ts";

/** Gives a paper the topics of its note in their order, each without evidence. */
export function correctTopics(paper: TopicPaper, known: readonly string[]): Staged<TopicPaper> {
  const { note } = paper;
  const topics = note?.data.corrections.topics;
  if (!note || topics === undefined) return { value: paper, messages: [] };
  const messages: Message[] = [];
  const ids = new Set(topics);
  for (const [index, id] of topics.entries()) {
    if (known.includes(id)) continue;
    ids.delete(id);
    messages.push({
      rule: "note-topic",
      severity: "error",
      reason: `"${id}" is no topic of this archive, so "${paper.titleText}" is not under it.`,
      place: { file: note.file, line: note.lineOf(["corrections", "topics", index]) },
      hint:
        known.length > 0
          ? `Did you mean "${closest(id, known)}"? Topics of your own go into content/topics.yaml.`
          : "Topics go into content/topics.yaml.",
    });
  }
  const given = [...ids].map((id) => ({ id, score: 1, evidence: [] }));
  return { value: { ...paper, topics: given }, messages };
}
