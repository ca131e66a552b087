import { flatMapStaged, type Message, type Place, type Staged } from "../../../schemas/message.ts";
import {
  duplicateField,
  noEntries,
  noParent,
  noTitle,
  report,
  strayFields,
  textOutsideFields,
  unclearEnd,
  unclearNames,
  unclosedEntry,
  unreadDate,
  venueOfOthers,
} from "../../../schemas/rules.ts";
import { lineIndex } from "../../../text/line-index.ts";
import type { RawPaper } from "../../raw-paper.ts";
import type { Reader } from "../reader.ts";
import { type Reference, referencePaper } from "../reference.ts";
import { idMessages } from "../reference-ids.ts";
import { atMost } from "../reports.ts";
import { type DateFields, dateIn } from "./dates.ts";
import { type BibEntry, bibEntries } from "./entries.ts";
import { beginsEntry } from "./entry-start.ts";
import { inherit } from "./inherit.ts";
import { namesIn } from "./names.ts";
import { undoEscaping, withoutCaseBraces } from "./texts.ts";

const format = "bibtex";

/** Reads BibTeX and BibLaTeX as reference managers, publishers and people write them. */
export const bibtex: Reader = {
  format,
  recognises: ({ text }) => {
    const first = afterComments(text);
    return beginsEntry(text.slice(first, first + 200));
  },
  read: ({ path: file, text }) => {
    const lineOf = lineIndex(text);
    const { entries: written, strings, strays } = bibEntries(text);
    const { entries, lost, venues } = inherit(written);
    const outside = strays.map((at) => report(strayFields, {}, { file, line: lineOf(at) }));
    const { value, messages } = flatMapStaged(entries, (entry) => {
      const children = venues.get(entry);
      if (children === undefined) return readEntry(entry, file, lineOf);
      const params = { entry: nameOf(entry), count: children };
      const isVenue = report(venueOfOthers, params, { file, line: lineOf(entry.start) });
      return { value: [], messages: [...faultsOf(entry, file, lineOf), isVenue] };
    });
    const parents = lost.map(({ entry, ...params }) =>
      report(noParent, { ...params, entry: nameOf(entry) }, { file, line: lineOf(entry.start) }),
    );
    const ofStrings = strings.flatMap((entry) => faultsOf(entry, file, lineOf));
    const empty = entries.length === 0 ? [report(noEntries, {}, { file })] : [];
    const all = [...empty, ...outside, ...ofStrings, ...parents, ...messages];
    return { value, messages: atMost(file, all) };
  },
};

/** Types of entries that give settings, lists of keys or fields to other entries. */
const noPapers = new Set(["control", "ieeetranbstctl", "set", "xdata"]);

function readEntry(
  entry: BibEntry,
  file: string,
  lineOf: (offset: number) => number,
): Staged<RawPaper[]> {
  const place = { file, line: lineOf(entry.start) };
  const faults = faultsOf(entry, file, lineOf);
  if (noPapers.has(entry.type)) return { value: [], messages: faults };
  const reference = referenceOf(entry);
  if (reference.title === "") {
    const untitled = report(noTitle, { record: `The entry ${nameOf(entry)}` }, place);
    return { value: [], messages: entry.whole ? [untitled, ...faults] : faults };
  }
  const messages = [
    ...faults,
    ...doubtsOf(entry, reference, place),
    ...idMessages(reference, place),
  ];
  const paper = referencePaper(reference, { format, ...place });
  return { value: [entry.key === "" ? paper : { ...paper, citationKey: entry.key }], messages };
}

function nameOf({ key, type }: BibEntry): string {
  return `"${key || type}"`;
}

/** Reports whatever of an entry could not be read as it is meant. */
function faultsOf(bib: BibEntry, file: string, lineOf: (offset: number) => number): Message[] {
  const entry = nameOf(bib);
  const place = { file, line: lineOf(bib.start) };
  const fields = bib.doubles.join(", ");
  return [
    ...(bib.whole ? [] : [report(unclosedEntry, { entry }, place)]),
    ...bib.faults.map((fault) => {
      const line = lineOf(fault.at);
      return fault.kind === "text"
        ? report(textOutsideFields, { entry, text: fault.text }, { file, line })
        : report(unclearEnd, { entry, field: fault.field }, { file, line });
    }),
    ...(fields === "" ? [] : [report(duplicateField, { fields, used: "first" }, place)]),
  ];
}

