import { counted, number } from "../format.ts";

/** What the script of a day's page says after it has narrowed the day. */
export const dayTools = {
  narrowed: (shown: number, of: number, topic: string) =>
    `${number(shown)} of ${counted(of, "paper", "papers")}: ${topic}`,
  notCompared: "The papers could not be compared. Check your connection and reload the page.",
  onlyThisPage: "The other pages of this day could not be loaded.",
};
