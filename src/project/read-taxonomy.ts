import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Message } from "../schemas/message.ts";
import { parseYaml } from "../schemas/parse-yaml.ts";
import { type TaxonomyFamily, taxonomyFamily, topicsOverlay } from "../schemas/topic.ts";
import { mergeTaxonomy, type Taxonomy } from "../taxonomy/merge-taxonomy.ts";
import type { Project } from "./paths.ts";

/** The taxonomy that ships with the engine, with the owner's `content/topics.yaml` over it. */
export function readTaxonomy({ root, taxonomy, topicsFile }: Project): Taxonomy {
  const messages: Message[] = [];
  const families: TaxonomyFamily[] = [];
  for (const name of readdirSync(taxonomy).sort()) {
    if (!name.endsWith(".yaml")) continue;
    const text = readFileSync(join(taxonomy, name), "utf8");
    const parsed = parseYaml(`src/taxonomy/${name}`, text, taxonomyFamily);
    messages.push(...parsed.messages);
    if (parsed.value) families.push(parsed.value);
  }
  const file = relative(root, topicsFile).replaceAll("\\", "/");
  const overlay = existsSync(topicsFile)
    ? parseYaml(file, readFileSync(topicsFile, "utf8"), topicsOverlay)
    : undefined;
  messages.push(...(overlay?.messages ?? []));
  const merged = mergeTaxonomy(families, overlay?.value, file);
  return { ...merged, messages: [...messages, ...merged.messages] };
}
