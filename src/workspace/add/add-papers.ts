import { readFile } from "node:fs/promises";
import { basename, extname, relative, resolve, sep } from "node:path";
import type { SeedChanges } from "../../ingest/compare-seeds.ts";
import type { RawPaper } from "../../ingest/raw-paper.ts";
import { readSeed } from "../../ingest/read-seed.ts";
import { addressPart } from "../../text/address-part.ts";
import { slugOf } from "../../text/slug.ts";
import type { Sources } from "../network/sources.ts";
import type { Workspace } from "../paths.ts";
import { unpacked } from "../unpack.ts";
import { givingUp, withBatches } from "./fetch-batches.ts";
import { fetchTarget } from "./fetch-target.ts";
import { messagesOf } from "./messages-of.ts";
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
  /** Called before a seed is replaced. */
  beforeReplacing?: (asked: string, replaced: Replaced) => void;
}

/** The most ids of a list that are fetched, to spare the hosts. */
const mostListed = 2000;

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

/** The contents of a file to be added. */
export interface FileToAdd {
  /** The file as a seed. */
  seed: NewSeed;
  /** The number of papers that it describes. */
  papers: number;
  /** Papers of which it has only the id. They are fetched. */
  listed: { asked: string; target: Exclude<Target, { kind: "file" }> }[];
  failures: string[];
}

/** Reads a file to be added. */
export async function openFile(asked: string, path: string): Promise<FileToAdd> {
  const bytes = await readFile(path);
  const { value, messages } = readSeed(unpacked(asked, bytes), { seedYears: {} });
  const failures = messagesOf(messages);
  const listed = value.filter(({ title }) => title === "").slice(0, mostListed);
  return {
    seed: fileSeed(path, bytes, { value, isWhole: failures.length === 0 }),
    papers: value.length - listed.length,
    listed: listed.flatMap(({ ids }): FileToAdd["listed"] => {
      if (ids.arxiv) return [{ asked: ids.arxiv, target: { kind: "arxiv", id: ids.arxiv } }];
      return ids.doi ? [{ asked: ids.doi, target: { kind: "doi", doi: ids.doi } }] : [];
    }),
    failures: value.length > 0 || failures.length > 0 ? failures : ["no papers were found in it"],
  };
}

function fileSeed(
  path: string,
  bytes: Uint8Array,
  { value, isWhole }: { value: readonly RawPaper[]; isWhole: boolean },
): NewSeed {
  return { name: `added/${seedName(path)}`, bytes, records: value, isWhole, from: resolve(path) };
}

async function* addFile(asked: string, path: string, context: AddContext): AsyncGenerator<Added> {
  const { workspace } = context;
  const { seed, papers, listed, failures } = await openFile(asked, path);
  const inSeeds = !relative(workspace.seeds, resolve(path)).startsWith("..");
  // A list of ids does not describe papers: they are fetched, and the list need not be kept.
  if (papers > 0 && inSeeds) {
    const file = relative(workspace.root, resolve(path)).split(sep).join("/");
    yield { asked, files: [file], replaced: [], isNew: false, failures };
  } else if (papers > 0) yield await saveSeeds(asked, [seed], { context, failures });
  else if (failures.length > 0) yield { asked, files: [], replaced: [], isNew: false, failures };
  const together = withIdsTogether(listed, context);
  for (const { asked: id, target } of listed) yield await addFetched(id, target, together);
}

/** A file name that every system allows. A README gets another name, because it would not be read. */
function seedName(path: string): string {
  const ending = extname(path).toLowerCase();
  const name = addressPart(slugOf(basename(path, extname(path)).replaceAll("_", " ")) || "seed");
  return `${/^readme/i.test(name) ? `seed-${name}` : name}${/^\.[a-z0-9]{1,8}$/.test(ending) ? ending : ""}`;
}
