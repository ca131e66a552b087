import type * as english from "../en.ts";

/** German names for kinds of links in an abstract. */
export const linkKinds: typeof english.linkKinds = {
  code: "Code",
  project: "Projektseite",
  data: "Daten",
  other: "Link",
};

/** German abbreviations for volume, number and pages. */
export const venueParts: typeof english.venueParts = {
  volume: (volume) => `Bd. ${volume}`,
  number: (issue) => `Nr. ${issue}`,
  page: (page) => `S. ${page}`,
  pages: (pages) => `S. ${pages}`,
};
