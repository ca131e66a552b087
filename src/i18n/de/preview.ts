import type * as english from "../en.ts";

/** The German words of the live preview. */
export const preview: typeof english.preview = {
  index: (time) => `Dies ist eine Vorschau. Ihr Suchindex ist von ${time}.`,
  newIndex: (time) =>
    `Dies ist eine Vorschau. Ihr Suchindex ist von ${time}; ein neuer wird gerade erstellt.`,
  firstIndex:
    "Dies ist eine Vorschau. Ihr Suchindex wird gerade erstellt; danach können Sie suchen.",
  noIndex:
    "Dies ist eine Vorschau. Ihr Suchindex konnte nicht erstellt werden; im Terminal steht, warum.",
};
