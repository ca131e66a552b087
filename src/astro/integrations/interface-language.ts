import { join } from "node:path";
import { normalizePath, type Plugin } from "vite";
import { interfaceLanguage } from "../../i18n/languages.ts";

/**
 * Reads the interface's words from the file of the site's language. A site has one language, so that
 * scripts carry the words of no other.
 */
export function interfaceWords(root: string, language: string): Plugin {
  const english = normalizePath(join(root, "src/i18n/strings.ts"));
  const chosen = normalizePath(join(root, `src/i18n/${interfaceLanguage(language) ?? "en"}.ts`));
  return {
    name: "offprint:interface-language",
    enforce: "pre",
    async resolveId(source, importer) {
      if (!source.endsWith("/strings.ts")) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved?.id === english ? chosen : resolved;
    },
  };
}
