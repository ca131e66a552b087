import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Message } from "../schemas/message.ts";
import type { TaxonomyFamily } from "../schemas/topic.ts";
import { mergeTaxonomy, type Taxonomy } from "../topics/merge-taxonomy.ts";
import { parseFamily, parseOverlay } from "../topics/parse-taxonomy.ts";
import type { Workspace } from "./paths.ts";
import { readText } from "./read-text.ts";

/**
 * The taxonomy that ships with the engine, changed by the owner's `content/topics.yaml`. With
 * `shipped`, the owner's changes are left out.
 */
export function readTaxonomy(
  { root, taxonomy, topicsFile }: Pick<Workspace, "root" | "taxonomy" | "topicsFile">,
  { shipped = false }: { shipped?: boolean } = {},
): Taxonomy {
  const messages: Message[] = [];
  const families: TaxonomyFamily[] = [];
  for (const name of readdirSync(taxonomy).sort()) {
    if (!name.endsWith(".yaml")) continue;
    const parsed = parseFamily(
      readFileSync(join(taxonomy, name), "utf8"),
      `src/topics/taxonomy/${name}`,
    );
    messages.push(...parsed.messages);
    if (parsed.value) families.push(parsed.value);
  }
  const owners = !shipped && existsSync(topicsFile) ? readText(root, topicsFile) : undefined;
  const overlay =
    owners?.messages.length === 0 ? parseOverlay(owners.text, owners.file) : undefined;
  messages.push(...(owners?.messages ?? []), ...(overlay?.messages ?? []));
  const merged = mergeTaxonomy(families, overlay?.value, owners?.file, overlay?.lines);
  return { ...merged, messages: [...messages, ...merged.messages] };
}
