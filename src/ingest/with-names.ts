import type { Message, Staged } from "../schemas/message.ts";
import type { CleanPaper } from "./clean-paper.ts";

/** Leaves out records that have neither a title nor an id by which another record may have one. */
export function withNames(records: readonly CleanPaper[]): Staged<CleanPaper[]> {
  const hasName = ({ titleText, ids }: CleanPaper) =>
    titleText !== "" || Boolean(ids.arxiv ?? ids.doi);
  return {
    value: records.filter(hasName),
    messages: records.filter((record) => !hasName(record)).map(noTitle),
  };
}

function noTitle({ source: { file, line } }: CleanPaper): Message {
  return {
    rule: "no-title",
    severity: "error",
    reason: "The title here has no sign that can be seen; the paper is left out.",
    place: { file, line },
    hint: "Write the paper's title into this line, as the page shows it.",
  };
}
