import type { MDXInstance } from "astro";
import type { AstroComponentFactory } from "astro/runtime/server/index.js";
import { reportFailedCode } from "./code-failed.ts";
import { containedComponent, contentsOnly } from "./contained-component.ts";
import { workspace } from "./settings.ts";

type NoteModule = MDXInstance<Record<string, unknown>> & { unreadable?: true };

const notes = import.meta.glob<NoteModule>("/content/notes/**/*.mdx");
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

/** The compiled text of a note, by its path in the workspace; undefined if it has a fault. */
export async function noteContent(file: string): Promise<NoteModule["Content"] | undefined> {
  const module = await notes[`/${file}`]?.().catch((error: unknown) =>
    reportFailedCode(workspace.root, "note", file, error),
  );
  return module === undefined || module.unreadable ? undefined : module.Content;
}
