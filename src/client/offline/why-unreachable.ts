import { archiveIsKept } from "./device.ts";
import { serverCommand } from "./server-command.ts";
import { siteRoot } from "./site-root.ts";

/** What is said when the part of a page that writes citations, which is loaded when needed, did not come. */
export const whyWriterIsMissing =
  "What writes this format could not be loaded. Load the page again, since the site may have been renewed meanwhile, or check the connection.";

/** Why a part of the search index could not be had, and what helps, as a sentence for the reader. */
export async function whyIndexIsUnreachable(): Promise<string> {
  if (location.protocol === "file:") {
    return `Search needs a web server, even a local one: run \`${serverCommand}\` in this folder.`;
  }
  const root = siteRoot();
  if (root && !navigator.onLine && !(await archiveIsKept(root))) {
    return "There is no network, and this part of the search index is not on this device. When the archive is kept here (see “Reading offline”), all of it is.";
  }
  return "The search index could not be loaded. Check the connection and try again.";
}
