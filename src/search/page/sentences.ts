import type { SearchAnswer } from "../engine/search.ts";
import { isPicked, type SearchState } from "./state.ts";

/** What was found, in one sentence. */
export function statusOf(
  {
    papers,
    mode,
    complete,
    unknown,
  }: Pick<SearchAnswer, "papers" | "mode" | "complete" | "unknown">,
  { text, selection }: Pick<SearchState, "text" | "selection">,
): string {
  const count = papers.length;
  const many = `${count.toLocaleString("en")} paper${count === 1 ? "" : "s"}`;
  if (count === 0) {
    if (isPicked(selection)) return `No paper fits all of this: “${text}”. Take a filter away.`;
    if (unknown.length > 0) return `No paper has these words: “${text}”. Try others, or fewer.`;
    return `No paper fits “${text}”. Try fewer words, or other ones.`;
  }
  if (mode === "browse") return text === "" ? many : `${many} for “${text}”`;
  if (mode === "all") return `${many} for “${text}”`;
  if (complete === 0)
    return `No paper has all of these words. ${many} with some of them, best first`;
  return `${complete} of ${many} ${complete === 1 ? "has" : "have"} all of these words; the others have most of them`;
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
