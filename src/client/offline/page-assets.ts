import { mediaTypeOf, pathUnder } from "./request-kind.ts";

/**
 * The styles, scripts and fonts that an HTML page links, as paths under the site's root. Empty for
 * other files. A service worker has no HTML parser; the pages are the build's own, so a pattern will do.
 */
export function assetsOfPage(path: string, text: string, url: URL, root: URL): string[] {
  if (!mediaTypeOf(path).startsWith("text/html")) return [];
  const linked = text.matchAll(/<(?:link|script)\b[^>]*?\s(?:href|src)="([^"]+)"/g);
  return [...linked].flatMap(([, address = ""]) => {
    const target = URL.canParse(address, url) ? pathUnder(root, new URL(address, url)) : undefined;
    return target?.startsWith("_astro/") ? [target] : [];
  });
}
