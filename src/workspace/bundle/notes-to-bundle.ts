import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../../text/decode.ts";
import type { PublishSettings } from "../note-publisher.ts";
import type { Workspace } from "../paths.ts";
import { walkFolder } from "../walk-folder.ts";

/**
 * The notes that the bundler compiles, by their paths in the folder of notes: those that may have pictures or code. The
 * others are compiled when their pages are made, so that an edit of them needs no bundling.
 */
export function notesToBundle(
  { notes }: Pick<Workspace, "notes">,
  settings: PublishSettings,
): string[] {
  return walkFolder(notes, { followLinks: true }).files.filter(
    (path) =>
      path.endsWith(".mdx") &&
      (settings.notes.code || mayHavePicture(path, readFileSync(join(notes, path)))),
  );
}

function mayHavePicture(path: string, bytes: Uint8Array): boolean {
  return decode(path, bytes).text.includes("![");
}

/**
 * Whether a note or a page of the owner's may have a picture, of which only Astro makes other sizes. Files beside pages are
 * pictures, or modules.
 */
export function mayHavePictures(
  workspace: Pick<Workspace, "notes" | "pages">,
  settings: PublishSettings,
): boolean {
  if (notesToBundle(workspace, settings).length > 0) return true;
  return walkFolder(workspace.pages, { followLinks: true }).files.some(
    (path) =>
      !path.endsWith(".mdx") || mayHavePicture(path, readFileSync(join(workspace.pages, path))),
  );
}

/** A digest of what the bundler reads of the folder of notes: all of it, as soon as one of them has a picture. */
export function digestOfBundledNotes(
  workspace: Pick<Workspace, "notes">,
  settings: PublishSettings,
): string {
  if (notesToBundle(workspace, settings).length === 0) return "";
  const digest = createHash("sha256");
  for (const path of walkFolder(workspace.notes, { followLinks: true }).files) {
    digest.update(`\n${path}\0`).update(readFileSync(join(workspace.notes, path)));
  }
  return digest.digest("hex");
}
