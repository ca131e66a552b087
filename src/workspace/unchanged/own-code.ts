import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "../../schemas/site.ts";
import type { Workspace } from "../paths.ts";
import { walkFolder } from "../walk-folder.ts";

const foldersOfCode = ["content/overrides", "content/components"];

/** A tag or an expression, an import or an export: what makes a page of Markdown a program. */
const code = /[<{]|^\s*(?:import|export)\b/m;

/** A style sheet's address of a file outside of the workspace. */
const outside = /\.\.\/\.\./;

/**
 * Whether code of the owner's takes part in a build. It can read the clock, the network or any file, so
 * that its site may be another one though nothing in the workspace has changed.
 */
export function hasCodeOfOwner(
  { root, pages }: Pick<Workspace, "root" | "pages">,
  site: Pick<Site, "notes">,
): boolean {
  if (site.notes.code || foldersOfCode.some((folder) => existsSync(join(root, folder))))
    return true;
  const theme = join(root, "content/theme.css");
  if (existsSync(theme) && outside.test(readFileSync(theme, "utf8"))) return true;
  const { files, unread } = walkFolder(pages, { followLinks: true });
  return unread.length > 0 || files.some((path) => isCode(join(pages, path)));
}

/** Pages are MDX. Other files beside them are pictures, or modules that a page imports. */
function isCode(file: string): boolean {
  return file.endsWith(".mdx") && code.test(readFileSync(file, "utf8"));
}
