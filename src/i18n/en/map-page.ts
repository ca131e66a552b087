import { number } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

/** The script of the map's page. */
export const mapPage = {
  /** The name of the link that follows the pointer, before the pointer is on a paper. */
  papersOnMap: "Papers on the map",
  /** Above the list beside the map. `inArea`: only the papers in a part of the map are listed. */
  listed: (count: number, total: number, inArea: boolean) => {
    const some = `${number(count)} of ${number(total)} papers`;
    if (inArea) return `${some} in the selected area, newest first`;
    if (count < total) return `${some}, newest first`;
    return `${paperLabels.count(count)}, newest first`;
  },
};
