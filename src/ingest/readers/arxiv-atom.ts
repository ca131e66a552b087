import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import type { Message } from "../../schemas/message.ts";
import { realDay } from "../../text/dates.ts";
import { lineIndex } from "../../text/line-index.ts";
import { findLinks, paperLinks } from "../../text/links.ts";
import { arxivIn, doiIn } from "../../text/paper-ids.ts";
import { type RawPaper, rawPaper } from "../raw-paper.ts";
import { isObject, seedJson } from "./json/seed-json.ts";
import { readFields } from "./read-fields.ts";
import type { Reader, SeedText } from "./reader.ts";
import { atMost, badFields, recordWithoutTitle } from "./reports.ts";

const format = "arxiv-atom";

/** Answers of the arXiv API, in its old layout and its new one, also as a program recorded them. */
export const arxivAtom: Reader = {
  format,
  recognises: (seed) => feedOf(seed) !== undefined,
  read: (seed) => {
    const messages: Message[] = [];
    const value: RawPaper[] = [];
    const { text, line } = feedOf(seed) ?? { text: "", line: undefined };
    const lineOf = lineIndex(text);
    const entries = cutEntries(text);
    if (entries.length === 0) messages.push(noEntries(seed.path));
    if (entries.at(-1)?.xml !== undefined && isCutOff(text))
      messages.push(cutOff(seed.path, line ?? lineOf(text.trimEnd().length)));
    for (const { start, xml } of entries) {
      const place = { file: seed.path, line: line ?? lineOf(start) };
      value.push(...readEntry(xml, place, messages));
    }
    return { value, messages: atMost(seed.path, messages) };
  },
};

interface Feed {
  text: string;
  /** The line for every entry, where the feed is a text inside another one. */
  line?: number;
}

function feedOf(seed: SeedText): Feed | undefined {
  if (isArxivFeed(seed.text)) return { text: seed.text };
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

/** Whether the feed's end is missing. */
function isCutOff(text: string): boolean {
  return /<(?:\w+:)?feed[\s>]/.test(text) && !/<\/(?:\w+:)?feed\s*>\s*$/.test(text.slice(-1000));
}

/** An entry that is longer is no paper's, and the parser would be slow on it. */
const longestEntry = 1_000_000;

interface CutEntry {
  start: number;
  /** Absent where the entry does not end, or is too long to be one. */
  xml?: string;
}

/** Each entry by itself, so that a damaged one costs no other, and no declaration reaches them. */
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
    // An end without a beginning is that of an entry whose beginning is damaged.
    const lost = strays.map((stray) => ({ start: stray - 1 }));
    if (end === undefined) return [{ start }, ...lost];
    const second = secondName(text, start, end);
    if (second === undefined) return [{ start, xml: text.slice(start, end) }, ...lost];
    // Where the border between two entries is damaged, each is read by itself, and that is told.
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

/** Where the second address or title of an entry stands, which is another entry's. */
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
  // References to characters by number; entities that a document declares are not read at all.
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
  messages: Message[],
): RawPaper[] {
  const { file, line } = place;
  const parsed = xml === undefined ? undefined : parseXml(xml);
  const { value, faults } = readFields(entry, parsed);
  if (!value) {
    messages.push(brokenEntry(file, line));
    return [];
  }
  const { id, title = "", ...facts } = value.entry;
  const name = arxivIn(id);
  if (id.includes("/api/errors")) {
    messages.push(errorEntry(file, line, facts.summary ?? title));
    return [];
  }
  if (title.trim() === "") {
    messages.push(recordWithoutTitle(file, line, name ? `arXiv's ${name.id}` : "This entry"));
    return [];
  }
  messages.push(...badFields(file, line, title, faults));
  const published = realDay(facts.published);
  const doi = doiIn(facts.doi ?? "");
  return [
    rawPaper({
      title,
      // In a summary a line that is indented begins a paragraph.
      abstract: (facts.summary ?? "").trim().replace(/\n {2,}(?=\S)/g, "\n\n"),
      ids: { ...(name ? { arxiv: name.id } : {}), ...(doi ? { doi } : {}) },
      authors: facts.author,
      links: paperLinks(findLinks(facts.comment ?? "").map(({ url }) => url)),
      categories: [...new Set(facts.category.map(({ term }) => term))],
      ...(facts.author.length > 0 ? { authorsCount: facts.author.length } : {}),
      ...(name?.version === undefined ? {} : { version: name.version }),
      ...(published ? { published } : {}),
      source: { format, file, line },
    }),
  ];
}

function parseXml(xml: string): unknown {
  try {
    return parser.parse(xml);
  } catch {
    return undefined;
  }
}

function noEntries(file: string): Message {
  return {
    rule: "no-papers",
    severity: "error",
    reason: "This answer of the arXiv API holds no paper.",
    place: { file },
    hint: "Ask again by `npm run add -- ID`, or delete the file.",
  };
}

function cutOff(file: string, line: number): Message {
  return {
    rule: "cut-off",
    severity: "error",
    reason: "The feed does not end here; entries that followed are missing.",
    place: { file, line },
    hint: "Fetch the file again.",
  };
}

function brokenEntry(file: string, line: number): Message {
  return {
    rule: "broken-record",
    severity: "error",
    reason: "The entry that begins or ends here is cut off or damaged, and is left out.",
    place: { file, line },
    hint: "Fetch the file again, or mend the entry.",
  };
}

function errorEntry(file: string, line: number, said: string): Message {
  return {
    rule: "error-answer",
    severity: "error",
    reason: `Here arXiv answered with an error and no paper: "${said.trim().slice(0, 120)}".`,
    place: { file, line },
    hint: "Check the id, and fetch it again.",
  };
}
