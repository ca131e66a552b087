import { XMLParser, XMLValidator } from "fast-xml-parser";
import { z } from "zod";
import { defined } from "../../schemas/defined.ts";
import { flatMapStaged, type Message, type Staged } from "../../schemas/message.ts";
import {
  arxivError,
  brokenRecord,
  cutOffFeed,
  damagedEntry,
  noResults,
  noTitle,
  report,
} from "../../schemas/rules.ts";
import { arxivIn } from "../../text/arxiv-id.ts";
import { realDay } from "../../text/dates.ts";
import { doiField } from "../../text/doi.ts";
import { lineIndex } from "../../text/line-index.ts";
import { findLinks, paperLinks } from "../../text/links.ts";
import { type RawPaper, rawPaper } from "../raw-paper.ts";
import { atomNames } from "./arxiv-names.ts";
import { isObject, seedJson } from "./json/seed-json.ts";
import { readFields } from "./read-fields.ts";
import type { Reader, SeedText } from "./reader.ts";
import { atMost, badFields } from "./reports.ts";

const format = "arxiv-atom";

/** Responses of the arXiv API, in the old and the new layout, also inside a JSON object. */
export const arxivAtom: Reader = {
  format,
  recognises: (seed) => feedOf(seed) !== undefined,
  read: (seed) => {
    const { text, line } = feedOf(seed) ?? { text: seed.text, line: undefined };
    const file = seed.path;
    const lineOf = lineIndex(text);
    const entries = cutEntries(text);
    const placeAt = (offset: number) => ({ file, line: line ?? lineOf(offset) });
    const { value, messages } = flatMapStaged(entries, ({ start, xml }) =>
      readEntry(xml, placeAt(start)),
    );
    const isCut = entries.at(-1)?.xml !== undefined && isCutOff(text);
    const ofFeed = [
      ...(entries.length === 0 ? [report(noResults, {}, { file })] : []),
      ...(isCut ? [report(cutOffFeed, {}, placeAt(text.trimEnd().length))] : []),
    ];
    return { value, messages: atMost(file, [...ofFeed, ...messages]) };
  },
};

/** Reads a feed whose first characters are damaged. Files of other formats may quote a feed, too. */
export const arxivAtomAnywhere: Reader = {
  ...arxivAtom,
  recognises: ({ text }) => isArxivFeed(text),
};

interface Feed {
  text: string;
  /** The line of all entries, if the feed is a string in a JSON file. */
  line?: number;
}

function feedOf(seed: SeedText): Feed | undefined {
  if (/^[\s\uFEFF]*</.test(seed.text) && isArxivFeed(seed.text)) return { text: seed.text };
  const recorded = seedJson(seed)?.values[0];
  if (!recorded || !isObject(recorded.value)) return undefined;
  const { body } = recorded.value;
  return typeof body === "string" && isArxivFeed(body)
    ? { text: body, line: recorded.line }
    : undefined;
}

