import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { interfaceLanguage } from "../i18n/languages.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { Parsed } from "../schemas/parse-yaml.ts";
import type { TaxonomyFamily } from "../schemas/topic.ts";
import { mergeTaxonomy, type Taxonomy } from "../topics/merge-taxonomy.ts";
import { parseFamily, parseOverlay, parseTranslation } from "../topics/parse-taxonomy.ts";
import { translateTaxonomy } from "../topics/translate-taxonomy.ts";
import type { Workspace } from "./paths.ts";
import { readText } from "./read-text.ts";

/**
 * The taxonomy that ships with the engine, changed by the owner's `content/topics.yaml`. With
 * `shipped`, the owner's changes are left out. Shipped names and descriptions are in `language`, a
 * BCP 47 tag, if there is a translation; else they are in English.
 */
export function readTaxonomy(
  { root, taxonomy, topicsFile }: Pick<Workspace, "root" | "taxonomy" | "topicsFile">,
  { shipped = false, language = "en" }: { shipped?: boolean; language?: string } = {},
): Taxonomy {
  const families = readShipped(taxonomy, interfaceLanguage(language) ?? "en");
  const owners = !shipped && existsSync(topicsFile) ? readText(root, topicsFile) : undefined;
  const overlay =
    owners?.messages.length === 0 ? parseOverlay(owners.text, owners.file) : undefined;
  const merged = mergeTaxonomy(families.value, overlay?.value, owners?.file, overlay?.lines);
  return {
    ...merged,
    messages: [
      ...families.messages,
      ...(owners?.messages ?? []),
      ...(overlay?.messages ?? []),
      ...merged.messages,
    ],
  };
}

/** The shipped families in a language. A file with a fault is reported and left out. */
function readShipped(folder: string, language: string): Staged<TaxonomyFamily[]> {
  const messages: Message[] = [];
  const read = <T>(name: string, parse: (text: string, file: string) => Parsed<T>) => {
    const text = readFileSync(join(folder, name), "utf8");
    const parsed = parse(text, `src/topics/taxonomy/${name}`);
    messages.push(...parsed.messages);
    return parsed.value;
  };
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const families = names.sort().flatMap((name) => read(name, parseFamily) ?? []);
  const translated = `translations/${language}.yaml`;
  const translation = existsSync(join(folder, translated))
    ? read(translated, parseTranslation)
    : undefined;
  return { value: translation ? translateTaxonomy(families, translation) : families, messages };
}
