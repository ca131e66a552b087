import type { SearchAnswer } from "../../search/engine/search.ts";
import { isPicked, type SearchState } from "./state.ts";

type Told = Pick<SearchAnswer, "papers" | "mode" | "hasCriteria" | "withAllWords" | "unknown">;

/** What was found, in one sentence, and in which order it stands. */
export function statusOf(
  answer: Told,
  { text, selection, sort }: Pick<SearchState, "text" | "selection" | "sort">,
): string {
  const { papers, mode, hasCriteria, withAllWords, unknown } = answer;
  const query = inQuotes(text);
  const many = papersOf(papers.length);
  if (papers.length === 0) {
    if (isPicked(selection)) {
      return text === ""
        ? "No paper fits all of these filters. Take one away."
        : `No paper fits all of this: ${query}. Take a filter away.`;
    }
    if (unknown.length > 0) return `No paper has these words: ${query}. Try others, or fewer.`;
    if (/(?:^|[\s-]|title:)["“„«]/i.test(text)) {
      return `No paper fits ${query}. Try it without the quotation marks.`;
    }
    return mode === "browse"
      ? `No paper fits ${query}.`
      : `No paper fits ${query}. Try fewer words, or other ones.`;
  }
  const order = orders[sort];
  if (mode === "browse") {
    const inOrder = order || ", newest first";
    if (text === "") return many + inOrder;
    if (hasCriteria) return `${many} for ${query}${inOrder}`;
    return isPicked(selection)
      ? `Nothing in ${query} can be searched for. ${many} by the filters${inOrder}`
      : `Nothing in ${query} can be searched for. All ${many}${inOrder}`;
  }
  if (mode === "all") return `${many} for ${query}${order}`;
  if (withAllWords === 0)
    return `No paper has all of these words. ${many} with some of them${order || ", best first"}`;
  return `${withAllWords} of ${many} ${withAllWords === 1 ? "has" : "have"} all of these words; the others have most of them${order}`;
}

const orders: Record<SearchState["sort"], string> = {
  relevance: "",
  newest: ", newest first",
  oldest: ", oldest first",
  comments: ", most comments first",
};

function papersOf(count: number): string {
  return `${count.toLocaleString("en")} paper${count === 1 ? "" : "s"}`;
}

const mostQuoted = 120;

/** A query as a sentence holds it: somebody may have pasted a whole text. */
function inQuotes(text: string): string {
  const signs = [...text];
  return signs.length <= mostQuoted ? `“${text}”` : `“${signs.slice(0, mostQuoted).join("")}…”`;
}

/** What was searched instead of words that nobody wrote. */
export function correctionsOf(
  { corrections, unknown }: Pick<SearchAnswer, "corrections" | "unknown">,
  text = "",
): string[] {
  const quoted = (words: string[]) => words.map((word) => `“${word}”`).join(", ");
  return [
    ...(corrections.length > 0
      ? [
          `Searched for ${quoted(corrections.map(({ to }) => to))}: no paper has ${quoted(corrections.map(({ from }) => from))}.`,
        ]
      : []),
    // Of a query that is one word the status says it.
    ...(unknown.length > 0 && unknown.join(" ") !== text
      ? [`No paper has ${quoted(unknown)}.`]
      : []),
  ];
}