function isArxivFeed(text: string): boolean {
  // The first lines may be damaged.
  const isMarkup = /^(?!\s*[[{]\s*["{[])[^<]{0,200}</.test(text);
  return isMarkup && /<(?:\w+:)?(?:feed|entry)\b/.test(text) && text.includes("arxiv.org/");
}

/** Whether the end of the feed is missing. */
function isCutOff(text: string): boolean {
  return /<(?:\w+:)?feed[\s>]/.test(text) && !/<\/(?:\w+:)?feed\s*>\s*$/.test(text.slice(-1000));
}

/** Longer entries are not papers, and the parser would be slow on them. */
const longestEntry = 1_000_000;

interface CutEntry {
  start: number;
  /** Absent if the entry does not end, or is too long. */
  xml?: string;
}

/**
 * Cuts a feed into its entries. Each is parsed by itself, so that a damaged one does not affect the
 * others, and no XML declaration applies to them.
 */
function cutEntries(text: string): CutEntry[] {
  const starts = [...text.matchAll(/<(?:\w+:)?entry(?=[\s>])/g)].map(({ index }) => index);
  const ends = [...text.matchAll(/<\/(?:\w+:)?entry\s*>/g)].map(
    ({ index, 0: tag }) => index + tag.length,
  );
  let next = 0;
  const entries = starts.flatMap((start, index): CutEntry[] => {
    const until = Math.min(starts[index + 1] ?? text.length, start + longestEntry);
    const own: number[] = [];
    for (let end = ends[next]; end !== undefined && end <= until; end = ends[next]) {
      if (end > start) own.push(end);
      next += 1;
    }
    const [end, ...strays] = own;
    // An end tag without a start tag belongs to an entry with a damaged start.
    const lost = strays.map((stray) => ({ start: stray - 1 }));
    if (end === undefined) return [{ start }, ...lost];
    const second = secondName(text, start, end);
    if (second === undefined) return [{ start, xml: text.slice(start, end) }, ...lost];
    // The tags between two entries are damaged. Read each entry, and report the damage.
    return [
      { start, xml: `${text.slice(start, second).replace(/<\/?\w*\s*$/, "")}</entry>` },
      { start: second, xml: `<entry>${text.slice(second, end)}` },
      { start: second },
      ...lost,
    ];
  });
  const early = ends.filter((end) => end <= (starts[0] ?? text.length));
  return [...early.map((end) => ({ start: end - 1 })), ...entries];
}

/** The offset of the second id or title in an entry, which belongs to another entry. */
function secondName(text: string, start: number, end: number): number | undefined {
  const xml = text.slice(start, end);
  const second = ["id", "title"].flatMap((name) => {
    const [, again] = xml.matchAll(new RegExp(`<(?:\\w+:)?${name}[\\s>]`, "g"));
    return again ? [start + again.index] : [];
  });
  return second.length > 0 ? Math.min(...second) : undefined;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  textNodeName: "text",
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  // Decodes numeric character references. Entities that a document declares are never expanded.
  htmlEntities: true,
  isArray: (name) => ["author", "category"].includes(name),
});

/** A text that may have attributes. */
const text = z
  .union([z.string(), z.object({ text: z.string().default("") }).transform((node) => node.text)])
  .optional();
const entry = z.object({
  entry: z.object({
    id: z.string(),
    title: text,
    summary: text,
    published: text,
    doi: text,
    comment: text,
    author: z.array(z.object({ name: z.string().trim().min(1) })).default([]),
    category: z.array(z.object({ term: z.string().min(1) })).default([]),
  }),
});

function readEntry(
  xml: string | undefined,
  place: { file: string; line: number },
): Staged<RawPaper[]> {
  const parsed = xml === undefined ? undefined : parseXml(xml);
  const { value, faults } = readFields(entry, parsed);
  const skipped = (message: Message) => ({ value: [], messages: [message] });
  if (!value) return skipped(report(brokenRecord, { reason: "it is incomplete" }, place));
  const { id, title = "", ...facts } = value.entry;
  const name = arxivIn(id);
  if (id.includes("/api/errors")) {
    return skipped(report(arxivError, { error: facts.summary ?? title }, place));
  }
  if (title.trim() === "") {
    const record = name ? `The arXiv paper ${name.id}` : "This entry";
    return skipped(report(noTitle, { record }, place));
  }
  const published = realDay(facts.published);
  const { names, cut } = atomNames(facts.author.map((one) => one.name));
  const read = doiField(facts.doi ?? "");
  const doi = read && "doi" in read ? read.doi : undefined;
  const paper = rawPaper({
    title,
    // In a summary, an indented line starts a paragraph.
    abstract: (facts.summary ?? "").trim().replace(/\n {2,}(?=\S)/g, "\n\n"),
    ids: defined({ arxiv: name?.id, doi }),
    authors: names.map((one) => ({ name: one })),
    links: paperLinks(findLinks(facts.comment ?? "").map(({ url }) => url)),
    categories: [...new Set(facts.category.map(({ term }) => term))],
    ...defined({ authorsCount: cut ? undefined : names.length || undefined }),
    ...defined({ version: name?.version, published }),
    source: { format, ...place },
  });
  const fault = xml === undefined ? undefined : xmlFault(xml);
  const damaged = fault === undefined ? [] : [report(damagedEntry, { reason: fault }, place)];
  return { value: [paper], messages: [...damaged, ...badFields(place, title, faults)] };
}

/** What is wrong with the XML of an entry that could be parsed nevertheless. */
function xmlFault(xml: string): string | undefined {
  const valid = XMLValidator.validate(xml, { allowBooleanAttributes: true });
  return valid === true ? undefined : valid.err.msg.replace(/\.$/, "");
}

function parseXml(xml: string): unknown {
  try {
    return parser.parse(xml);
  } catch {
    return undefined;
  }
}
