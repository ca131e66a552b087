import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { linksInText } from "./links-in-text.ts";
import type { ListedLink } from "./listed-paper.ts";

/** Whether a text is a page of HTML, as the bookmarks that browsers export. */
export function isPage(text: string): boolean {
  return /^[\s\uFEFF]*<(?:!doctype\s+(?:html|netscape)|html[\s>])/i.test(text.slice(0, 2000));
}

/** The links of a page, each with the line on which its element begins. */
export function linksOfPage(text: string): ListedLink[] {
  const links: ListedLink[] = [];
  let open: Nodes[];
  try {
    open = [fromHtml(text)];
  } catch (error) {
    // Elements inside of each other by the thousand.
    if (!(error instanceof RangeError)) throw error;
    return linksInText(text.replaceAll("&amp;", "&"));
  }
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "element" && node.tagName === "a") {
      const { href } = node.properties;
      const line = node.position?.start.line ?? 1;
      if (typeof href === "string") links.push({ address: href.trim(), line });
    }
    if ("children" in node) for (const child of node.children.toReversed()) open.push(child);
  }
  return links;
}
