/** The sections of the site, which the masthead names. */
export type Section =
  | "dates"
  | "topics"
  | "authors"
  | "organizations"
  | "map"
  | "reading-list"
  | "search"
  | "saved"
  | "about";

const sections: Readonly<Record<string, Section>> = {
  years: "dates",
  months: "dates",
  weeks: "dates",
  days: "dates",
  // Papers are read by date more than in any other way.
  papers: "dates",
  topics: "topics",
  "with-code": "topics",
  authors: "authors",
  organizations: "organizations",
  explore: "map",
  "reading-list": "reading-list",
  search: "search",
  saved: "saved",
  new: "saved",
  shared: "saved",
  about: "about",
  subscribe: "about",
  report: "about",
  offline: "about",
};

/** The section of a path below the site's root, such as `months/2025-11/`; undefined if it is in none. */
export function sectionOf(path: string): Section | undefined {
  const [first = ""] = path.split("/");
  return Object.hasOwn(sections, first) ? sections[first] : undefined;
}
