import { cards } from "./cards.ts";
import { licences } from "./licences.ts";
import { offlineFiles } from "./offline-files.ts";
import { pagefindIndex } from "./pagefind-index.ts";
import { preloadedScripts } from "./preloaded-scripts.ts";
import type { SitePart } from "./site-part.ts";
import { sitemap } from "./sitemap.ts";

/** What a site has besides its pages, in the order in which it is made. */
export function siteParts(): SitePart[] {
  // The list of all files comes after those that it lists.
  return [pagefindIndex(), preloadedScripts(), cards(), sitemap(), offlineFiles(), licences()];
}
