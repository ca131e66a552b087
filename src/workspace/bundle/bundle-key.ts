import { interfaceLanguage, localeOf } from "../../i18n/languages.ts";
import type { Site } from "../../schemas/site.ts";
import type { Workspace } from "../paths.ts";
import { siteKey } from "../unchanged/last-site.ts";
import { hasFiles } from "../unchanged/own-code.ts";
import { digestOfBundledNotes } from "./notes-to-bundle.ts";

/**
 * The key of the bundles of a site: equal if and only if they would be the same. `inputs` is the digest of the code that
 * they are made from. Of the settings it has what gets into them, so that another title or address needs no bundling.
 */
export function bundleKey(
  inputs: string,
  workspace: Pick<Workspace, "notes" | "pages">,
  site: Site,
  { asFiles = false }: { asFiles?: boolean | undefined },
): string {
  const notes = digestOfBundledNotes(workspace, site);
  const isCompiled = notes !== "" || hasFiles(workspace.pages);
  return siteKey(inputs, {
    language: [interfaceLanguage(site.language), localeOf(site.language)],
    // Without a worker, the site has nothing of the packages in it.
    offline: site.offline && !asFiles,
    notes,
    settings: isCompiled ? site : undefined,
  });
}
