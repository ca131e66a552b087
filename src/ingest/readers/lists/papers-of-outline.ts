import { decodeXML } from "entities";
import { flatMapStaged, type Staged } from "../../../schemas/message.ts";
import { lineIndex } from "../../../text/line-index.ts";
import { type ListedPaper, papersOfLinks } from "./listed-paper.ts";

/** Whether a text is OPML, a list of feeds or links. */
export function isOutline(text: string): boolean {
  return /^[\s\uFEFF]*(?:<\?xml[^>]{0,200}\?>)?(?:\s*<!--[^>]{0,500}-->)?\s*<opml[\s>]/i.test(
    text.slice(0, 2000),
  );
}

const addressAttribute = /\s(?:xmlUrl|htmlUrl|url)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** The papers of OPML: what the addresses of each outline lead to, its feed's or its page's. */
export function papersOfOutline(file: string, text: string): Staged<ListedPaper[]> {
  const lineOf = lineIndex(text);
  const starts = [...text.matchAll(/<outline(?=\s)/gi)].map(({ index }) => index);
  return flatMapStaged(starts, (start, index) => {
    const outline = text.slice(start, starts[index + 1]);
    const links = [...outline.matchAll(addressAttribute)].map(({ 1: double, 2: single }) => ({
      address: decodeXML(double ?? single ?? "").trim(),
      line: lineOf(start),
    }));
    const { value, messages } = papersOfLinks(file, links);
    return { value, messages: value.length > 0 ? [] : messages.slice(0, 1) };
  });
}
