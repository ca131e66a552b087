import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { closest } from "fastest-levenshtein";
import type { Message } from "../schemas/message.ts";
import { renamedComponent, report, unknownOverride } from "../schemas/rules.ts";
import type { Workspace } from "./paths.ts";

/**
 * The components that an owner may replace by a file of the same name in `content/overrides/`. Their
 * names and props change only with a new major version of the engine.
 */
export const replaceable = [
  "Colophon",
  "Masthead",
  "Neighbours",
  "PageNumbers",
  "PaperDate",
  "PaperFacts",
  "PaperGroup",
  "PaperList",
  "SearchForm",
  "TopicsOfPaper",
] as const;

/** Present names of components by their former ones. A name stays here for ever. */
export const renamedComponents: Readonly<Record<string, string>> = {
  NoteMarks: "NoteSummary",
  PaperMarks: "PaperButtons",
  Shelf: "PaperGroup",
};

/** An override: the component that it replaces, and its file, relative to the workspace. */
export interface Override {
  name: string;
  file: string;
}

/** The components that the owner replaces; other files in the folder are reported. */
export function overridesOf({ root }: Pick<Workspace, "root">): {
  overrides: Override[];
  messages: Message[];
} {
  const folder = join(root, "content/overrides");
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const known: readonly string[] = replaceable;
  const overrides: Override[] = [];
  const messages: Message[] = [];
  for (const base of files.filter((name) => !/^(?:\.|README)/i.test(name))) {
    const former = base.replace(/\.astro$/, "");
    const file = `content/overrides/${base}`;
    const name = renamedComponents[former] ?? former;
    if (!base.endsWith(".astro") || !known.includes(name)) {
      const params = { file: base, nearest: closest(former, known), known };
      messages.push(report(unknownOverride, params, { file }));
      continue;
    }
    const isIgnored = name !== former && files.includes(`${name}.astro`);
    if (name !== former)
      messages.push(report(renamedComponent, { former, name, isIgnored }, { file }));
    if (!isIgnored) overrides.push({ name, file });
  }
  return { overrides, messages };
}
