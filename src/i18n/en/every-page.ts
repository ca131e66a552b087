/** Masthead, colophon and head: what every page shows. */
export const everyPage = {
  skipToContent: "Skip to content",
  mainNavigation: "Main",
  byDate: "By date",
  topics: "Topics",
  authors: "Authors",
  organizations: "Organizations",
  map: "Map",
  readingList: "Reading list",
  search: "Search",
  newPapers: "New papers",
  saved: "Saved",
  about: "About",
  maintainedBy: (title: string, author: string) => `${title}, maintained by ${author}`,
  aboutArchive: "About this archive",
  readOffline: "Read offline",
  madeWith: "Made with Offprint",
  defaultDescription: "An archive of papers, by day and by topic, with full-text search.",
};

/** The switch between the light and the dark scheme. */
export const themes = {
  label: "Color scheme",
  system: "As the system",
  light: "Light",
  dark: "Dark",
};
