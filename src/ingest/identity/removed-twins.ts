import type { Message, Staged } from "../../schemas/message.ts";
import { removedTwin, report } from "../../schemas/rules.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { formerEvidence } from "./former-evidence.ts";
import { idKeys, ways } from "./former-ways.ts";
import type { PaperRecords } from "./group-papers.ts";
import type { FormerPaper, Ledger } from "./read-ledger.ts";

/**
 * The ids of papers that were never published and would be recognized as a removed paper, if no other
 * record had its address. One record of a removed paper may be corrected while a copy of it in another
 * file stays as it was, and neither may come back.
 */
export function twinsOfRemoved(
  papers: readonly PaperRecords[],
  removed: readonly FormerPaper[],
  { byAddress }: Pick<Ledger, "byAddress">,
): Staged<string[]> {
  const value: string[] = [];
  const messages: Message[] = [];
  for (const { id, aliases, records, titleText } of papers) {
    if ([id, ...aliases].some((name) => byAddress.has(name))) continue;
    for (const former of removed) {
      const twin = records.find((record) => isTwin(record, former));
      if (!twin) continue;
      const { file, line } = twin.source;
      value.push(id);
      messages.push(report(removedTwin, { title: titleText, id: former.paper }, { file, line }));
      break;
    }
  }
  return { value, messages };
}

function isTwin(record: CleanPaper, { lines }: FormerPaper): boolean {
  return ways.some(({ despiteIds, keysOf, keysOfLine, holds }) => {
    const keys = keysOf(record);
    return lines.some(
      (line) =>
        keysOfLine(line).some((key) => keys.includes(key)) &&
        (despiteIds || !haveOtherIds(record, line)) &&
        holds(formerEvidence(record, line)),
    );
  });
}

/** Whether both have ids, and none in common. */
function haveOtherIds({ ids }: CleanPaper, line: FormerPaper["lines"][number]): boolean {
  const [own, former] = [idKeys(ids), idKeys(line)];
  return own.length > 0 && former.length > 0 && !own.some((key) => former.includes(key));
}
