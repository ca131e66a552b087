import { type FilesOnDisk, idOfPath } from "../ingest/entry-file.ts";
import { readLedger } from "../ingest/identity/read-ledger.ts";
import type { Ingested } from "../ingest/ingest.ts";
import { faultySeeds, reportLostPapers } from "../ingest/lost-addresses.ts";
import type { AddressLine } from "../schemas/address.ts";
import { defined } from "../schemas/defined.ts";
import type { Message } from "../schemas/message.ts";
import type { Removed } from "../schemas/removed.ts";
import { decode } from "../text/decode.ts";
import { keysOfName, keysOfPaper } from "../text/paper-name.ts";
import type { SeedsOnDisk } from "./seeds-on-disk.ts";

/** Reports published papers that are neither in the archive nor on disk because seeds have faults. */
export function lostPapers(
  seeds: SeedsOnDisk,
  { papers, removed, ledger, plan }: Ingested,
  {
    messages,
    disk,
    unwanted,
  }: { messages: readonly Message[]; disk: FilesOnDisk; unwanted: Removed },
): Message[] {
  const faulty = faultySeeds(messages, seeds.paths);
  if (faulty.length === 0) return [];
  const kept = [...disk.keys()].filter((path) => !plan.remove.includes(path)).map(idOfPath);
  const present = new Set([
    ...papers.flatMap(({ id, aliases }) => [id, ...aliases]),
    ...removed,
    ...kept,
  ]);
  const texts = new Map<string, string>();
  for (const { path, bytes } of seeds.read()) {
    const isPartly = faulty.some((seed) => seed.path === path && seed.isPartly);
    if (isPartly) texts.set(path, decode(path, bytes).text);
  }
  const { papers: published } = readLedger("content/addresses.jsonl", ledger).value;
  const keys = new Set(unwanted.flatMap(({ id }) => keysOfName(id)));
  const wanted = published.filter(({ lines }) => !lines.some((line) => isAmong(line, keys)));
  const read = faulty.map(({ path }) => ({ path, ...defined({ text: texts.get(path) }) }));
  return reportLostPapers(wanted, present, read);
}

function isAmong(line: AddressLine, keys: ReadonlySet<string>): boolean {
  const named = keysOfPaper({ id: line.address, aliases: [line.paper], ids: line });
  return named.some((key) => keys.has(key));
}
