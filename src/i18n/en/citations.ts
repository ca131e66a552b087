/** Kinds of links in an abstract. */
export const linkKinds = { code: "Code", project: "Project page", data: "Data", other: "Link" };

/** Parts of a reference to a venue: volume, number, pages. */
export const venueParts = {
  volume: (volume: string) => `vol. ${volume}`,
  number: (issue: string) => `no. ${issue}`,
  page: (page: string) => `p. ${page}`,
  pages: (pages: string) => `pp. ${pages}`,
};
