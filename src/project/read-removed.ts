import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { type Parsed, parseYaml } from "../schemas/parse-yaml.ts";
import { type Removed, removed } from "../schemas/removed.ts";
import type { Project } from "./paths.ts";

/** The papers that the owner left out; none where there is no such file, or it lists nothing. */
export function readRemoved({ root, removedFile }: Project): Parsed<Removed> {
  const text = existsSync(removedFile) ? readFileSync(removedFile, "utf8") : "";
  const listsNothing = text.split(/\r?\n/).every((line) => /^\s*(?:#.*|---\s*)?$/.test(line));
  if (listsNothing) return { value: [], messages: [], lineOf: () => 1 };
  return parseYaml(relative(root, removedFile).replaceAll("\\", "/"), text, removed);
}
