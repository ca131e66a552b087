import { type Redirect, redirectsOf } from "../archive/redirects.ts";
import { archive } from "./archive.ts";
import { taxonomy, to } from "./settings.ts";

/** The redirects from old addresses of this site. */
export async function redirects(): Promise<Redirect[]> {
  return redirectsOf(await archive(), taxonomy, to);
}
