import type * as english from "../en.ts";

/** The German words of the live preview. */
export const preview: typeof english.preview = {
  oldIndex: (time) =>
    `Dies ist eine Vorschau. Die Suche verwendet den Index des letzten Builds (${time}). Neu erstellen mit`,
  noIndex: "Dies ist eine Vorschau, und es gibt noch keinen Suchindex. Erstellen mit",
};
