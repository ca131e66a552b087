import { unavailable } from "../../i18n/strings.ts";
import { isArchiveStored } from "../offline/archive-store.ts";
import { serverCommand } from "../offline/server-command.ts";
import { siteRoot } from "../offline/site-root.ts";

/** Why a part of the search index could not be loaded, and what helps, as a message for the reader. */
export async function whySearchIsUnavailable(): Promise<string> {
  if (location.protocol === "file:") return unavailable.searchNeedsServer(serverCommand);
  const root = siteRoot();
  const isMissing = root && !navigator.onLine && !(await isArchiveStored(root));
  return isMissing ? unavailable.searchOffline : unavailable.search;
}
