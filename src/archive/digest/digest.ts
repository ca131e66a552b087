import type { DigestWords } from "../../i18n/digest-words.ts";
import { dateFormats } from "../dates.ts";
import { parseMarkdown } from "../inline-content.ts";
import { treeText } from "../render-markdown.ts";
import { splitAbstract } from "../split-abstract.ts";
import type { DigestChoice, DigestPaper } from "./choose-papers.ts";

/** A paper in a mail. All is plain text, with formulas in plain characters. */
export interface DigestRow {
  title: string;
  /** Absolute; undefined if the site has no address. */
  address: string | undefined;
  /** Authors, day and counts. */
  facts: string;
  /** The first sentence of the abstract. */
  sentence: string;
}

/** What a mail says, without its form. */
export interface Digest {
  language: string;
  title: string;
  subject: string;
  /** The address of the site's home page. */
  home: string | undefined;
  /** Which papers these are. */
  heading: string;
  rows: DigestRow[];
  /** How many papers there are besides the rows, in words; empty if there are none. */
  more: string;
  why: string;
  unsubscribe: { name: string; address: string } | undefined;
}

/** What a mail depends on besides its papers. */
export interface DigestContext {
  language: string;
  words: DigestWords;
  title: string;
  home: string | undefined;
  addressOf: (id: string) => string | undefined;
  topicName: (id: string) => string;
}

/** More rows are cut off by Gmail, which shows the first 102 kB of a mail. */
const mostRows = 50;

/** The content of a mail about these papers. Only `unsubscribe` differs from recipient to recipient. */
export function digestOf(
  papers: readonly DigestPaper[],
  choice: DigestChoice,
  { language, words, title, home, addressOf, topicName }: DigestContext,
): Digest {
  const dates = dateFormats(language);
  const last = new Date(Date.parse(choice.until) - 1).toISOString().slice(0, 10);
  const rowOf = ({ entry, abstract, day }: DigestPaper): DigestRow => ({
    title: entry.titleText,
    address: addressOf(entry.id),
    facts: [makersOf(entry, words), dates.short(day), ...countsOf(entry, words)]
      .filter(Boolean)
      .join(" · "),
    sentence: firstSentence(abstract),
  });
  const rest = papers.length - mostRows;
  return {
    language,
    title,
    subject: words.subject(title, papers.length),
    home,
    heading: [
      ...(choice.mostDiscussed === undefined ? [] : [words.mostDiscussed]),
      ...(choice.topics.length > 0 ? [words.about(choice.topics.map(topicName).join(", "))] : []),
      words.span(dates.day(choice.from), dates.day(last)),
    ].join(" · "),
    rows: papers.slice(0, mostRows).map(rowOf),
    more: rest > 0 ? words.more(rest) : "",
    why: words.why(title),
    unsubscribe: undefined,
  };
}

function firstSentence(abstract: string): string {
  const { sentence } = splitAbstract(parseMarkdown(abstract));
  return treeText({ type: "root", children: [{ type: "paragraph", children: sentence }] }).trim();
}

function makersOf({ authors, organization }: DigestPaper["entry"], words: DigestWords): string {
  const [first] = authors;
  if (first === undefined) return organization?.name ?? "";
  return words.authors(first.name, authors.length - 1);
}

function countsOf({ upvotes = 0, comments = 0 }: DigestPaper["entry"], words: DigestWords) {
  return [
    ...(upvotes > 0 ? [words.upvotes(upvotes)] : []),
    ...(comments > 0 ? [words.comments(comments)] : []),
  ];
}
