import { existsSync } from "node:fs";
import { defined } from "../schemas/defined.ts";
import { type Parsed, parseYaml } from "../schemas/parse-yaml.ts";
import { type Removed, removed } from "../schemas/removed.ts";
import { keysOfName } from "../text/paper-name.ts";
import type { Workspace } from "./paths.ts";
import { readText } from "./read-text.ts";

/**
 * The papers that the owner removed, without those that were restored. Empty if there is no such file, or if
 * it lists nothing.
 */
export function readRemoved({ root, removedFile }: Workspace): Parsed<Removed> {
  if (!existsSync(removedFile)) return { value: [], messages: [], lineOf: () => 1 };
  const { file, text, messages } = readText(root, removedFile);
  if (messages.length > 0) return { messages, lineOf: () => 1 };
  const listsNothing = text.split(/\r?\n/).every((line) => /^\s*(?:#.*|---\s*)?$/.test(line));
  if (listsNothing) return { value: [], messages: [], lineOf: () => 1 };
  const parsed = parseYaml(file, text, removed);
  if (!parsed.value) return parsed;
  const items = parsed.value.map((one, at) => ({ ...one, line: parsed.lineOf([at]) }));
  const restored = new Map(
    items.flatMap(({ id, restored, line }) =>
      restored ? keysOfName(id).map((key) => [key, line] as const) : [],
    ),
  );
  const value = items
    .filter((one) => !one.restored)
    .map(({ id, title, line }) => {
      const restoredAt = keysOfName(id).flatMap((key) => restored.get(key) ?? [])[0];
      return { id, title, line, ...defined({ restoredAt }) };
    });
  return { ...parsed, value };
}
