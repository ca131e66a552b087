import { existsSync } from "node:fs";
import { mkdir, readFile, unlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { stringify } from "yaml";
import type { Site } from "../schemas/site.ts";
import { makeFolder } from "./make-folder.ts";
import type { Workspace } from "./paths.ts";
import { isOfSample, keptSample, sampleFile } from "./sample.ts";
import { hasCode } from "./system-error.ts";
import { createFileAtomic } from "./write-file.ts";

/** The settings that a new archive begins with. */
export type FirstSettings = Partial<
  Pick<Site, "title" | "description" | "address" | "base" | "language" | "author" | "sample">
>;

/** The text of a new `content/site.yaml`. It names the JSON Schema for editors if the archive has it. */
export function siteText({ root }: Pick<Workspace, "root">, settings: FirstSettings): string {
  const schema = existsSync(join(root, "docs/schemas/site.json"))
    ? "# yaml-language-server: $schema=../docs/schemas/site.json\n"
    : "";
  const head = `${schema}# The settings of this archive. docs/using.md lists all of them.\n`;
  return head + stringify(settings, { lineWidth: 0 });
}

/** Writes the settings of a new archive. False if it has settings already, which stay as they are. */
export async function writeFirstSettings(
  workspace: Pick<Workspace, "root" | "siteFile">,
  settings: FirstSettings,
): Promise<boolean> {
  // Not the folders above it: the archive's folder may be misspelled.
  await mkdir(dirname(workspace.siteFile)).catch((error: unknown) => {
    if (!hasCode(error, "EEXIST")) throw error;
  });
  return createFileAtomic(workspace.siteFile, siteText(workspace, settings));
}

/**
 * What earlier versions of Offprint left of the sample in an archive: its seed, and a list of addresses
 * that has only its papers. Nothing that the owner changed is among it.
 */
export async function sampleFiles(
  workspace: Pick<Workspace, "root" | "addressesFile">,
): Promise<string[]> {
  const { root, addressesFile } = workspace;
  const [kept, shipped, ledger] = await Promise.all([
    textOf(join(root, keptSample)),
    textOf(join(root, sampleFile)),
    textOf(addressesFile),
  ]);
  const list = relative(root, addressesFile).replaceAll("\\", "/");
  return [
    ...(kept !== undefined && kept === shipped ? [keptSample] : []),
    ...(ledger !== undefined && ledger.trim() !== "" && isOfSample(ledger) ? [list] : []),
  ];
}

/** Deletes files of the sample, by their paths in the workspace. */
export async function removeSample(
  { root }: Pick<Workspace, "root">,
  files: readonly string[],
): Promise<void> {
  for (const file of files) await unlink(join(root, file));
}

/** Copies the sample into `seeds/`, where it is the owner's. False if there is no sample, or it is there. */
export async function keepSample({ root }: Pick<Workspace, "root">): Promise<boolean> {
  const text = await textOf(join(root, sampleFile));
  if (text === undefined) return false;
  await makeFolder(join(root, "seeds"));
  return createFileAtomic(join(root, keptSample), text);
}

function textOf(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(() => undefined);
}
