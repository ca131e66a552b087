import { basename, join, sep } from "node:path";
import type { Workspace } from "../../workspace/paths.ts";
import type { Source } from "../made-once.ts";

/** What a preview must do after a change to a file. */
export interface Change {
  /** Whether the entries may become others. */
  ingest?: boolean;
  /** Whether the entries have become others. */
  entries?: boolean;
  /** Whether the search index has become out of date, though no entry has changed. */
  search?: boolean;
  /** What is made of the file. */
  sources?: readonly Source[];
  /** The modules to load again, besides that of the file: those of a name, or all of the workspace. */
  modules?: string | "all";
}

/** What follows from a change to a file; undefined for files that Vite and Astro watch themselves. */
export function changeAt(workspace: Workspace, path: string): Change | undefined {
  const { root, seeds, papers, notes, pages, components } = workspace;
  const isIn = (folder: string) => path.startsWith(folder + sep);
  if (basename(path).startsWith(".")) return undefined;
  if (isIn(seeds)) return { ingest: true };
  if (isIn(papers)) return { entries: true };
  if (isIn(notes)) {
    return {
      ingest: true,
      search: true,
      sources: ["notes"],
      modules: "src/astro/bundled-notes.ts",
    };
  }
  if (isIn(pages)) return { sources: ["notes"], modules: "src/astro/own-pages.ts" };
  if (isIn(components) || isIn(join(root, "content/overrides"))) {
    return { sources: ["overrides", "notes"], modules: "all" };
  }
  return changeOfFile(workspace, path);
}

function changeOfFile(
  { topicsFile, removedFile, linksFile, addressesFile, lexiconFile }: Workspace,
  path: string,
): Change | undefined {
  switch (path) {
    case topicsFile:
      return { ingest: true, search: true, sources: ["papers", "notes"], modules: "all" };
    case removedFile:
      return { ingest: true, sources: ["addresses"] };
    case linksFile:
      return { ingest: true };
    case addressesFile:
      return { sources: ["addresses"] };
    case lexiconFile:
      return { search: true };
    default:
      return undefined;
  }
}
