import { existsSync } from "node:fs";
import { type Parsed, parseYaml } from "../schemas/parse-yaml.ts";
import { type Removed, removed } from "../schemas/removed.ts";
import type { Workspace } from "./paths.ts";
import { readText } from "./read-text.ts";

/** The papers that the owner removed. Empty if there is no such file, or if it lists nothing. */
export function readRemoved({ root, removedFile }: Workspace): Parsed<Removed> {
  if (!existsSync(removedFile)) return { value: [], messages: [], lineOf: () => 1 };
  const { file, text, messages } = readText(root, removedFile);
  if (messages.length > 0) return { messages, lineOf: () => 1 };
  const listsNothing = text.split(/\r?\n/).every((line) => /^\s*(?:#.*|---\s*)?$/.test(line));
  if (listsNothing) return { value: [], messages: [], lineOf: () => 1 };
  const parsed = parseYaml(file, text, removed);
  if (!parsed.value) return parsed;
  return {
    ...parsed,
    value: parsed.value.map((one, at) => ({ ...one, line: parsed.lineOf([at]) })),
  };
}
