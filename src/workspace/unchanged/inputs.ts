import { createHash } from "node:crypto";
import { readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { pathOfLink, readLinks } from "../links.ts";
import type { Workspace } from "../paths.ts";
import { walkFolder } from "../walk-folder.ts";
import { FileDigests } from "./file-digests.ts";

/** Digests of everything that the entries and the site of a workspace are made from. */
export interface Inputs {
  /** Seeds, notes, settings, the engine, its packages, this version of Node and the environment. */
  given: string;
  /** Both this and what an ingest writes: the entries and the list of addresses. */
  all: string;
  /**
   * What every page is made from: all of this but for papers, notes and pages of the owner's, of which pages note what they
   * read; and of what is published as it is only the names.
   */
  frame: string;
  /** All but the owner's notes. */
  allButNotes: string;
  /** The digest of each note, by its path. */
  notes: ReadonlyMap<string, string>;
  /**
   * What bundles are made from: the engine's code and packages, and what of the owner's becomes code. Settings are not in it,
   * nor notes (`src/workspace/bundle/bundle-key.ts`).
   */
  bundle: string;
}

/** What an ingest writes itself. */
const written = /^content\/(?:papers\/|addresses\.jsonl$)/;

/** Whether a file of a workspace is an owner's note, by its path. */
export function isNote(path: string): boolean {
  return /^content\/notes\/.*\.mdx$/.test(path);
}

/** What pages read by `lookup` and `fact` of `src/astro/traced.ts`. */
const traced =
  /^(?:seeds\/|content\/(?:(?:papers|notes|pages)\/|(?:addresses\.jsonl|removed\.yaml|links\.yaml)$))/;

/** What no bundle has anything of, of the owner's folders. Some notes become code (`digestOfBundledNotes`). */
const unbundled =
  /^(?:seeds|public)\/|^content\/(?:(?:papers|notes)\/|(?:site|topics|lexicon|removed|links)\.yaml$|(?:addresses|added)\.jsonl$|README\.md$)/;

const foldersOfEngine = ["src", "scripts"];
const foldersOfOwner = ["seeds", "content", "public"];

/** Files in the root of a workspace that set up a build: of Node, Astro, Vite and TypeScript. */
const setup = /^\.env(?:\.|$)|\.(?:[cm]?[jt]s|json)$/;

/** Those that set up other programs than bundlers. The packages as they are installed have a file of their own. */
const otherSetup = /^(?:package-lock|biome|knip|tsconfig\.pages)\.json$|^vitest\./;

/** Variables that Astro, Vite, Pagefind and the engine read, but for those that change no file. */
const variables =
  /^(?:ASTRO_(?!TELEMETRY|DISABLE)|CI$|PUBLIC_|VITE_|PAGEFIND_|OFFPRINT_(?!NODE$|PLAIN_PATH$|STAGES$))/;

/** Those of them that may get into bundles. */
const bundled = /^(?:ASTRO_|PUBLIC_|VITE_)/;

/** As the command was started: Astro, Pagefind and builds set variables themselves. */
const atStart = { ...process.env };

/**
 * Reads and digests everything that the entries and the site are made from. An equal digest means that
 * making them again would give the same. `engine` is the folder of the engine's code.
 */
export function digestInputs(
  workspace: Workspace,
  engine: string,
  environment: Readonly<Record<string, string | undefined>> = atStart,
): Inputs {
  const machine = `${process.version} ${process.platform}-${process.arch}`;
  const given = createHash("sha256").update(machine);
  const frame = createHash("sha256").update(machine);
  const others = createHash("sha256").update(machine);
  const bundle = createHash("sha256").update(machine);
  const notes = new Map<string, string>();
  for (const name of Object.keys(environment)
    .filter((one) => variables.test(one))
    .sort()) {
    const line = `\n${name}=${environment[name]}`;
    for (const digest of [given, frame, others]) digest.update(line);
    if (bundled.test(name)) bundle.update(line);
  }
  const entries = createHash("sha256");
  const files = digestsOf(workspace);
  const published: string[] = [];
  let hasSources = false;
  const add: Add = (name, file, content = files.digestOf(file)) => {
    const isOfNote = isNote(name);
    if (isOfNote) notes.set(name, Buffer.from(content).toString("hex"));
    const all = [written.test(name) ? entries : given, ...(isOfNote ? [] : [others])];
    for (const digest of all) digest.update(`\n${name}\0`).update(content);
    const known = name.startsWith("public/") ? "" : content;
    if (!traced.test(name)) frame.update(`\n${name}\0`).update(known);
    if (name.startsWith("public/")) published.push(name);
    if (unbundled.test(name) || otherSetup.test(name)) return;
    hasSources ||= name.startsWith("content/");
    bundle.update(`\n${name}\0`).update(content);
  };
  for (const folder of foldersOfOwner) addFolder(workspace.root, folder, add);
  for (const root of new Set([engine, workspace.root])) {
    for (const folder of foldersOfEngine) addFolder(root, folder, add);
    for (const name of readdirSync(root)
      .filter((one) => setup.test(one))
      .sort()) {
      add(name, join(root, name));
    }
  }
  add("packages", join(engine, "node_modules/.package-lock.json"));
  // They stand for seeds.
  for (const { from } of readLinks(workspace).value ?? [])
    add(`seeds/${from}`, pathOfLink(workspace, from));
  // Styles and pages of the owner's may name what is published as it is.
  if (hasSources) bundle.update(published.join("\n"));
  const digest = given.digest("hex");
  const all = entries.update(digest).digest("hex");
  const digests = { frame: frame.digest("hex"), bundle: bundle.digest("hex") };
  return { given: digest, all, ...digests, allButNotes: others.digest("hex"), notes };
}

/** Adds a file to a digest. Its content is read unless it is given. */
type Add = (name: string, file: string, content?: Uint8Array | string) => void;

function addFolder(root: string, folder: string, add: Add): void {
  // A folder is read once, but a site has it at each of its links.
  const onLinkedFolder = (path: string) => {
    const link = join(root, folder, path);
    add(`${folder}/${path}`, link, `link ${readlinkSync(link)}`);
  };
  const { files, unread } = walkFolder(join(root, folder), { followLinks: true, onLinkedFolder });
  for (const path of files) add(`${folder}/${path}`, join(root, folder, path));
  for (const { path } of unread) add(`${folder}/${path}`, join(root, folder, path));
}

/** The digests of the files of each workspace that this process has asked for, by its folder. */
const digests = new Map<string, FileDigests>();

function digestsOf({ root }: Pick<Workspace, "root">): FileDigests {
  const known = digests.get(root) ?? new FileDigests({ root });
  digests.set(root, known);
  return known;
}

/** Keeps the digests of files, so that the next command need not read files that have not changed. */
export function keepDigests(workspace: Pick<Workspace, "root">): Promise<void> {
  return digestsOf(workspace).keep(workspace);
}
