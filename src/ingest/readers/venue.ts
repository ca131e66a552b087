import { plainRange, type Venue } from "../../schemas/paper.ts";

/** What a reference says of where it appeared, in its own words. */
export type RawVenue = { kind: Venue["kind"] | undefined } & {
  [part in Exclude<keyof Venue, "kind">]?: string | undefined;
};

/** A server of preprints is no journal, although references name it as one. */
const preprints = /\barxiv\b|^corr$|^computing research repository/i;

/** Where a paper appeared; undefined where a reference does not say, or names a server of preprints. */
export function venueOf({ kind, name: told = "", ...parts }: RawVenue): Venue | undefined {
  const name = told.trim();
  if (kind === undefined || name === "" || preprints.test(name)) return undefined;
  const venue: Venue = { kind, name };
  for (const part of ["volume", "number", "pages", "publisher"] as const) {
    const text = parts[part]?.trim() ?? "";
    if (text === "") continue;
    venue[part] = part === "pages" ? plainRange(text) : text;
  }
  return venue;
}
