import { escapeText } from "entities/escape";
import { generateAtomFeed } from "feedsmith";
import { clean, compactXml, type FeedInfo, type FeedItem, lastChange } from "./feed.ts";

/** A feed as Atom, with formulas as MathML. */
export function atomFeed(info: FeedInfo, items: readonly FeedItem[]): string {
  const xml = generateAtomFeed({
    xml: { lang: info.language },
    id: info.id,
    title: textOf(info.title),
    subtitle: textOf(info.description),
    updated: lastChange(items),
    links: [
      { href: info.self, rel: "self", type: "application/atom+xml" },
      { href: info.page, rel: "alternate", type: "text/html" },
    ],
    authors: [{ name: clean(info.owner) }],
    generator: { text: "Offprint" },
    entries: items.map(entryOf),
  });
  return compactXml(xml);
}

function entryOf({ id, title, address, dates, issued, authors, topics, xhtml, text }: FeedItem) {
  return {
    id,
    title: textOf(title),
    links: [{ href: address, rel: "alternate", type: "text/html" }],
    published: dates.published,
    updated: dates.updated,
    ...(authors.length > 0 ? { authors: authors.map(({ name }) => ({ name: clean(name) })) } : {}),
    ...(topics.length > 0 ? { categories: topics.map((term) => ({ term: clean(term) })) } : {}),
    ...(text ? { summary: textOf(text) } : {}),
    ...(xhtml ? { content: { value: xmlOf(xhtml), type: "xhtml" as const } } : {}),
    // Readers take `dcterms:issued` for the date of the item; this one they leave alone.
    ...(issued?.length === 10 ? { dcterms: { available: [new Date(issued)] } } : {}),
  };
}

/**
 * A text, marked as HTML if it has what looks like a tag: some readers take every text for HTML, and
 * validators warn of it.
 */
function textOf(text: string) {
  const value = clean(text);
  return /<[/!?\w]/.test(value)
    ? { value: escapeText(value), type: "html" as const }
    : { value, type: "text" as const };
}

/** XHTML as it can be a part of XML, in which no text may have the end of a section of characters. */
function xmlOf(xhtml: string): string {
  return clean(xhtml).replaceAll("]]>", "]]&#x3E;");
}
