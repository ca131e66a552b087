import type { PaperEntry } from "../schemas/paper.ts";
import { doiAddress, oneLine } from "./citations/citation.ts";

const columns = [
  "id",
  "title",
  "authors",
  "published",
  "venue",
  "doi",
  "arxiv",
  "topics",
  "keywords",
  "address",
] as const;

/**
 * Papers as a table for spreadsheets: RFC 4180, with a line of names. A text that a spreadsheet would run as a
 * formula begins with an apostrophe, which spreadsheets take as the sign of a text.
 */
export function csvOf(
  papers: readonly PaperEntry[],
  addressOf: (id: string) => string | undefined,
): string {
  const lines = papers.map((paper) => {
    const { id, titleText, authors, published, publishedIn, venue, ids, topics, keywords } = paper;
    const { arxiv, doi } = ids;
    return [
      id,
      titleText,
      authors.map(({ name }) => name).join("; "),
      published ?? publishedIn ?? "",
      venue?.name ?? "",
      doi ?? "",
      arxiv ?? "",
      topics.map((topic) => topic.id).join("; "),
      keywords.join("; "),
      addressOf(id) ?? (arxiv ? `https://arxiv.org/abs/${arxiv}` : doi ? doiAddress(doi) : ""),
    ];
  });
  return [columns, ...lines].map((fields) => `${fields.map(field).join(",")}\r\n`).join("");
}

function field(text: string): string {
  const line = oneLine(text);
  const plain = /^\s*[=+\-@|%＝＋－＠]/.test(line) ? `'${line}` : line;
  return `"${plain.replaceAll('"', '""')}"`;
}
