import { paperLabels } from "./paper-labels.ts";

/** The pages shown at unknown and at former addresses. */
export const notFoundPage = {
  title: "Page not found",
  lede: "There is no page at this address. Search for the paper, or go to [the latest papers](home), [the dates](years) or [the topics](topics).",
};

/** The page at a former address, with a link to the current one. */
export const movedPage = {
  title: "This page has moved",
  lede: "It is now at [](page).",
};

/** The page at the address of a paper or an owner's page that the archive no longer has. */
export const gonePage = {
  untitled: "A paper without a title",
  gone: "This archive no longer has this paper.",
  removed: "This paper was removed from this archive.",
  elsewhere: "You can find it here:",
  page: "This page is no longer here.",
  pages: "Other pages:",
  others:
    "Search for other papers, or go to [the latest papers](home), [the dates](years) or [the topics](topics).",
};

/** Shown on pages that need a server, if the site is opened as files. */
export const openedAsFile = (command: string) =>
  `This page does not work when opened as a file, because browsers do not let a page in a folder run its scripts or read other files. A small server on your computer is enough: run \`${command}\` in the folder of this archive, then open [](server).`;

/** The markup of the page of new papers; its script has strings of its own. */
export const newsPage = {
  title: "New since your last visit",
  description: "Papers added since your last visit on this device.",
  noScript:
    "To remember your last visit, your browser needs JavaScript, which is turned off. You can still read the latest days below.",
  /** The order of the new papers. */
  byDay: "by day",
  latestDays: "Latest days",
  allDates: "All dates",
};

/** The markup of the page of a shared list; its script has strings of its own. */
export const sharedPage = {
  title: "Shared list",
  description: "A list of papers that someone shared as a link.",
  lede: "Someone shared this list of papers with you. The list is part of the link itself.",
  noScript:
    "To look up these papers, your browser needs JavaScript, which is turned off. Their ids are at the end of this page’s address. You can browse all papers by [date](years) or [topic](topics).",
  save: "Save these papers",
};

/** The markup of the page of saved papers; its scripts have strings of their own. */
export const savedPage = {
  title: "Saved papers",
  description: "The papers you saved on this device, and your notes.",
  lede: "The papers you save or mark as read, and the notes you write, stay in this browser on this device. There is no account, and nothing is sent anywhere. See also what is [new since your last visit](news).",
  noScript:
    "Saving papers needs JavaScript, which is turned off. You can browse all papers without it, by [date](years) or [topic](topics).",
  damaged: "Damaged entries",
  tools: "Export and share",
  share: "Share saved papers",
  shareHelp:
    "The link contains the list itself: the papers, but not your notes or what you have read.",
  shareAddress: "Link to the list",
  copy: "Copy",
  cite: "Export citations",
  move: "Move to another device",
  moveHelp:
    "Export everything to a file, then import it on the other device. Papers already saved there are kept, and both lists are merged.",
  exportJson: "Export as JSON",
  importBackup: "Import a backup",
  keys: "Keyboard shortcuts",
  useKeys: "Use single keys as shortcuts",
  keysHelp:
    "`j` and `k` move through the rows of a list, `o` opens one, `s` saves a paper, `/` leads to the search, and `?` shows all shortcuts, on every page. Switch them off if they get in the way of speech input or a screen reader.",
  removeAll: "Delete everything",
  remove: "Delete from this device",
};

/** The keys of a paper's page. */
export const shortcuts = {
  title: "Keyboard shortcuts",
  next: "next row of a list",
  previous: "previous row",
  open: "open the paper or page of the row",
  save: "save the paper of the row or page, or remove it from your list",
  read: "mark the paper of the row or page as read or unread",
  note: "on a paper’s page, open or close your note",
  search: "search",
  help: "show these shortcuts",
  close: "close this window",
  turnOff: "You can turn them off on the [Saved papers](saved) page.",
  closeButton: "Close",
};

/** The search field, on every page that has one. */
export const searchForm = {
  label: "Search papers",
  placeholder: "Search papers",
  button: "Search",
};

