import { addedLines } from "../ingest/identity/added-lines.ts";
import type { Message } from "../schemas/message.ts";
import { newAddresses, report, unrecordedAddresses } from "../schemas/rules.ts";

/** What an ingest says of its list of addresses. */
export interface AboutLedger {
  /** What the owner should know when the list of published addresses is made. Nothing is wrong then. */
  newAddresses?: Message;
  /** What the owner should know where the list that this update wrote will be lost, as on a host. */
  unrecorded?: Message;
}

/** What to say of new lines in the ledger. */
export function aboutLedger(former: string, ledger: string): AboutLedger {
  if (ledger === former) return {};
  const place = { file: "content/addresses.jsonl" };
  const added = addedLines(former, ledger);
  const isMore = added.addresses.length + added.papers.length > 0;
  return {
    ...(former === "" ? { newAddresses: report(newAddresses, {}, place) } : {}),
    ...(isMore ? { unrecorded: report(unrecordedAddresses, added, place) } : {}),
  };
}
