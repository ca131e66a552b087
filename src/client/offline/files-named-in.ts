import { pathUnder, typeOf } from "./addresses-on-device.ts";

/**
 * The styles, scripts and fonts of this build that a page names, as paths under the site's root; none
 * for what is no page. A worker has no parser of HTML, and these pages are the build's own.
 */
export function filesNamedIn(path: string, text: string, url: URL, root: URL): string[] {
  if (!typeOf(path).startsWith("text/html")) return [];
  const named = text.matchAll(/<(?:link|script)\b[^>]*?\s(?:href|src)="([^"]+)"/g);
  return [...named].flatMap(([, address = ""]) => {
    const target = URL.canParse(address, url) ? pathUnder(root, new URL(address, url)) : undefined;
    return target?.startsWith("_astro/") ? [target] : [];
  });
}
