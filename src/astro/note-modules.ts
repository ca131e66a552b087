import type { AstroComponentFactory } from "astro/runtime/server/index.js";
import type { PublishedNote } from "../notes/publish-note.ts";
import { bundledNotes, type NoteModule } from "./bundled-notes.ts";
import { reportFailedCode } from "./code-failed.ts";
import { containedComponent, contentsOnly } from "./contained-component.ts";
import { leftOutParts } from "./integrations/left-out-parts.ts";
import { workspace } from "./settings.ts";

const components = import.meta.glob<{ default: AstroComponentFactory }>(
  "/content/components/*.astro",
);

/** The owner's components, by name. One that fails shows what is inside of it. */
export const ownComponents: Record<string, AstroComponentFactory> = Object.fromEntries(
  Object.entries(components).map(([path, load]) => [
    path.replace(/^.*\/|\.astro$/g, ""),
    containedComponent(path.slice(1), load, contentsOnly),
  ]),
);

/** The compiled text of a note; undefined if it has a fault. */
export async function noteContent({
  file,
  mdx,
}: Pick<PublishedNote, "file" | "mdx">): Promise<NoteModule["Content"] | undefined> {
  const failed = (error: unknown) => reportFailedCode(workspace.root, "note", file, error);
  const load = bundledNotes[`/${file}`];
  if (load) {
    const module = await load().catch(failed);
    return module === undefined || module.unreadable ? undefined : module.Content;
  }
  if (mdx === undefined || leftOutParts().has(file)) return undefined;
  // Most builds make no page with a note, and a compiler takes long to load.
  const { compileNote } = await import("./compile-note.ts");
  return compileNote(file, mdx).catch(failed);
}
