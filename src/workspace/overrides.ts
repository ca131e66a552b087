import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { closest } from "fastest-levenshtein";
import type { Message } from "../schemas/message.ts";
import { report, unknownOverride } from "../schemas/rules.ts";
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

/** The names of the components that the owner replaces; other files in the folder are reported. */
export function overridesOf({ root }: Pick<Workspace, "root">): {
  names: string[];
  messages: Message[];
} {
  const folder = join(root, "content/overrides");
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const known: readonly string[] = replaceable;
  const names: string[] = [];
  const messages: Message[] = [];
  for (const file of files.filter((name) => !/^(?:\.|README)/i.test(name))) {
    const name = file.replace(/\.astro$/, "");
    if (file.endsWith(".astro") && known.includes(name)) names.push(name);
    else {
      const params = { file, nearest: closest(name, known), known };
      messages.push(report(unknownOverride, params, { file: `content/overrides/${file}` }));
    }
  }
  return { names, messages };
}
