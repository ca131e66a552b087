/** What code may use beyond the language itself: Node's modules, a browser's objects, Astro. */
export type Platform = "node" | "browser" | "astro";

/** A folder of `src/`, or `scripts/`. */
export interface Room {
  name: string;
  /** What is in it, for the drawing. */
  purpose: string;
  /** The platforms that its code may use; code of a room without any runs anywhere. */
  platforms: readonly Platform[];
  /** Rooms on the same floor that it may also import from. */
  besides?: readonly string[];
}

/**
 * The rooms of the source, floor by floor from the ground up. A file imports from its own room and
 * from the floors below. `tests/house.test.ts` enforces this table, and `docs/architecture.svg` is
 * drawn from it.
 */
export const floors: readonly (readonly Room[])[] = [
  [
    { name: "i18n", purpose: "the words of the interface, one file a language", platforms: [] },
    {
      name: "schemas",
      purpose: "one Zod schema for each kind of data",
      platforms: [],
      besides: ["i18n"],
    },
    {
      name: "text",
      purpose: "cleaning, folding and stemming; dates, links and ids in a text",
      platforms: [],
      besides: ["schemas"],
    },
  ],
  [
    { name: "math", purpose: "formulas: typesetting, plain form, restoring", platforms: [] },
    { name: "topics", purpose: "the taxonomy of topics, and the matcher", platforms: [] },
  ],
  [
    {
      name: "archive",
      purpose:
        "the finished archive: lists, addresses, related papers, map, charts, citations, feeds",
      platforms: [],
    },
  ],
  [
    { name: "ingest", purpose: "from seeds to entries: the chain of stages", platforms: [] },
    { name: "search", purpose: "index, query language, matching and ranking", platforms: [] },
  ],
  [
    { name: "notes", purpose: "the owner’s notes, from file to page", platforms: [] },
    {
      name: "client",
      purpose: "what runs in a reader’s browser: search page, map, library, offline",
      platforms: ["browser"],
    },
  ],
  [
    {
      name: "workspace",
      purpose: "the owner’s folder on disk, and the network",
      platforms: ["node"],
    },
  ],
  [
    {
      name: "astro",
      purpose: "settings and archive for the pages; Astro’s loader and integrations",
      platforms: ["node", "astro"],
    },
  ],
  [
    {
      name: "pages",
      purpose: "routes",
      platforms: ["browser", "astro"],
      besides: ["layouts", "components", "styles"],
    },
    {
      name: "layouts",
      purpose: "the frame of every page",
      platforms: ["browser", "astro"],
      besides: ["components", "styles"],
    },
    {
      name: "components",
      purpose: "props in, HTML out",
      platforms: ["browser", "astro"],
      besides: ["layouts", "styles"],
    },
    { name: "styles", purpose: "style sheets in layers", platforms: [] },
    { name: "scripts", purpose: "the commands", platforms: ["node", "astro"] },
  ],
];
