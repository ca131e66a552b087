import { relative, resolve, sep } from "node:path";
import type { SeedChanges } from "../../ingest/compare-seeds.ts";
import { readSeed } from "../../ingest/read-seed.ts";
import type { Sources } from "../network/sources.ts";
import type { Workspace } from "../paths.ts";
import { unpacked } from "../unpack.ts";
import { givingUp, withBatches } from "./fetch-batches.ts";
import { fetchTarget } from "./fetch-target.ts";
import { messagesOf } from "./messages-of.ts";
import { openFile } from "./open-file.ts";
import {
  countChanges,
  type NewSeed,
  planSeed,
  type SeedChoice,
  type SeedPlan,
  savePlanned,
} from "./plan-seed.ts";
import type { Target } from "./target.ts";

/** The result of adding one paper or file. */
export interface Added {
  asked: string;
  /** Seeds that were saved, or that existed with the same bytes. */
  files: string[];
  /** The seeds whose former versions were replaced, and how they differ. */
  replaced: Replaced[];
  isNew: boolean;
  /** Why something could not be added, one sentence each. */
  failures: string[];
  /** What was left out of a list because it is about no paper. Absent if there is nothing to say. */
  notes?: string[];
}

/** A saved seed whose former version is replaced. */
export interface Replaced {
  file: string;
  changes: SeedChanges;
}

/** Where added papers are saved, and which sources are used. */
export interface AddContext {
  workspace: Workspace;
  sources: Sources;
  /** Whether the archive already has this paper from a source that `add` would ask. */
  isKnown: (target: Target) => boolean;
  /** What to do with former versions of a file. */
  choice?: SeedChoice;
  /** Whether nothing is taken from files but ids. */
  onlyIds?: boolean;
  /** Called with the number of papers that a list names, before they are fetched. */
  onListed?: (count: number) => void;
  /** Called before a seed is replaced. */
  beforeReplacing?: (asked: string, replaced: Replaced) => void;
}

/** Fetches papers or copies files, and saves them under `seeds/added/`. */
export async function* addPapers(
  targets: readonly { asked: string; target: Target }[],
  given: AddContext,
): AsyncGenerator<Added> {
  const context = { ...given, sources: givingUp(given.sources) };
  const together = withIdsTogether(targets, context);
  for (const { asked, target } of targets) {
    if (target.kind !== "file") yield await addFetched(asked, target, together);
    else yield* addFile(asked, target.path, context);
  }
}

/** The context for papers of which those of arXiv are fetched in few requests. */
function withIdsTogether(targets: readonly { target: Target }[], context: AddContext): AddContext {
  const wanted = targets.flatMap(({ target }) =>
    target.kind === "arxiv" && !context.isKnown(target) ? [target.id] : [],
  );
  return { ...context, sources: withBatches(context.sources, [...new Set(wanted)]) };
}

async function addFetched(
  asked: string,
  target: Exclude<Target, { kind: "file" }>,
  context: AddContext,
): Promise<Added> {
  const { sources, isKnown } = context;
  if (isKnown(target)) return { asked, files: [], replaced: [], isNew: false, failures: [] };
  const { files, failures } = await fetchTarget(target, sources);
  const seeds = files.map(({ name, bytes }): NewSeed => {
    const { value, messages } = readSeed(unpacked(name, bytes), { seedYears: {} });
    return { name, bytes, records: value, isWhole: messagesOf(messages).length === 0 };
  });
  return saveSeeds(asked, seeds, { context, failures });
}

/** Saves seeds, each in the place of its former version unless that must stay. */
async function saveSeeds(
  asked: string,
  seeds: readonly NewSeed[],
  { context, failures }: { context: AddContext; failures: readonly string[] },
): Promise<Added> {
  const { workspace, choice, beforeReplacing } = context;
  const added: Added = { asked, files: [], replaced: [], isNew: false, failures: [...failures] };
  for (const seed of seeds) {
    const plan = await planSeed(workspace, seed, choice);
    if (plan.kind === "refuse") {
      added.failures.push(refusal(plan));
      continue;
    }
    if (plan.kind === "replace") {
      const replaced = { file: plan.file, changes: plan.changes };
      added.replaced.push(replaced);
      beforeReplacing?.(asked, replaced);
    }
    const saved = await savePlanned(workspace, seed, plan);
    added.files.push(saved.file);
    added.isNew ||= saved.isNew;
  }
  return added;
}

/** Why a former version stays, and what the owner may do. */
export function refusal({ why, changes }: Extract<SeedPlan, { kind: "refuse" }>): string {
  return `${why} (${countChanges(changes)}). To replace it and lose what it has, add --replace; to keep both, add --keep-both`;
}

async function* addFile(asked: string, path: string, context: AddContext): AsyncGenerator<Added> {
  const { workspace, onlyIds = false } = context;
  const { seed, papers, listed, failures, notes } = await openFile(asked, path, { onlyIds });
  const ofList = notes.length > 0 ? { notes } : {};
  const inSeeds = !relative(workspace.seeds, resolve(path)).startsWith("..");
  // A list of ids does not describe papers: they are fetched, and the list need not be kept.
  if (papers > 0 && inSeeds) {
    const file = relative(workspace.root, resolve(path)).split(sep).join("/");
    yield { asked, files: [file], replaced: [], isNew: false, failures };
  } else if (papers > 0) yield await saveSeeds(asked, [seed], { context, failures });
  else if (failures.length + notes.length > 0) {
    yield { asked, files: [], replaced: [], isNew: false, failures, ...ofList };
  }
  if (listed.length > 0) context.onListed?.(listed.length);
  const together = withIdsTogether(listed, context);
  for (const { asked: id, target, line } of listed) {
    const added = await addFetched(id, target, together);
    const from = `${asked}, line ${line}`;
    yield { ...added, failures: added.failures.map((failure) => `${failure} (${from})`) };
  }
}
