import type { Message } from "../../schemas/message.ts";
import { gonePapers, report } from "../../schemas/rules.ts";
import type { PaperRecords } from "./group-papers.ts";
import type { Ledger } from "./read-ledger.ts";

/**
 * Reports published papers of which no seed is left. `ids` are those of the entries to be removed.
 * Papers that the owner removed still have a seed, so they are not among these; nor are papers
 * that are in their seed as they were, and only lost their address.
 */
export function gonePapersOf(
  ids: readonly string[],
  papers: readonly PaperRecords[],
  { byAddress }: Pick<Ledger, "byAddress">,
): Message[] {
  const present = new Set<string>(papers.flatMap(({ id, aliases }) => [id, ...aliases]));
  const former = new Set(ids.flatMap((id) => byAddress.get(id) ?? []));
  const inSeeds = new Set(
    papers.flatMap(({ records }) =>
      records.map(({ source, citationKey, titleText }) =>
        nameInSeed(source.file, citationKey, titleText),
      ),
    ),
  );
  const gone = [...former].filter(
    ({ lines }) =>
      !lines.some(
        ({ address, file, key, title }) =>
          present.has(address) || inSeeds.has(nameInSeed(file, key, title)),
      ),
  );
  const [first] = gone;
  if (!first) return [];
  const title = first.lines.find((line) => line.title !== "")?.title ?? first.paper;
  const place = { file: "content/addresses.jsonl" };
  return [report(gonePapers, { count: gone.length, title }, place)];
}

function nameInSeed(file: string | undefined, key: string | undefined, title: string): string {
  return JSON.stringify([file, key || undefined, title]);
}
