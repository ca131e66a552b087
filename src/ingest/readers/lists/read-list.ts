import type { Staged } from "../../../schemas/message.ts";
import { report, tooLarge } from "../../../schemas/rules.ts";
import { splitFrontmatter } from "../../../text/frontmatter.ts";
import { linksInText } from "./links-in-text.ts";
import { isPage, linksOfPage } from "./links-of-page.ts";
import { type ListedPaper, onePerPaper, papersOfLinks } from "./listed-paper.ts";
import { hasHead, papersOfHead } from "./papers-of-head.ts";
import { isOutline, papersOfOutline } from "./papers-of-outline.ts";
import { isTable, papersOfTable } from "./papers-of-table.ts";

/** In characters. Bookmarks with their icons have some millions. */
const longestList = 50_000_000;

/** A file that may be a list of papers. */
export interface ListText {
  path: string;
  text: string;
}

/**
 * Reads a list of papers whose structure says that it is one: bookmarks or another page of HTML, OPML, a table with
 * names of columns, or a note with a head. Undefined if a text is none of these.
 */
export function readList({ path, text }: ListText): Staged<ListedPaper[]> | undefined {
  const read = readerOf(text);
  if (!read) return undefined;
  if (text.length > longestList) {
    const params = { what: "This list", limit: `${longestList / 1_000_000} MB` };
    return { value: [], messages: [report(tooLarge, params, { file: path })] };
  }
  const { value, messages } = read(path, text);
  return { value: onePerPaper(value), messages };
}

/** Reads any text, such as Markdown, as a list of the papers that it names or links to. */
export function readLinks({ path, text }: ListText): Staged<ListedPaper[]> {
  const { value, messages } = papersOfLinks(path, linksInText(text));
  return { value: onePerPaper(value), messages };
}

type Read = (file: string, text: string) => Staged<ListedPaper[]>;

function readerOf(text: string): Read | undefined {
  if (isPage(text)) return (file) => papersOfLinks(file, linksOfPage(text));
  if (isOutline(text)) return papersOfOutline;
  if (hasHead(text)) return papersOfNote;
  return isTable(text) ? papersOfTable : undefined;
}

/** The paper that a note is about, which its head names; or else the papers that its text names. */
function papersOfNote(file: string, text: string): Staged<ListedPaper[]> {
  const ofHead = papersOfHead(text);
  if (ofHead.length > 0) return { value: ofHead, messages: [] };
  const { body, bodyLine } = splitFrontmatter(text);
  const links = linksInText(body);
  return papersOfLinks(
    file,
    links.map(({ address, line }) => ({ address, line: line + bodyLine - 1 })),
  );
}
