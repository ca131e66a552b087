import { readFile } from "node:fs/promises";
import { basename, extname, relative, resolve, sep } from "node:path";
import { readSeed } from "../../ingest/read-seed.ts";
import { addressPart } from "../../text/address-part.ts";
import { slugOf } from "../../text/slug.ts";
import type { Sources } from "../network/sources.ts";
import type { Workspace } from "../paths.ts";
import { saveSeed } from "../save-seed.ts";
import { unpacked } from "../unpack.ts";
import { fetchTarget } from "./fetch-target.ts";
import { messagesOf } from "./messages-of.ts";
import type { Target } from "./target.ts";

/** The result of adding one paper or file. */
export interface Added {
  asked: string;
  /** Seeds that were saved, or that existed with the same bytes. */
  files: string[];
  isNew: boolean;
  /** Why something could not be added, one sentence each. */
  failures: string[];
}

/** Where added papers are saved, and which sources are used. */
export interface AddContext {
  workspace: Workspace;
  sources: Sources;
  /** Whether the archive already has this paper from a source that `add` would ask. */
  isKnown: (target: Target) => boolean;
}

/** The most ids of a list that are fetched, to spare the hosts. */
const mostListed = 2000;

/** Fetches papers or copies files, and saves them under `seeds/added/`. */
export async function* addPapers(
  targets: readonly { asked: string; target: Target }[],
  context: AddContext,
): AsyncGenerator<Added> {
  for (const { asked, target } of targets) {
    if (target.kind !== "file") yield await addFetched(asked, target, context);
    else yield* addFile(asked, target.path, context);
  }
}

async function addFetched(
  asked: string,
  target: Exclude<Target, { kind: "file" }>,
  { workspace, sources, isKnown }: AddContext,
): Promise<Added> {
  if (isKnown(target)) return { asked, files: [], isNew: false, failures: [] };
  const { files, failures } = await fetchTarget(target, sources);
  const saved = [];
  for (const { name, bytes } of files) saved.push(await saveSeed(workspace, name, bytes));
  return {
    asked,
    files: saved.map(({ file }) => file),
    isNew: saved.some(({ isNew }) => isNew),
    failures,
  };
}

/** The contents of a file to be added. */
export interface FileToAdd {
  bytes: Uint8Array;
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
    bytes,
    papers: value.length - listed.length,
    listed: listed.flatMap(({ ids }): FileToAdd["listed"] => {
      if (ids.arxiv) return [{ asked: ids.arxiv, target: { kind: "arxiv", id: ids.arxiv } }];
      return ids.doi ? [{ asked: ids.doi, target: { kind: "doi", doi: ids.doi } }] : [];
    }),
    failures: value.length > 0 || failures.length > 0 ? failures : ["no papers were found in it"],
  };
}

async function* addFile(asked: string, path: string, context: AddContext): AsyncGenerator<Added> {
  const { workspace } = context;
  const { bytes, papers, listed, failures } = await openFile(asked, path);
  const inSeeds = !relative(workspace.seeds, resolve(path)).startsWith("..");
  // A list of ids does not describe papers: they are fetched, and the list need not be kept.
  if (papers > 0) {
    const saved = inSeeds
      ? { file: relative(workspace.root, resolve(path)).split(sep).join("/"), isNew: false }
      : await saveSeed(workspace, `added/${seedName(path)}`, bytes);
    yield { asked, files: [saved.file], isNew: saved.isNew, failures };
  } else if (failures.length > 0) yield { asked, files: [], isNew: false, failures };
  for (const { asked: id, target } of listed) yield await addFetched(id, target, context);
}

/** A file name that every system allows. A README gets another name, because it would not be read. */
function seedName(path: string): string {
  const ending = extname(path).toLowerCase();
  const name = addressPart(slugOf(basename(path, extname(path)).replaceAll("_", " ")) || "seed");
  return `${/^readme/i.test(name) ? `seed-${name}` : name}${/^\.[a-z0-9]{1,8}$/.test(ending) ? ending : ""}`;
}
