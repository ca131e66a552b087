import { listed, number } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

/** The page about this archive: what it contains and how it was made. */
export const aboutPage = {
  title: "About",
  heading: "About this archive",
  description: (title: string) => `What ${title} contains and how it is made.`,
  contents: (papers: number, topics: number) =>
    `This archive has ${paperLabels.count(papers)} on ${number(topics)} topics.`,
  contentsOfYears: (papers: number, topics: number, from: string, to: string) =>
    from === to
      ? `This archive has ${paperLabels.count(papers)} from ${from} on ${number(topics)} topics.`
      : `This archive has ${paperLabels.count(papers)} from ${from} to ${to} on ${number(topics)} topics.`,
  undated: (count: number) =>
    `[${paperLabels.count(count)}](undated) ${count === 1 ? "has" : "have"} no publication date in the source.`,
  inferred: (count: number) =>
    `For ${paperLabels.count(count)}, the source gives no year; it was inferred from the other dates on the page.`,
  organizations:
    "Each [organization](organizations) that a source names has a page with its papers.",
  knowledge: "What is known about a paper",
  authorNames: "author names",
  identifier: "an identifier",
  link: "a link to the paper",
  /** How many papers have these facts. */
  known: (count: number, papers: number, facts: readonly string[]) =>
    count === papers
      ? `${papers === 1 ? "The paper has" : `All ${number(papers)} papers have`} ${listed(facts)}.`
      : count === 0
        ? `No paper has ${facts.join(" or ")}.`
        : `${number(count)} of ${paperLabels.count(papers)} ${count === 1 ? "has" : "have"} ${listed(facts)}.`,
  dailyPapers:
    "A page copied from Daily Papers has titles, abstracts, days and the number of authors. It has no author names, no identifiers and no link to the paper, so none are shown for papers that come from there alone. Their links are taken from the abstracts.",
  topics: "Topics are assigned by matching words; the page of each paper shows which ones.",
  restored: (count: number) =>
    `Daily Papers drops dollar signs and backslashes from formulas. ${number(count)} ${count === 1 ? "formula was" : "formulas were"} reconstructed. The page of each paper says so and shows the original text; [all reconstructed formulas](formulas) are listed by certainty.`,
  exports: "Export",
  citations:
    "You can export citations for a paper, a topic, a day or the whole archive: as BibTeX for LaTeX, and as RIS or CSL-JSON for Zotero, EndNote and others. If the source names no authors, the citation has none.",
  offline: "Reading offline",
  noServer:
    "Papers can be read without JavaScript, and pages load nothing from other sites. [Search](search) runs in your browser, without a server.",
  download:
    "Pages you have read stay readable offline, and [you can download the whole archive](offline).",
  device: "What stays on your device",
  storage:
    "You can [save papers](saved), mark them as read, write private notes, see what is [new since your last visit](news), and sort new papers by likeness to those you have saved. Your browser stores all of this, and the time of your last visit, on this device. Nothing is sent anywhere: there is no account and no server. Export your data to keep it safe, because browsers may delete what a site has stored. “Delete from this device” removes it. If you share a list, the link itself contains the list.",
  making: "How it is made",
  tools:
    "This site is made with Offprint, a static site generator for archives of papers. It turns each source into one MDX file for every paper; Astro builds the pages, KaTeX sets the formulas, and Pagefind builds the search index. The text is set in Source Serif 4 by Frank Grießhammer, under the SIL Open Font License.",
};
