import type * as english from "./en.ts";

/** Every word of the interface, in German. */

export const everyPage: typeof english.everyPage = {
  skipToContent: "Zum Inhalt springen",
};
