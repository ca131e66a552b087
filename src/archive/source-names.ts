import { sourceNames } from "../i18n/strings.ts";

const names: ReadonlyMap<string, string> = new Map(Object.entries(sourceNames));

/** The display name of a seed format, such as `arxiv-atom`; an unknown format is its own name. */
export function sourceName(format: string): string {
  return names.get(format) ?? format;
}
