import { resolve } from "node:path";

/** The folders of a project, absolute. */
export interface Workspace {
  root: string;
  seeds: string;
  papers: string;
  notes: string;
  /** The owner's own pages. */
  pages: string;
  /** The owner's components, for notes. */
  components: string;
  siteFile: string;
  topicsFile: string;
  removedFile: string;
  /** The topics that ship with the engine. */
  taxonomy: string;
}

/** A project's folders. The engine lies in the project itself, unless a test says otherwise. */
export function workspaceAt(root: string, engine = root): Workspace {
  return {
    root: resolve(root),
    seeds: resolve(root, "seeds"),
    papers: resolve(root, "content/papers"),
    notes: resolve(root, "content/notes"),
    pages: resolve(root, "content/pages"),
    components: resolve(root, "content/components"),
    siteFile: resolve(root, "content/site.yaml"),
    topicsFile: resolve(root, "content/topics.yaml"),
    removedFile: resolve(root, "content/removed.yaml"),
    taxonomy: resolve(engine, "src/topics/taxonomy"),
  };
}
