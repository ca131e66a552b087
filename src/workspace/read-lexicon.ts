import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lexiconFile, type OwnLexicon, ownLexicon } from "../schemas/lexicon.ts";
import type { Message, Staged } from "../schemas/message.ts";
import { parseShippedYaml } from "../schemas/parse-shipped-yaml.ts";
import { parseYaml } from "../schemas/parse-yaml.ts";
import { nameOfCommonWords, report } from "../schemas/rules.ts";
import { lexiconWords } from "../search/index/lexicon.ts";
import type { Workspace } from "./paths.ts";
import { readText } from "./read-text.ts";

/** The lexicon that ships with the engine, with the owner's added to it. */
export function readLexicon(
  workspace: Pick<Workspace, "root" | "lexicon" | "lexiconFile">,
): Staged<OwnLexicon> {
  const messages: Message[] = [];
  const terms = new Map<string, string[]>();
  const add = (more: OwnLexicon["terms"]) => {
    for (const [term, names] of Object.entries(more)) {
      terms.set(term, [...(terms.get(term) ?? []), ...names]);
    }
  };
  for (const name of readdirSync(workspace.lexicon).sort()) {
    if (!name.endsWith(".yaml")) continue;
    const text = readFileSync(join(workspace.lexicon, name), "utf8");
    const parsed = parseShippedYaml(`src/search/lexicon/${name}`, text, lexiconFile);
    messages.push(...parsed.messages);
    add(parsed.value ?? {});
  }
  const own = readOwnLexicon(workspace);
  add(own.value.terms);
  return {
    value: { terms: Object.fromEntries(terms), off: own.value.off },
    messages: [...messages, ...own.messages],
  };
}

/** The owner's `content/lexicon.yaml`. A file with a fault is reported and left out. */
export function readOwnLexicon({
  root,
  lexiconFile: path,
}: Pick<Workspace, "root" | "lexiconFile">): Staged<OwnLexicon> {
  const nothing: OwnLexicon = { terms: {}, off: [] };
  if (!existsSync(path)) return { value: nothing, messages: [] };
  const { text, file, messages } = readText(root, path);
  if (messages.length > 0) return { value: nothing, messages };
  const { value = nothing, lineOf, messages: faults } = parseYaml(file, text, ownLexicon);
  const common = Object.entries(value.terms).flatMap(([term, names]) =>
    names.flatMap((name, at) =>
      lexiconWords(name).every(({ stop }) => stop)
        ? [report(nameOfCommonWords, { name }, { file, line: lineOf(["terms", term, at]) })]
        : [],
    ),
  );
  return { value, messages: [...faults, ...common] };
}
