import { existsSync } from "node:fs";
import { relative } from "node:path";
import { type Ledger, readLedger } from "../ingest/identity/read-ledger.ts";
import type { Place, Staged } from "../schemas/message.ts";
import { report, unreadAddresses } from "../schemas/rules.ts";
import type { Workspace } from "./paths.ts";
import { readText } from "./read-text.ts";
import { whyUnread } from "./why-unread.ts";

/**
 * The text of `content/addresses.jsonl`: empty in an archive that has none yet, and undefined if it
 * cannot be read as it is.
 */
export function readAddresses({
  root,
  addressesFile,
}: Pick<Workspace, "root" | "addressesFile">): Staged<string | undefined> {
  if (!existsSync(addressesFile)) return { value: "", messages: [] };
  const unread = (reason: string, place: Place) => ({
    value: undefined,
    messages: [report(unreadAddresses, { reason }, place)],
  });
  try {
    const { text, messages } = readText(root, addressesFile);
    const place = messages[0]?.place;
    return place ? unread("it is not valid UTF-8", place) : { value: text, messages: [] };
  } catch (error) {
    return unread(whyUnread(error), { file: relative(root, addressesFile).replaceAll("\\", "/") });
  }
}

/**
 * The ledger of addresses, for a site; empty if it cannot be read. Reading the seeds reports damaged
 * lines.
 */
export function publishedAddresses(workspace: Workspace): Staged<Ledger> {
  const { value = "", messages } = readAddresses(workspace);
  return { value: readLedger("content/addresses.jsonl", value).value, messages };
}
