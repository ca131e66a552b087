import { type Redirect, redirectsOf } from "../archive/redirects.ts";
import { archive } from "./archive.ts";
import { taxonomy, to } from "./settings.ts";

/** Old addresses of this site, and where they lead. */
export async function redirects(): Promise<Redirect[]> {
  return redirectsOf(await archive(), taxonomy, to);
}