/** The markup of the search page; its scripts have strings of their own. */
export const searchControls = {
  title: "Search",
  description: "Full-text search in all papers of this archive.",
  noScript:
    "Search runs in your browser and needs JavaScript, which is turned off. You can browse all papers without it, by [date](years) or [topic](topics).",
  recent: "Recent searches",
  examples: "For example",
  searchTopics: "Search in a topic",
  matchAny: "Include papers with only some of these words",
  sortBy: "Sort by",
  relevance: "relevance",
  newest: "newest first",
  oldest: "oldest first",
  mostUpvotes: "most upvotes",
  mostComments: "most comments",
  cite: "Export citations",
  filters: "Filters",
  results: "Results",
  more: "More results",
};

/** The help below the search field: what a query can contain, with examples. */
export const searchHelp = {
  title: "Search help",
  intro:
    "A few words find the papers that contain all of them, matches in titles first. A sentence finds the papers it describes best. Write formulas as they look or sound: `L^2`, `epsilon`. An arXiv id, a DOI or a link to either finds its paper.",
  operators: [
    ['"mode collapse"', "these words in this order"],
    ["-bandits", "papers without this word"],
    ["title:sampling", "in the title"],
    ["author:Sutton", "by this author"],
    ["topic:agents org:google", "on a topic, from an organization"],
    ["year:2023..2025", "from these years; also year:2024, year:2024.. and month:2024-05"],
    ["has:code has:notes", "with a link to code, with a note by the owner"],
    ["source:arxiv", "read from this source"],
    ["is:saved is:unread", "in your own lists in this browser"],
    ["status:reading", "with this status in the owner’s notes: to-read, reading or read"],
    ["sampling year:2024.. has:code", "all of these together"],
    ["bandits OR sampling", "any of these words; papers with all of them come first"],
  ],
  keys: "Press `/` or `Ctrl` `K` on any page to search. `↓` and `↑` move through the results, `Enter` opens one, and `Esc` returns to the search field or clears it.",
};

/** The markup of the offline page; its scripts have strings of their own. */
export const offlineReading = {
  title: "Read offline",
  description: "Download this archive to your device and read it without an internet connection.",
  lede: "Pages you have read and papers you have saved stay readable on this device without an internet connection. You can also download the whole archive, including its search. Nothing leaves your device.",
  noScript: "Reading offline needs JavaScript, which is turned off.",
  wholeArchive: "The whole archive",
  download: "Download this archive",
  stop: "Stop",
  remove: "Delete from this device",
  readPages: "Pages you have read",
  forget: "Clear these pages",
  missing: "Not available offline",
  missingLede:
    "You are offline, and this page is not stored on your device. It will load when you are online again. Meanwhile, [see what is stored](offline), or try [the latest papers](home), [the dates](years) or [the topics](topics).",
};

/** The markup of the map's page; its scripts have strings of their own. */
export const mapOverview = {
  title: "Map",
  heading: "Map of the papers",
  description:
    "The papers of this archive as dots on a map. Papers on similar subjects are close together.",
  tooFew: "A map needs at least four papers. For now, see [the list of papers](home).",
  lede: "Each dot is a paper. Papers on similar subjects are close together.",
  help: "Scroll or pinch to zoom, and drag to move. With the keyboard: arrow keys, `+`, `-`, `0` for the whole map, `Tab` and then arrow keys for papers, with `Shift` to select, `Esc` to end it.",
  tools: "Map view",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  whole: "Whole map",
  left: "Move left",
  right: "Move right",
  up: "Move up",
  down: "Move down",
  select: "Select area",
  label: (papers: number) => `Map of ${paperLabels.count(papers)}`,
  legend: "Colors: subject area of the main topic",
  unsorted: "Unsorted",
  papers: "Papers",
  newestFirst: (papers: number) => `${paperLabels.count(papers)}, newest first`,
  byTopic: (papers: number) => `${paperLabels.count(papers)}, by topic:`,
  more: "More papers",
};
