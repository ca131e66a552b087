import type * as english from "../en.ts";

export const linkKinds: typeof english.linkKinds = {
  code: "Code",
  project: "Projektseite",
  data: "Daten",
  other: "Link",
};

export const venueParts: typeof english.venueParts = {
  volume: (volume) => `Bd. ${volume}`,
  number: (issue) => `Nr. ${issue}`,
  page: (page) => `S. ${page}`,
  pages: (pages) => `S. ${pages}`,
};

export const citationNotes: typeof english.citationNotes = {
  listedBy: (organization) => `Gelistet von ${organization}`,
};
