import { site } from "./settings.ts";

/** An address as an absolute URL; undefined if content/site.yaml has no `address`. */
export function absolute(address: string): string | undefined {
  return site.address === undefined ? undefined : new URL(address, site.address).href;
}
