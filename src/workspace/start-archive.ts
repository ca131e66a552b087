import { existsSync } from "node:fs";
import { mkdir, readFile, unlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { stringify } from "yaml";
import { readLedger } from "../ingest/identity/read-ledger.ts";
import type { Site } from "../schemas/site.ts";
import { sha256 } from "./add/added-seeds.ts";
import type { Workspace } from "./paths.ts";
import { hasCode } from "./system-error.ts";
import { createFileAtomic } from "./write-file.ts";

/** The settings that a new archive begins with. */
export type FirstSettings = Partial<
  Pick<Site, "title" | "description" | "address" | "base" | "language" | "author">
>;

/** The seed that Offprint ships, and its digest. */
export const sample = {
  file: "seeds/daily-papers-11-13.txt",
  sha256: "dd809087f5f5d39df04375df8fdb139c657968d910e827b66d5276961c7bbce4",
};

/** The text of a new `content/site.yaml`. It names the JSON Schema for editors if the archive has it. */
export function siteText({ root }: Pick<Workspace, "root">, settings: FirstSettings): string {
  const schema = existsSync(join(root, "schemas/site.json"))
    ? "# yaml-language-server: $schema=../schemas/site.json\n"
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

/** What of the sample an owner who begins does not need. Nothing that the owner changed is among it. */
export async function sampleFiles(
  workspace: Pick<Workspace, "root" | "addressesFile">,
): Promise<string[]> {
  const seed = join(workspace.root, sample.file);
  const isSample = existsSync(seed) && sha256(await readFile(seed)) === sample.sha256;
  const ledger = await readFile(workspace.addressesFile, "utf8").catch(() => "");
  const { papers } = readLedger("content/addresses.jsonl", ledger).value;
  const isOfSample =
    papers.length > 0 &&
    papers.every(({ lines }) => lines.every(({ file }) => file === sample.file));
  return [
    ...(isSample ? [sample.file] : []),
    ...(isOfSample
      ? [relative(workspace.root, workspace.addressesFile).replaceAll("\\", "/")]
      : []),
  ];
}

/** Deletes files of the sample, by their paths in the workspace. */
export async function removeSample(
  { root }: Pick<Workspace, "root">,
  files: readonly string[],
): Promise<void> {
  for (const file of files) await unlink(join(root, file));
}
