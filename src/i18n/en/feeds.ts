import { number } from "../format.ts";

/** Feeds, and the page from which readers subscribe to them. */
export const feedsPage = {
  title: "Subscribe",
  lede: "Get new papers without coming back to look for them.",
  description: (title: string) => `Ways to follow ${title}.`,
  mail: "By mail",
  mailForm: "[Subscribe to the mail with new papers](form)",
  mailAddress: (address: string) => `To get the mail with new papers, write to [${address}](form).`,
  feeds: "Feeds",
  explanation:
    "A feed reader shows new papers as they arrive. Copy the address of a feed into yours. Atom and JSON Feed have formulas as formulas; RSS has them in plain characters.",
  whole: "The whole archive",
  discussed: "Most discussed each week",
  discussedDescription: "The papers with the most upvotes and comments of each of the last weeks.",
  notes: "Notes",
  notesBy: (author: string) => `Notes by ${author}`,
  /** `kinds` are the lists besides topics of which some have feeds. */
  others: (fewest: number, kinds: readonly ("organizations" | "authors")[]) =>
    `Each topic has feeds${kinds.length > 0 ? `, and so has each ${kinds.map((kind) => ({ organizations: "[organization](organizations)", authors: "[author](authors)" })[kind]).join(" and ")} with ${number(fewest)} papers or more` : ""}. They are linked at the end of each page. [One file with all feeds](file) can be imported into most readers (OPML).`,
  topics: "Feeds of topics",
};
