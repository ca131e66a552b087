/**
 * Every word of the interface, in English. One export a part of the site, so that a page's script
 * carries only the parts that it shows. Other languages have the same shape.
 */

/** Navigation, masthead and colophon: what every page shows. */
export const everyPage = {
  skipToContent: "Skip to content",
};

export * from "./en/library.ts";
export * from "./en/list-buttons.ts";
// The words of scripts, a file a bundle: a bundler places a whole file, so that a page whose script
// shows few words must not share a file with one that shows many.
export * from "./en/map-page.ts";
export * from "./en/offline.ts";
export * from "./en/paper-buttons.ts";
export * from "./en/private-note.ts";
export * from "./en/search-page.ts";
export * from "./en/unavailable.ts";

/** What only the live preview of `npm run dev` shows. A command follows each text. */
export const preview = {
  oldIndex: (time: string) =>
    `This is a preview. Search uses the index of your last build (${time}). To update it, run`,
  noIndex: "This is a preview, and there is no search index yet. To make one, run",
};
export * from "./en/search-query.ts";
