/**
 * Every string of the interface, in English. One export for each part of the site; values are plain
 * text or functions of plain text. Where a sentence has links or code in it, see `rich-text.ts`.
 * Other languages have the same exports, with the same types.
 *
 * A bundler does not split files, so the strings of each script are in a file of their own. This way, a script with few strings does not load those of another.
 */
export * from "./en/about.ts";
export * from "./en/authors.ts";
export * from "./en/citations.ts";
export * from "./en/cite-paper.ts";
export * from "./en/day-tools.ts";
export * from "./en/digest.ts";
export * from "./en/every-page.ts";
export * from "./en/feeds.ts";
export * from "./en/home-news.ts";
export * from "./en/library.ts";
export * from "./en/likeness.ts";
export * from "./en/list-buttons.ts";
export * from "./en/list-citations.ts";
export * from "./en/lists.ts";
export * from "./en/map-page.ts";
export * from "./en/offline.ts";
export * from "./en/paper.ts";
export * from "./en/paper-buttons.ts";
export * from "./en/paper-labels.ts";
export * from "./en/preview.ts";
export * from "./en/private-note.ts";
export * from "./en/search-page.ts";
export * from "./en/search-query.ts";
export * from "./en/source-names.ts";
export * from "./en/tools.ts";
export * from "./en/topics.ts";
export * from "./en/trail.ts";
export * from "./en/unavailable.ts";
