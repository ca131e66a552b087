import type * as english from "../en/home-news.ts";
import { number } from "../format.ts";

/** What the home page says in German to readers who were here before. */
export const homeNews: typeof english.homeNews = {
  since: (count, when) => `${number(count)} neu seit ${when}`,
};
