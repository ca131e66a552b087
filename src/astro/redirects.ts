import { type FormerAddresses, formerAddresses } from "../archive/published-papers.ts";
import { type Redirect, redirectsOf } from "../archive/redirects.ts";
import { publishedAddresses } from "../workspace/read-addresses.ts";
import { readRemoved } from "../workspace/read-removed.ts";
import { archive } from "./archive.ts";
import { reportMessages } from "./integrations/build-report.ts";
import { taxonomy, to, workspace } from "./settings.ts";

let followed: Promise<FormerAddresses> | undefined;

/** What has become of the addresses in the ledger. */
export function former(): Promise<FormerAddresses> {
  followed ??= archive().then((papers) => {
    const { value, messages } = publishedAddresses(workspace);
    reportMessages(messages);
    return formerAddresses(value.papers, papers, readRemoved(workspace).value);
  });
  return followed;
}

/** The redirects from old addresses of this site. */
export async function redirects(): Promise<Redirect[]> {
  return redirectsOf(await archive(), taxonomy, to, await former());
}
