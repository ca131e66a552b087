import { defined } from "../schemas/defined.ts";
import { describeMessage } from "../workspace/describe-messages.ts";
import { workspaceAt } from "../workspace/paths.ts";
import { siteOrThrow } from "../workspace/read-site.ts";

/** Where a site will be published. */
export interface SitePlace {
  /** Its path on its server, as `/` or `/papers/`. */
  base: string;
  /** The address of the server. */
  address?: string;
}

/** Where the site of a workspace will be published by its settings and the options of its build, which win. */
export function placeBySettings(
  root: string,
  given: { base?: string | undefined; address?: string | undefined; asFiles?: boolean },
): SitePlace {
  const site = siteOrThrow(workspaceAt(root), describeMessage);
  const base = given.asFiles ? "/" : (given.base ?? site.base);
  const address = given.address ?? site.address;
  return { base: `/${base}/`.replace(/\/+/g, "/"), ...defined({ address }) };
}

const key = Symbol.for("offprint.site-place");

/** Says where the site of this build will be published, of which its bundles know nothing; undefined if Astro makes it. */
export function placeSite(place: SitePlace | undefined): void {
  // Bundles have another copy of this module.
  Reflect.set(globalThis, key, place);
}

/** Where the site of this build will be published; undefined if Astro makes it, which knows. */
export function placeOfSite(): SitePlace | undefined {
  return Reflect.get(globalThis, key);
}
