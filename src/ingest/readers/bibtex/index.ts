import type { Message } from "../../../schemas/message.ts";
import { type Publication, publication, publicationOf } from "../../../text/dates.ts";
import { lineIndex } from "../../../text/line-index.ts";
import type { RawPaper } from "../../raw-paper.ts";
import type { Reader } from "../reader.ts";
import { type Reference, referencePaper } from "../reference.ts";
import { atMost, recordWithoutTitle } from "../reports.ts";
import { type BibEntry, bibEntries } from "./entries.ts";
import { authorNames, escapedOnce, withoutCaseBraces } from "./texts.ts";

const format = "bibtex";

/** BibTeX and BibLaTeX, as reference managers, publishers and people write them. */
export const bibtex: Reader = {
  format,
  recognises: ({ text }) => {
    const first = afterComments(text);
    return /^@[ \t]*[A-Za-z]+\s*[{(]/.test(text.slice(first, first + 200));
  },
  read: ({ path: file, text }) => {
    const messages: Message[] = [];
    const lineOf = lineIndex(text);
    const { entries, strays } = bibEntries(text);
    if (entries.length === 0) messages.push(noEntries(file));
    messages.push(...strays.map((at) => strayFields(file, lineOf(at))));
    const value = entries.flatMap((entry): RawPaper[] => {
      const line = lineOf(entry.start);
      const name = `"${entry.key || entry.type}"`;
      if (!entry.whole) messages.push(brokenEntry(file, line, name));
      const reference = referenceOf(entry);
      if (reference.title === "") {
        if (entry.whole) messages.push(recordWithoutTitle(file, line, `The entry ${name}`));
        return [];
      }
      if (entry.doubles.length > 0) messages.push(doubleFields(file, line, name, entry.doubles));
      return [referencePaper(reference, { format, file, line })];
    });
    return { value, messages: atMost(file, messages) };
  },
};

/** Where a text begins after blanks and comments. No pattern does it: long ones fill its stack. */
function afterComments(text: string): number {
  const sign = /[^\s\uFEFF]/g;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    if (found[0] !== "%") return found.index;
    const end = /[\r\n]/g;
    end.lastIndex = found.index;
    sign.lastIndex = end.exec(text)?.index ?? text.length;
  }
  return text.length;
}

/** The same where other signs stand before the first entry; a file of another format may hold one. */
export const bibtexAnywhere: Reader = {
  ...bibtex,
  recognises: ({ text }) => /^[^\S\n]*\S{0,3}@[ \t]*[A-Za-z]+\s*\{[^\s,{}]*,/m.test(text),
};

const booksOf = new Set(["incollection", "inbook", "bookinbook", "suppbook", "inreference"]);

function referenceOf({ type, fields }: BibEntry): Reference {
  const field = (...names: string[]) =>
    names
      .map((name) => fields.get(name)?.trim())
      .find((value) => value !== undefined && value !== "");
  const words = (name: string) => escapedOnce(withoutCaseBraces(field(name) ?? ""));
  const [title, subtitle] = [words("title"), words("subtitle")];
  const { names, cut } = authorNames(field("author") ?? "");
  const either = (...names: string[]) => names.map(words).find((value) => value !== "");
  const journal = either("journal", "journaltitle");
  const bookKind = booksOf.has(type) ? "book" : "conference";
  const isArxiv = /arxiv/i.test(field("archiveprefix", "eprinttype") ?? "arxiv");
  const remarks = ["note", "howpublished", "journal", "journaltitle", "number", "annotation"];
  return {
    title: subtitle === "" ? title : `${title}: ${subtitle}`,
    abstract: paragraphs(words("abstract")),
    authors: names.map((name) => ({ name })),
    authorsCut: cut,
    date: dateOf(field("date"), field("year"), field("month"), field("day")),
    eprint: isArxiv ? field("eprint", "arxiv", "arxivid") : undefined,
    doi: field("doi"),
    urls: [field("url"), ...commandUrls(field("note", "howpublished"))].map(
      (url) => url && unescaped(url),
    ),
    remarks: remarks.map((name) => field(name)),
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

/** In TeX an empty line begins a paragraph, and a single end of line is a blank. */
function paragraphs(text: string): string {
  return text.replace(/[ \t]*\r?\n[ \t]*(?:\r?\n[ \t]*)+/g, "\n\n");
}

function dateOf(
  date: string | undefined,
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): Publication {
  // A range's begin is when the paper was published.
  if (date !== undefined) return publicationOf(date.replace(/[~?%]|\/.*/g, ""));
  return publication(/\d{4}/.exec(year ?? "")?.[0], month, day);
}

function commandUrls(text = ""): string[] {
  return [...text.matchAll(/\\url\{([^{}\s]+)\}/g)].map(([, url = ""]) => url);
}

function unescaped(url: string): string {
  return url.replace(/^\\url\{(.*)\}$/, "$1").replace(/\\([%&#_~])/g, "$1");
}

function strayFields(file: string, line: number): Message {
  return {
    rule: "broken-record",
    severity: "error",
    reason: "What begins here looks like an entry or its fields, but is none, and is left out.",
    place: { file, line },
    hint: "Begin its entry with a line such as `@article{key,`.",
  };
}

function noEntries(file: string): Message {
  return {
    rule: "no-papers",
    severity: "warning",
    reason: "This BibTeX file holds no entry of a paper.",
    place: { file },
    hint: "Delete it if nothing should be in it.",
  };
}

function brokenEntry(file: string, line: number, name: string): Message {
  return {
    rule: "broken-record",
    severity: "error",
    reason: `The entry ${name} does not end: a brace or a quotation mark is missing. It is read as far as its fields are whole.`,
    place: { file, line },
    hint: "Close it, or copy the entry again.",
  };
}

function doubleFields(file: string, line: number, name: string, fields: string[]): Message {
  return {
    rule: "double-name",
    severity: "warning",
    reason: `The entry ${name} has ${fields.join(", ")} more than once; the first counts.`,
    place: { file, line },
    hint: "Keep the right one of them.",
  };
}
