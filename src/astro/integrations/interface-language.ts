import { join } from "node:path";
import type { Plugin } from "vite";
import { interfaceLanguage, localeOf } from "../../i18n/languages.ts";

/**
 * Gives the pages and scripts of a site the interface strings of its language, and the tag by which
 * numbers and dates are written. A site has one language, so its scripts carry no other.
 */
export function interfaceStrings(root: string, language: string): Plugin {
  const file = (name: string) => join(root, "src/i18n", `${name}.ts`).replaceAll("\\", "/");
  const chosen = file(interfaceLanguage(language) ?? "en");
  return {
    name: "offprint:interface-language",
    enforce: "pre",
    async resolveId(source, importer) {
      if (!source.endsWith("/strings.ts")) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved?.id === file("strings") ? chosen : resolved;
    },
    load(id) {
      if (id !== file("locale")) return null;
      return `export const locale = ${JSON.stringify(localeOf(language))};\n`;
    },
  };
}
