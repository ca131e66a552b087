import { number } from "../format.ts";

/** What the home page says to readers who were here before. `when` is a weekday, a date or a time. */
export const homeNews = {
  since: (count: number, when: string) => `${number(count)} new since ${when}`,
};
