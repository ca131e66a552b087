/**
 * Every address of the site. No other file builds addresses. All include the base path, and all
 * except those of files end in `/`.
 */
export interface Addresses {
  home: () => string;
  paper: (id: string) => string;
  day: (day: string, page?: number) => string;
  /** The overview of days. */
  days: () => string;
  undated: (page?: number) => string;
  /** The page of an ISO week such as `2025-W46`. */
  week: (week: string, page?: number) => string;
  /** The overview of weeks, whose folder has the feed of their most discussed papers. */
  weeks: () => string;
  month: (month: string, page?: number) => string;
  year: (year: string, page?: number) => string;
  years: () => string;
  topic: (id: string, page?: number) => string;
  topics: () => string;
  /** The page of papers without a topic. */
  unsorted: (page?: number) => string;
  /** The papers that have a link to code. */
  withCode: (page?: number) => string;
  organization: (slug: string, page?: number) => string;
  organizations: () => string;
  author: (key: string, page?: number) => string;
  authors: () => string;
  /** The place of an author of few papers in a page that many share. */
  authorOfFew: (page: number, key?: string) => string;
  /** The authors whose family names begin with a letter, `a` to `z`, or `other`. */
  authorsOfLetter: (letter: string, page?: number) => string;
  /** A search for the papers of an author. */
  authorSearch: (name: string) => string;
  /** The map of the papers, the files with its coordinates and its texts, and the folder with first sentences. */
  map: () => string;
  mapData: () => string;
  mapTexts: () => string;
  mapSentences: () => string;
  search: () => string;
  about: () => string;
  /** The citations of a list by the address of its first page, or of all papers. */
  citations: (extension: string, list?: string) => string;
  /** The ids of a list's papers, where a browser makes its citations. */
  listIds: (list: string) => string;
  /** A file beside the page of a paper: its citation, its text, or its picture. */
  paperFile: (id: string, extension: string) => string;
  /** The feed (`xml`, `rss` or `json`) of a list by the address of its first page, or of all papers. */
  feed: (extension: string, list?: string) => string;
  /** All feeds as OPML, and the page that lists them. */
  feeds: () => string;
  subscribe: () => string;
  /** The overview of the owner's reading list. */
  readingList: () => string;
  readingStatus: (status: string, page?: number) => string;
  readingTag: (tag: string, page?: number) => string;
  readingRating: (rating: number, page?: number) => string;
  /** The restored formulas, for the owner to check. */
  formulaReport: (page?: number) => string;
  /** The reader's library: saved papers, new papers, and lists shared as links. */
  saved: () => string;
  news: () => string;
  shared: () => string;
  offline: () => string;
  /** A page of the owner's, by its path under `content/pages/`. */
  ownPage: (path: string) => string;
  /** A file of the archive as data. */
  data: (file: string) => string;
  /** A file at the site's root, such as `feed.xml`. */
  file: (path: string) => string;
}

/** Addresses under a base path such as `/` or `/papers`; a trailing slash makes no difference. */
export function addressesUnder(base: string): Addresses {
  const root = `/${base.replace(/^\/+|\/+$/g, "")}/`.replace("//", "/");
  const at = (...parts: string[]) =>
    root + parts.map((part) => `${encodeURIComponent(part.toWellFormed())}/`).join("");
  const paged = (parts: string[], page = 1) => at(...parts, ...(page > 1 ? [String(page)] : []));
  return {
    home: () => root,
    paper: (id) => at("papers", id),
    day: (day, page) => paged(["days", day], page),
    days: () => at("days"),
    undated: (page) => paged(["days", "undated"], page),
    week: (week, page) => paged(["weeks", week], page),
    weeks: () => at("weeks"),
    month: (month, page) => paged(["months", month], page),
    year: (year, page) => paged(["years", year], page),
    years: () => at("years"),
    topic: (id, page) => paged(["topics", id], page),
    topics: () => at("topics"),
    unsorted: (page) => paged(["topics", "unsorted"], page),
    withCode: (page) => paged(["with-code"], page),
    organization: (slug, page) => paged(["organizations", slug], page),
    organizations: () => at("organizations"),
    author: (key, page) => paged(["authors", key], page),
    authors: () => at("authors"),
    // No letter is a number, so these are no pages of an author named "Letter", nor the others of one named "Few".
    authorsOfLetter: (letter, page) => paged(["authors", "letter", letter], page),
    authorOfFew: (page, key) =>
      at("authors", "few", `part-${page}`) +
      (key === undefined ? "" : `#${encodeURIComponent(key)}`),
    authorSearch: (name) => `${at("search")}?q=${queryPart(authorQuery(name))}`,
    map: () => at("explore"),
    mapData: () => `${at("explore")}map.json`,
    mapTexts: () => `${at("explore")}texts.json`,
    mapSentences: () => at("explore", "sentences"),
    search: () => at("search"),
    about: () => at("about"),
    citations: (extension, list = root) => `${list}papers.${extension}`,
    listIds: (list) => `${list}ids.json`,
    paperFile: (id, extension) => `${at("papers", id)}paper.${extension}`,
    feed: (extension, list = root) => `${list}feed.${extension}`,
    feeds: () => `${root}feeds.opml`,
    subscribe: () => at("subscribe"),
    readingList: () => at("reading-list"),
    readingStatus: (status, page) => paged(["reading-list", status], page),
    readingTag: (tag, page) => paged(["reading-list", "tags", tag], page),
    readingRating: (rating, page) => paged(["reading-list", "rated", String(rating)], page),
    formulaReport: (page) => paged(["report", "formulas"], page),
    saved: () => at("saved"),
    news: () => at("new"),
    shared: () => at("shared"),
    offline: () => at("offline"),
    ownPage: (path) => at(...path.split("/")),
    data: (file) => `${at("data")}${file}`,
    file: (path) => root + path.replace(/^\/+/, ""),
  };
}

/** A query as it is in an address, with signs that need no escape there as they are. */
function queryPart(query: string): string {
  return encodeURIComponent(query).replaceAll("%20", "+").replaceAll("%3A", ":");
}

function authorQuery(name: string): string {
  return `author:"${name.toWellFormed().replaceAll('"', " ")}"`;
}
