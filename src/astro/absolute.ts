import { site } from "./settings.ts";

/** An address with the site's own host before it; undefined where content/site.yaml names none. */
export function absolute(address: string): string | undefined {
  return site.address === undefined ? undefined : new URL(address, site.address).href;
}
