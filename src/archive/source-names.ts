import { sourceNames } from "../i18n/strings.ts";

const names: ReadonlyMap<string, string> = new Map(Object.entries(sourceNames));

/** The site that a seed's format is of, such as "Daily Papers" for each of its formats. */
export function publisherName(format: string): string {
  return format.startsWith("daily-papers") ? sourceNames["daily-papers"] : sourceName(format);
}

/** The display name of a seed format, such as `arxiv-atom`; an unknown format is its own name. */
export function sourceName(format: string): string {
  return names.get(format) ?? format;
}
