import { resolve } from "node:path";

/** The folders and files of a workspace, as absolute paths. */
export interface Workspace {
  root: string;
  seeds: string;
  papers: string;
  notes: string;
  /** The owner's pages. */
  pages: string;
  /** The owner's components, which notes may use. */
  components: string;
  siteFile: string;
  topicsFile: string;
  /** What readers of this archive call things. */
  lexiconFile: string;
  removedFile: string;
  /** The files that each ingest copies into `seeds/`. */
  linksFile: string;
  /** The digests of the seeds that `npm run add` saved. */
  addedFile: string;
  /** Every address that was ever published. */
  addressesFile: string;
  /** The topics that ship with the engine. */
  taxonomy: string;
  /** The lexicon that ships with the engine. */
  lexicon: string;
}

/**
 * The paths of a workspace. `engine` is the folder of the engine's source, which is another one in
 * tests.
 */
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
    lexiconFile: resolve(root, "content/lexicon.yaml"),
    removedFile: resolve(root, "content/removed.yaml"),
    linksFile: resolve(root, "content/links.yaml"),
    addedFile: resolve(root, "content/added.jsonl"),
    addressesFile: resolve(root, "content/addresses.jsonl"),
    taxonomy: resolve(engine, "src/topics/taxonomy"),
    lexicon: resolve(engine, "src/search/lexicon"),
  };
}
