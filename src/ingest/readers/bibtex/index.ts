import { flatMapStaged, type Message, type Place, type Staged } from "../../../schemas/message.ts";
import {
  duplicateField,
  noEntries,
  noParent,
  noTitle,
  report,
  searchedGroups,
  strayFields,
  textOutsideFields,
  unclearEnd,
  unclearNames,
  unclosedEntry,
  unknownString,
  unreadDate,
  venueOfOthers,
} from "../../../schemas/rules.ts";
import { lineIndex } from "../../../text/line-index.ts";
import type { RawPaper } from "../../raw-paper.ts";
import type { Reader } from "../reader.ts";
import { type Reference, referencePaper } from "../reference.ts";
import { idMessages } from "../reference-ids.ts";
import { atMost } from "../reports.ts";
import { dateIn } from "./dates.ts";
import { type BibEntry, bibEntries } from "./entries.ts";
import { dateFields, fieldOf, referenceOf } from "./entry-reference.ts";
import { beginsEntry } from "./entry-start.ts";
import { type BibGroups, groupsIn } from "./groups.ts";
import { inherit } from "./inherit.ts";
import { linksIn } from "./links.ts";
import { namesIn } from "./names.ts";

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
    const { entries: written, strings, comments, strays } = bibEntries(text);
    const groups = groupsIn(comments);
    const { entries, lost, venues } = inherit(written);
    const outside = strays.map((at) => report(strayFields, {}, { file, line: lineOf(at) }));
    const { value, messages } = flatMapStaged(entries, (entry) => {
      const children = venues.get(entry);
      if (children === undefined) return readEntry(entry, { file, lineOf, groups });
      const params = { entry: nameOf(entry), count: children };
      const isVenue = report(venueOfOthers, params, { file, line: lineOf(entry.start) });
      return { value: [], messages: [...faultsOf(entry, file, lineOf), isVenue] };
    });
    const parents = lost.map(({ entry, ...params }) =>
      report(noParent, { ...params, entry: nameOf(entry) }, { file, line: lineOf(entry.start) }),
    );
    const ofStrings = strings.flatMap((entry) => faultsOf(entry, file, lineOf));
    const { searched } = groups;
    const ofGroups = searched.length > 0 ? [report(searchedGroups, { searched }, { file })] : [];
    const empty = entries.length === 0 ? [report(noEntries, {}, { file })] : [];
    const all = [...empty, ...outside, ...ofStrings, ...parents, ...ofGroups, ...messages];
    return { value, messages: atMost(file, all) };
  },
};

/** Types of entries that give settings, lists of keys or fields to other entries. */
const noPapers = new Set(["control", "ieeetranbstctl", "set", "xdata"]);

/** What an entry is read with. */
interface BibContext {
  file: string;
  lineOf: (offset: number) => number;
  groups: BibGroups;
}

function readEntry(entry: BibEntry, { file, lineOf, groups }: BibContext): Staged<RawPaper[]> {
  const place = { file, line: lineOf(entry.start) };
  const faults = faultsOf(entry, file, lineOf);
  if (noPapers.has(entry.type)) return { value: [], messages: faults };
  const reference = referenceOf(entry, groups);
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
  const known = new Set(paper.links.map(({ url }) => url));
  const more = linksIn(fieldOf(entry)).filter(({ url }) => !known.has(url));
  const whole = { ...paper, links: [...paper.links, ...more] };
  return { value: [entry.key === "" ? whole : { ...whole, citationKey: entry.key }], messages };
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
      if (fault.kind === "text")
        return report(textOutsideFields, { entry, text: fault.text }, { file, line });
      const { field } = fault;
      return fault.kind === "end"
        ? report(unclearEnd, { entry, field }, { file, line })
        : report(unknownString, { entry, field, text: fault.text }, { file, line });
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
