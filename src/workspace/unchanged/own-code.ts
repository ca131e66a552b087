import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "../../schemas/site.ts";
import type { Workspace } from "../paths.ts";
import { walkFolder } from "../walk-folder.ts";

const foldersOfCode = ["content/overrides", "content/components"];

/** A tag or an expression, an import or an export: what makes a page of Markdown a program. */
const code = /[<{]|^\s*(?:import|export)\b/m;

/** A style sheet's address that may lead out of `content/`: up, or from the root of the workspace. */
const outside = /\.\.\/|@import\s*(?:url\(\s*)?["']?\s*\//;

/**
 * Whether code of the owner's takes part in a build. It can read the clock, the network or any file, so
 * that its site may be another one though nothing in the workspace has changed.
 */
export function hasCodeOfOwner(
  { root, pages }: Pick<Workspace, "root" | "pages">,
  site: Pick<Site, "notes">,
): boolean {
  if (site.notes.code || foldersOfCode.some((folder) => hasFiles(join(root, folder)))) return true;
  if (hasOutsideStyles(join(root, "content"))) return true;
  const { files, unread } = walkFolder(pages, { followLinks: true });
  return unread.length > 0 || files.some((path) => isCode(join(pages, path)));
}

/** Whether a folder has anything but folders. */
export function hasFiles(folder: string): boolean {
  const { files, unread } = walkFolder(folder, { followLinks: true });
  return files.length + unread.length > 0;
}

/** Whether the theme, or a style sheet that it may import, reads files besides those of `content/`. */
function hasOutsideStyles(content: string): boolean {
  if (!existsSync(join(content, "theme.css"))) return false;
  const { files } = walkFolder(content, { followLinks: true, skip: (name) => name === "papers" });
  return files.some(
    (path) => path.endsWith(".css") && outside.test(readFileSync(join(content, path), "utf8")),
  );
}

/** Pages are MDX. Other files beside them are pictures, or modules that a page imports. */
function isCode(file: string): boolean {
  return file.endsWith(".mdx") && code.test(readFileSync(file, "utf8"));
}
