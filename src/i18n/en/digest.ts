import { counted, number } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

/** The mail with new papers. */
export const digestMail = {
  subject: (title: string, count: number) => `${title}: ${paperLabels.count(count)}`,
  span: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  about: (topics: string) => `About ${topics}`,
  mostDiscussed: "The most discussed papers",
  more: (count: number) => `and ${counted(count, "other paper", "other papers")}`,
  upvotes: (count: number) => counted(count, "upvote", "upvotes"),
  comments: (count: number) => counted(count, "comment", "comments"),
  authors: (first: string, others: number) =>
    others > 0 ? `${first} and ${number(others)} more` : first,
  why: (title: string) => `You get this mail because you subscribed to ${title}.`,
  unsubscribe: "Unsubscribe",
};
