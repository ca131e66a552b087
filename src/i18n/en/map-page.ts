import { number } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

/** The script of the map's page. */
export const mapPage = {
  /** The name of the link that follows the pointer, before the pointer is on a paper. */
  papersOnMap: "Papers on the map",
  untitled: "The titles of papers could not be loaded. Check your connection and try again.",
  /** Above the list beside the map. `part`: the part of the map of which the papers are listed. */
  listed: (count: number, total: number, part: "all" | "visible" | "selected") => {
    const some = `${number(count)} of ${number(total)} papers`;
    if (part === "selected") return `${some} in the selected area, newest first`;
    if (part === "visible") return `${some} in view, newest first`;
    if (count < total) return `${some}, newest first`;
    return `${paperLabels.count(count)}, newest first`;
  },
};
