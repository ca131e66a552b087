import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAtomFeed, parseRssFeed } from "feedsmith";
import { RelaxNGValidator, XmlDocument } from "libxml2-wasm";

const schemas = join(import.meta.dirname, "../fixtures/feeds");
const validators = { atom: validatorOf("atom.rng"), rss: validatorOf("rss.rng") };

function validatorOf(file: string): RelaxNGValidator {
  using schema = XmlDocument.fromString(readFileSync(join(schemas, file), "utf8"));
  return RelaxNGValidator.fromDoc(schema);
}

/**
 * What the W3C's feed validator would report of an Atom feed, also as a warning: anything that its schema
 * does not have, two items with one id or one time, dates that no feed could have, relative addresses, and
 * HTML in a plain text.
 */
export function atomFaults(xml: string): string[] {
  const { entries = [], updated } = parseAtomFeed(xml);
  return [
    ...schemaFaults("atom", xml),
    ...doubles(entries.map(({ id }) => id)),
    ...doubles(entries.map((entry) => entry.updated)),
    ...dateFaults([updated, ...entries.flatMap((entry) => [entry.updated, entry.published])]),
    ...entries.flatMap(({ title, summary }) => textFaults(title) + textFaults(summary)),
  ].filter(Boolean);
}

/** The same for a feed in RSS 2.0. */
export function rssFaults(xml: string): string[] {
  const { items = [], lastBuildDate } = parseRssFeed(xml);
  return [
    ...schemaFaults("rss", xml),
    ...doubles(items.map(({ guid }) => guid?.value)),
    ...dateFaults([lastBuildDate, ...items.map(({ pubDate }) => pubDate)]),
  ];
}

function schemaFaults(kind: keyof typeof validators, xml: string): string[] {
  try {
    using document = XmlDocument.fromString(xml);
    validators[kind].validate(document);
    return [];
  } catch (error) {
    return [`${kind}: ${error instanceof Error ? error.message.trim() : error}`];
  }
}

function doubles(values: readonly (string | undefined)[]): string[] {
  const seen = new Set<string | undefined>();
  return values.flatMap((value) => {
    if (seen.has(value)) return [`twice: ${value}`];
    seen.add(value);
    return [];
  });
}

function dateFaults(dates: readonly (string | undefined)[]): string[] {
  return dates.flatMap((date = "") =>
    new Date(date) >= new Date("1990-01-01") ? [] : [`date ${date}`],
  );
}

function textFaults(text: { value?: string; type?: string } | undefined): string {
  return text?.type === "text" && /<\/\w+>/.test(text.value ?? "") ? `HTML: ${text.value}` : "";
}
