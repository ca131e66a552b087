import type * as english from "../en.ts";
import { counted, number } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

/** The German words of the mail with new papers. */
export const digestMail: typeof english.digestMail = {
  subject: (title, count) => `${title}: ${paperLabels.count(count)}`,
  span: (from, to) => (from === to ? from : `${from} bis ${to}`),
  about: (topics) => `Zu ${topics}`,
  mostDiscussed: "Die meistdiskutierten Artikel",
  more: (count) => `und ${counted(count, "weiterer Artikel", "weitere Artikel")}`,
  upvotes: (count) => counted(count, "Stimme", "Stimmen"),
  comments: (count) => counted(count, "Kommentar", "Kommentare"),
  authors: (first, others) => (others > 0 ? `${first} und ${number(others)} weitere` : first),
  why: (title) => `Du bekommst diese Mail, weil du ${title} abonniert hast.`,
  unsubscribe: "Abbestellen",
};
