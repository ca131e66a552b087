import { isObject } from "./json/seed-json.ts";

const blockEnd = /<\/(?:p|div|h[1-6]|li|blockquote|pre|tr|table|ul|ol)>|<(?:br|hr)\s*\/?>/gi;
// Not those of emphasis and the like, which are read with other texts.
const otherTag = /<\/?(?!(?:i|em|b|strong|su[bp])>)[a-z][a-z0-9]{0,20}(?:\s[^<>]{0,2000})?\/?>/gi;

/** The words of a note in Zotero, which is HTML, with an empty line between paragraphs. */
export function noteWords(html: string): string {
  return html
    .replace(blockEnd, "\n\n")
    .replace(otherTag, "")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

interface Collection {
  name: string;
  parent: string | undefined;
}

/**
 * The collections of an item: Better BibTeX has them beside the items, with the numbers of their items;
 * Zotero's API has their keys in each item. Without names, keys say nothing.
 */
export function zoteroCollections(
  files: readonly unknown[],
): (record: Record<string, unknown>) => string[] {
  const known = new Map<string, Collection>();
  const byItem = new Map<string, string[]>();
  for (const [key, value] of files.flatMap(collectionsOf)) {
    if (!isObject(value) || typeof value["name"] !== "string") continue;
    const { name, parent, parentCollection } = value;
    const above = [parent, parentCollection].filter((one) => typeof one === "string");
    known.set(key, { name: name.replaceAll("/", " "), parent: above.find((one) => one !== "") });
    for (const item of listOf(value["items"])) {
      byItem.set(String(item), [...(byItem.get(String(item)) ?? []), key]);
    }
  }
  return (record) => {
    const own = listOf(record["collections"]).map(String);
    const filed = [record["itemID"], record["itemKey"], record["key"]]
      .filter((id) => typeof id === "string" || typeof id === "number")
      .flatMap((id) => byItem.get(String(id)) ?? []);
    const paths = [...new Set([...own, ...filed])].map((key) => pathOf(key, known));
    return paths.filter((path) => path !== "").sort();
  };
}

function collectionsOf(file: unknown): [string, unknown][] {
  const collections = isObject(file) ? file["collections"] : undefined;
  return isObject(collections) ? Object.entries(collections) : [];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The names of a collection and those around it. A circle of collections ends where it began. */
function pathOf(key: string, known: ReadonlyMap<string, Collection>): string {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = key; at !== undefined && !seen.has(at); ) {
    const collection: Collection | undefined = known.get(at);
    if (collection) names.unshift(collection.name);
    seen.add(at);
    at = collection?.parent;
  }
  return names.join("/");
}