/** Reports what of a paper's fields was not understood, or by guessing. */
function doubtsOf(bib: BibEntry, { authors }: Reference, place: Place): Message[] {
  const entry = nameOf(bib);
  const { published, unread } = dateIn(dateFields(bib.fields));
  const used = published.published ?? published.publishedIn;
  const names = authors.map(({ name }) => name).join("; ");
  const { unsure } = namesIn(bib.fields.get("author") ?? "");
  return [
    ...(unsure ? [report(unclearNames, { entry, names }, place)] : []),
    ...(unread === undefined
      ? []
      : [report(unreadDate, { record: `the entry ${entry}`, text: unread, used }, place)]),
  ];
}

function dateFields(fields: BibEntry["fields"]): DateFields {
  const [date, year, month, day] = ["date", "year", "month", "day"].map((name) => fields.get(name));
  return { date, year, month, day };
}

/**
 * The offset after white space and comments at the start. A regular expression would overflow on
 * long comments.
 */
function afterComments(text: string): number {
  const character = /[^\s\uFEFF]/g;
  for (let found = character.exec(text); found; found = character.exec(text)) {
    if (found[0] !== "%") return found.index;
    const end = /[\r\n]/g;
    end.lastIndex = found.index;
    character.lastIndex = end.exec(text)?.index ?? text.length;
  }
  return text.length;
}

/**
 * Reads BibTeX with other text before the first entry. Files of other formats may contain an entry
 * too.
 */
export const bibtexAnywhere: Reader = {
  ...bibtex,
  recognises: ({ text }) =>
    /(?<![^\r\n])[^\S\r\n]*\S{0,3}@[ \t]*[A-Za-z][\w.:+-]*\s*\{[^\s,{}]*,/.test(text),
};

const booksOf = new Set(["incollection", "inbook", "bookinbook", "suppbook", "inreference"]);

function referenceOf({ type, fields }: BibEntry): Reference {
  const field = (...names: string[]) =>
    names
      .map((name) => fields.get(name)?.trim())
      .find((value) => value !== undefined && value !== "");
  const words = (name: string) => undoEscaping(withoutCaseBraces(field(name) ?? ""));
  const [title, subtitle] = [words("title"), words("subtitle")];
  const { names, cut } = namesIn(field("author") ?? "");
  const either = (...names: string[]) => names.map(words).find((value) => value !== "");
  const journal = either("journal", "journaltitle");
  const bookKind = booksOf.has(type) ? "book" : "conference";
  const remarks = ["note", "howpublished", "booktitle", "annotation", "publisher", "eid", "series"];
  const arxivField = field("arxiv", "arxivid");
  const eprintType = field("archiveprefix", "eprinttype", "archive");
  return {
    title: subtitle === "" ? title : `${title}: ${subtitle}`,
    abstract: paragraphs(words("abstract")),
    authors: names.map((name) => ({ name })),
    authorsCut: cut,
    date: dateIn(dateFields(fields)).published,
    eprint: field("eprint") ?? arxivField,
    eprintType: eprintType ?? (field("eprint") === undefined && arxivField ? "arXiv" : undefined),
    primaryClass: field("primaryclass", "eprintclass"),
    doi: field("doi"),
    urls: [field("url"), ...commandUrls(field("note", "howpublished"))].map(
      (url) => url && unescaped(url),
    ),
    remarks: [...remarks.map((name) => field(name)), arxivField],
    keywords: words("keywords").split(/[,;]/),
    venue: {
      kind: journal === undefined ? bookKind : "journal",
      name: journal ?? either("booktitle"),
      volume: words("volume"),
      number: either("number", "issue"),
      pages: words("pages"),
      publisher: words("publisher"),
    },
    categories: (field("primaryclass", "eprintclass") ?? "")
      .split(/[,\s]+/)
      .filter((name) => /^[a-z-]+(?:\.[A-Za-z-]+)?$/.test(name)),
  };
}

/** In TeX, an empty line starts a paragraph, and a single line break is a space. */
function paragraphs(text: string): string {
  return text.replace(/(?<![ \t])[ \t]*\r?\n[ \t]*(?:\r?\n[ \t]*)+/g, "\n\n");
}

function commandUrls(text = ""): string[] {
  return [...text.matchAll(/\\url\{([^{}\s]+)\}/g)].map(([, url = ""]) => url);
}

function unescaped(url: string): string {
  return url.replace(/^\\url\{(.*)\}$/, "$1").replace(/\\([%&#_~])/g, "$1");
}
