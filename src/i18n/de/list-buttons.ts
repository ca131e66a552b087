import type * as english from "../en/list-buttons.ts";

/** The German words of the button that hides read papers. */
export const listButtons: typeof english.listButtons = {
  hideRead: (hidden) => (hidden === 0 ? "Gelesene ausblenden" : `Gelesene ausblenden (${hidden})`),
  hidden: (count, total) =>
    `${count} von ${total} Artikeln auf dieser Seite ${count === 1 ? "ist" : "sind"} ausgeblendet`,
  noneHidden: "Auf dieser Seite ist nichts ausgeblendet",
};
