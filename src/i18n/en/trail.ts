import { number } from "../format.ts";

/** Where a paper is: its place in the archive, and the papers beside it in a list. */
export const trail = {
  breadcrumb: "Place in the archive",
  /** The papers before and after this one, in a list or on a day. */
  papersOf: (list: string) => `Papers of ${list}`,
  previous: "Previous",
  next: "Next",
  position: (place: number, of: number) => `${number(place)} of ${number(of)}`,
};
