import { searchPage } from "../../i18n/strings.ts";
import type { SearchAnswer } from "../../search/engine/search.ts";
import { hasFilters, type SearchState } from "./search-state.ts";

type Answer = Pick<SearchAnswer, "papers" | "mode" | "hasCriteria" | "withAllWords" | "unknown">;
type Search = Pick<SearchState, "text" | "selection" | "sort">;

/** What was found, and in which order, as one or two sentences. */
export function statusOf(answer: Answer, search: Search): string {
  const { papers, mode, withAllWords } = answer;
  if (papers.length === 0) return nothingFound(answer, search);
  if (mode === "browse") return browsing(answer, search);
  const query = quote(search.text);
  const order = searchPage.orders[search.sort];
  if (mode === "all") return searchPage.found(papers.length, query, order);
  if (withAllWords === 0) {
    const isOneWord = !/\s/.test(search.text.trim());
    const found = isOneWord ? searchPage.foundInOtherWords : searchPage.foundSome;
    return found(papers.length, order || searchPage.bestFirst);
  }
  return searchPage.foundMost(withAllWords, papers.length, order);
}

function nothingFound({ mode, unknown }: Answer, { text, selection }: Search): string {
  const query = quote(text);
  if (hasFilters(selection)) {
    return text === "" ? searchPage.noneWithFilters : searchPage.noneForBoth(query);
  }
  if (unknown.length > 0) return searchPage.noneWithWords(query);
  const hasQuotes = /(?:^|[\s-]|title:)["“„«]/i.test(text);
  if (hasQuotes) return searchPage.noneWithPhrase(query);
  return mode === "browse" ? searchPage.none(query) : searchPage.noneTryFewer(query);
}

/** Papers found by conditions or filters alone, without words to rank them by. */
function browsing({ papers, hasCriteria }: Answer, { text, selection, sort }: Search): string {
  const order = searchPage.orders[sort] || searchPage.orders.newest;
  if (text === "") return searchPage.all(papers.length, order);
  const query = quote(text);
  if (hasCriteria) return searchPage.found(papers.length, query, order);
  return hasFilters(selection)
    ? searchPage.nothingSearchableFiltered(query, papers.length, order)
    : searchPage.nothingSearchable(query, papers.length, order);
}

/** Characters of a query that are quoted, since somebody may have pasted a whole text. */
const mostQuoted = 120;

/** A query in quotation marks, cut if it is a whole text. */
export function quote(text: string): string {
  const characters = [...text];
  const isLong = characters.length > mostQuoted;
  return searchPage.quoted(isLong ? `${characters.slice(0, mostQuoted).join("")}…` : text);
}

/**
 * Which words were replaced because no paper contains them, which ones were left out, and which terms were
 * searched for, too.
 */
export function correctionsOf(
  {
    corrections,
    unknown,
    alsoSearched,
  }: Pick<SearchAnswer, "corrections" | "unknown" | "alsoSearched">,
  text = "",
): string[] {
  const quoted = (words: string[]) => words.map((word) => searchPage.quoted(word)).join(", ");
  const messages: string[] = [];
  if (corrections.length > 0) {
    const used = quoted(corrections.map(({ to }) => to));
    messages.push(searchPage.corrected(used, quoted(corrections.map(({ from }) => from))));
  }
  // If the query is that one word, the status says so already.
  if (unknown.length > 0 && unknown.join(" ") !== text) {
    messages.push(searchPage.notContained(quoted(unknown)));
  }
  if (alsoSearched.length > 0) messages.push(searchPage.alsoSearched(quoted(alsoSearched)));
  return messages;
}
