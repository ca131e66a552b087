import { join } from "node:path";
import type { FilesOnDisk } from "../ingest/entry-file.ts";
import { stateOfFile } from "../ingest/entry-file.ts";
import { readLedger } from "../ingest/identity/read-ledger.ts";
import type { WritePlan } from "../ingest/plan-writes.ts";
import type { Message } from "../schemas/message.ts";
import { emptyArchive, noSeeds, report, sampleShown } from "../schemas/rules.ts";
import type { Site } from "../schemas/site.ts";
import type { Workspace } from "./paths.ts";
import { type SeedsOnDisk, seedsOnDisk } from "./seeds-on-disk.ts";

/** The seed of the sample. It is outside `seeds/`, so that no update brings it back there. */
export const sampleFile = "src/workspace/sample/daily-papers-11-13.txt";
/** Where it is if the owner keeps it, and where earlier versions had it. */
export const keptSample = "seeds/daily-papers-11-13.txt";

/** The seeds of a workspace, or of the sample. */
export interface SeedsToRead extends SeedsOnDisk {
  isSample: boolean;
}

/**
 * The seeds of a workspace. While it has none, nothing was published from it and the settings do not say
 * otherwise, those of the sample.
 */
export function seedsOrSample(
  workspace: Workspace,
  { sample }: Pick<Site, "sample">,
  ledger: string,
): SeedsToRead {
  const own = seedsOnDisk(workspace);
  if (own.paths.length > 0 || !sample || !isOfSample(ledger)) return { ...own, isSample: false };
  const shipped = seedsOnDisk({ ...workspace, seeds: join(workspace.root, sampleFile, "..") });
  return shipped.paths.length > 0 ? { ...shipped, isSample: true } : { ...own, isSample: false };
}

/** What to say of an archive without seeds: one that is new, shows the sample, or lost what it had. */
export function aboutNoSeeds({ isSample, paths }: SeedsToRead, isNew: boolean): Message[] {
  if (!isSample && paths.length > 0) return [];
  const rule = isSample ? sampleShown : isNew ? emptyArchive : noSeeds;
  return [report(rule, {}, { file: "seeds/" })];
}

/** Whether a ledger has no paper but those of the sample. */
export function isOfSample(ledger: string): boolean {
  const { papers } = readLedger("content/addresses.jsonl", ledger).value;
  // Lines that were made from entries name no file, and may be of any paper.
  return papers.every(({ lines }) =>
    lines.every(({ file }) => file === sampleFile || file === keptSample),
  );
}

/** Entries on disk without those that were made from the sample and not edited since; the paths of these. */
export function withoutSample(disk: FilesOnDisk): { own: FilesOnDisk; left: string[] } {
  const isLeft = (text: string) =>
    text.includes(`file: ${sampleFile}`) && stateOfFile(text) === "made";
  const left = [...disk].filter(([, text]) => isLeft(text)).map(([path]) => path);
  const own = new Map([...disk].filter(([path]) => !left.includes(path)));
  return { own, left };
}

/** A plan that also removes entries that the sample left, unless it writes to their paths. */
export function withoutLeft(plan: WritePlan, left: readonly string[]): WritePlan {
  const written = new Set(
    [...plan.create, ...plan.move.map(({ entry }) => entry)].map(({ path }) => path),
  );
  return { ...plan, remove: [...plan.remove, ...left.filter((path) => !written.has(path))] };
}
