import type { Message, Staged } from "../schemas/message.ts";
import { blankTitle, report } from "../schemas/rules.ts";
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
  const params = { what: "This title", effect: "the paper was skipped" };
  return report(blankTitle, params, { file, line });
}
