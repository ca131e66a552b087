import type * as english from "./en.ts";

/** Every word of the interface, in German. */

export const everyPage: typeof english.everyPage = {
  skipToContent: "Zum Inhalt springen",
};

export * from "./de/library.ts";
export * from "./de/list-buttons.ts";
// The words of scripts, a file a bundle: a bundler places a whole file, so that a page whose script
// shows few words must not share a file with one that shows many.
export * from "./de/map-page.ts";
export * from "./de/offline.ts";
export * from "./de/paper-buttons.ts";
export * from "./de/private-note.ts";
export * from "./de/search-page.ts";
export * from "./de/unavailable.ts";

export const preview: typeof english.preview = {
  oldIndex: (time) =>
    `Dies ist eine Vorschau. Die Suche verwendet den Index des letzten Builds (${time}). Neu erstellen mit`,
  noIndex: "Dies ist eine Vorschau, und es gibt noch keinen Suchindex. Erstellen mit",
};
export * from "./de/search-query.ts";
