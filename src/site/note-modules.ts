import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MDXInstance } from "astro";
import type { AstroComponentFactory } from "astro/runtime/server/index.js";
import { lineOfFault } from "../archive/notes/line-of-fault.ts";
import { reportMessages } from "../integrations/build-report.ts";
import { project } from "./settings.ts";

type NoteModule = MDXInstance<Record<string, unknown>> & { unreadable?: true };

const notes = import.meta.glob<NoteModule>("/content/notes/**/*.mdx");
const components = import.meta.glob<{ default: AstroComponentFactory }>(
  "/content/components/*.astro",
  { eager: true },
);

/** The owner's components, by their names. */
export const ownComponents: Record<string, AstroComponentFactory> = Object.fromEntries(
  Object.entries(components).map(([path, { default: component }]) => [
    path.replace(/^.*\/|\.astro$/g, ""),
    component,
  ]),
);

/** A note's compiled text, by its path in the project; undefined where it has a fault. */
export async function noteContent(file: string): Promise<NoteModule["Content"] | undefined> {
  const module = await notes[`/${file}`]?.().catch((error: unknown) => failed(file, error));
  return module === undefined || module.unreadable ? undefined : module.Content;
}

/** Code outside of the text, such as an export, that fails before anything is shown. */
function failed(file: string, error: unknown): undefined {
  const reason = error instanceof Error ? error.message : String(error);
  const line = lineOfFault(readFileSync(join(project.root, file), "utf8"), reason);
  reportMessages([
    {
      rule: "note-code",
      severity: "error",
      reason: `The note's code fails, so its source is shown as text: ${reason}`,
      place: { file, ...(line === undefined ? {} : { line }) },
      hint: "Mend the code that stands outside of the note's text.",
    },
  ]);
}
