import { number } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

/** The search page. `query` is a quoted text, `order` one of `orders`. */
export const searchPage = {
  number,
  quoted: (text: string) => `“${text}”`,

  /** The title of the page of a search; `page` is the title without one. */
  pageTitle: (query: string, page: string) => `${query} · ${page}`,
  prompt: (total: number) =>
    `Type a few words to search the ${paperLabels.count(total)} in this archive.`,
  loadingIndex: "Loading the index…",
  searching: "Searching…",

  /** How the results are sorted; added to a status. */
  orders: {
    relevance: "",
    newest: ", newest first",
    oldest: ", oldest first",
    upvotes: ", most upvotes first",
    comments: ", most comments first",
  },
  bestFirst: ", best match first",
  all: (count: number, order: string) => paperLabels.count(count) + order,
  found: (count: number, query: string, order: string) =>
    `${paperLabels.count(count)} for ${query}${order}`,
  foundSome: (count: number, order: string) =>
    `No paper contains all of these words. ${paperLabels.count(count)} ${count === 1 ? "contains some of them or says" : "contain some of them or say"} the same in other words${order}`,
  /** For a query of one word. */
  foundInOtherWords: (count: number, order: string) =>
    `No paper contains this word. ${paperLabels.count(count)} ${count === 1 ? "says" : "say"} something like it in other words${order}`,
  foundMost: (complete: number, total: number, order: string) =>
    `${number(complete)} of ${paperLabels.count(total)} ${complete === 1 ? "contains" : "contain"} all of these words; the others contain most of them${order}`,
  nothingSearchable: (query: string, count: number, order: string) =>
    `${query} contains nothing to search for. Showing all ${paperLabels.count(count)}${order}`,
  nothingSearchableFiltered: (query: string, count: number, order: string) =>
    `${query} contains nothing to search for. ${paperLabels.count(count)} ${count === 1 ? "matches" : "match"} the filters${order}`,

  none: (query: string) => `No papers match ${query}.`,
  noneTryFewer: (query: string) => `No papers match ${query}. Try fewer or different words.`,
  noneWithPhrase: (query: string) =>
    `No papers match ${query}. Try again without the quotation marks.`,
  noneWithWords: (query: string) =>
    `No paper contains these words: ${query}. Try fewer or different words.`,
  noneWithFilters: "No papers match all of these filters. Remove a filter.",
  noneForBoth: (query: string) => `No papers match ${query} and the filters. Remove a filter.`,

  /** Lists of quoted words. */
  corrected: (used: string, replaced: string) =>
    `Showing results for ${used}, because no paper contains ${replaced}.`,
  notContained: (words: string) => `No paper contains ${words}.`,
  /** Terms of the field for what was typed. */
  alsoSearched: (terms: string) => `Also searched for what papers may call it: ${terms}.`,

  facets: {
    topic: "Topic",
    year: "Year",
    month: "Month",
    org: "Organization",
    author: "Author",
    source: "Source",
    has: "With",
  },
  clearFilters: "Clear filters",
  hasCode: "code",
  hasNotes: "notes",
  showAuthors: "Show authors",
  moreValues: (count: number) => `${number(count)} more`,

  cite: "Export citations",
  tooManyToCite: (most: number) =>
    `To export citations, narrow the results down to ${number(most)} papers`,

  recent: "Recent searches",
  recentPrivacy: "Stored in this browser only.",
  clearRecent: "Clear history",
};
