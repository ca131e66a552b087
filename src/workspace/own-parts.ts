import { readFileSync } from "node:fs";
import { posix, relative } from "node:path";
import type { Workspace } from "./paths.ts";
import { walkFolder } from "./walk-folder.ts";

const folders = ["overrides", "components", "pages", "notes"] as const;

const theme = "content/theme.css";

/** What kind of part of the site a file of the owner's is. */
export type PartKind = "override" | "component" | "page" | "note" | "theme";

/** The kind of part that a file is, by its path in the workspace; undefined if it is none of its own. */
export function kindOfPart(file: string): PartKind | undefined {
  if (file === theme) return "theme";
  if (/^content\/overrides\/[^/]+\.astro$/.test(file)) return "override";
  if (/^content\/components\/[^/]+\.astro$/.test(file)) return "component";
  if (/^content\/pages\/.+\.mdx$/.test(file)) return "page";
  return /^content\/notes\/.+\.mdx$/.test(file) ? "note" : undefined;
}

/**
 * The parts of the site that need a file in `content/`: itself if it is a part, or the theme, overrides,
 * components, pages and notes that import it, directly or through other files of the owner's.
 */
export function partsWith(workspace: Pick<Workspace, "root">, file: string): string[] {
  if (kindOfPart(file) !== undefined) return [file];
  return partsOnDisk(workspace).filter((part) => needs(workspace.root, part, file, new Set()));
}

/** The owner's markup, styles and code, with their texts. Notes and pages are checked by themselves. */
export function ownCode({ root }: Pick<Workspace, "root">): { file: string; text: string }[] {
  const isAside = (name: string) => name.startsWith(".") || name === "papers";
  const { files } = walkFolder(`${root}/content`, { followLinks: false, skip: isAside });
  return files
    .filter((path) => /\.(?:astro|css|[cm]?[jt]sx?)$/.test(path))
    .map((path) => ({ file: `content/${path}`, text: textOf(root, `content/${path}`) }));
}

/** Whether code of the owner's, or a note or page with code, names a module such as `astro:content`. */
export function namesModule({ root }: Pick<Workspace, "root">, module: string): boolean {
  const isAside = (name: string) => name.startsWith(".") || name === "papers";
  const { files } = walkFolder(`${root}/content`, { followLinks: true, skip: isAside });
  return files.some(
    (path) =>
      /\.(?:astro|mdx|[cm]?[jt]sx?)$/.test(path) &&
      textOf(root, `content/${path}`).includes(module),
  );
}

function partsOnDisk({ root }: Pick<Workspace, "root">): string[] {
  const inFolders = folders.flatMap((folder) => {
    const { files } = walkFolder(`${root}/content/${folder}`, { followLinks: false });
    return files.map((path) => `content/${folder}/${path}`);
  });
  return [theme, ...inFolders].filter((path) => kindOfPart(path) !== undefined);
}

/** Whether a file imports another one, of which only the owner's own are followed. */
function needs(root: string, from: string, file: string, seen: Set<string>): boolean {
  if (from === file) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return importsOf(root, from).some((path) => needs(root, path, file, seen));
}

/** The owner's files that a file imports by a relative path or by one from the root. */
function importsOf(root: string, from: string): string[] {
  return [...textOf(root, from).matchAll(/(?:from|import)\s*\(?\s*["']([./][^"']+)["']/g)]
    .map(([, source = ""]) =>
      source.startsWith("/")
        ? source.slice(1)
        : posix.normalize(posix.join(posix.dirname(from), source)),
    )
    .filter((path) => path.startsWith("content/"));
}

function textOf(root: string, file: string): string {
  try {
    return readFileSync(`${root}/${file}`, "utf8");
  } catch {
    return "";
  }
}

/** The path of a file in the workspace, with slashes; undefined if it is elsewhere. */
export function pathIn({ root }: Pick<Workspace, "root">, file: string): string | undefined {
  const path = relative(root, file).replaceAll("\\", "/");
  return path.startsWith("..") || path === "" ? undefined : path;
}
