import { plainRange, type Venue } from "../../schemas/paper.ts";

/** The venue as a reference names it. */
export type RawVenue = { kind: Venue["kind"] | undefined } & {
  [part in Exclude<keyof Venue, "kind">]?: string | undefined;
};

/** A preprint server is not a journal, although references give it as one. */
const preprints = /\barxiv\b|^corr$|^computing research repository/i;

/** Whether a reference names a preprint server in the place of a venue. */
export function isPreprintServer({ name = "" }: RawVenue): boolean {
  return preprints.test(name.trim());
}

/** Where a paper appeared; undefined if a reference does not say, or names a preprint server. */
export function venueOf({ kind, name: given = "", ...parts }: RawVenue): Venue | undefined {
  const name = given.trim();
  if (kind === undefined || name === "" || isPreprintServer({ kind, name })) return undefined;
  const venue: Venue = { kind, name };
  for (const part of ["volume", "number", "pages", "publisher"] as const) {
    const text = parts[part]?.trim() ?? "";
    if (text === "") continue;
    venue[part] = part === "pages" ? plainRange(text) : text;
  }
  return venue;
}
