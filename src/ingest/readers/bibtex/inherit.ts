import type { BibEntry } from "./entries.ts";

type Fields = ReadonlyMap<string, string>;

/** A reference from an entry to another that cannot be followed. */
export interface LostParent {
  entry: BibEntry;
  field: "crossref" | "xdata";
  /** The key as it is written. */
  parent: string;
  /** The parent is not in the file, or takes fields from this entry itself. */
  reason: "missing" | "cycle";
}

/** The entries of a file with the fields that they take from others. */
export interface Inherited {
  /** In the order of the file. */
  entries: BibEntry[];
  lost: LostParent[];
  /** Entries that are only the proceedings or books of others, with the number of those. */
  venues: Map<BibEntry, number>;
}

/**
 * Fields that a child takes from its parent. In biblatex, these are all but titles and some that only
 * steer biblatex. Here, the ids, addresses, abstract, keywords and pages of a parent are its own, too.
 */
const inherited =
  "author bookauthor editor translator booktitle booksubtitle booktitleaddon maintitle mainsubtitle maintitleaddon journal journaltitle journalsubtitle journaltitleaddon series volume number issue publisher address location organization institution school type edition version isbn issn eventtitle venue language howpublished note pubstate".split(
    " ",
  );
/** Fields that say what an entry itself is, which no other takes from it. */
const ofEntry = new Set("ids crossref xdata xref entryset options sortkey offprint".split(" "));
const namesId = /doi|arxiv|https?:|\b10\.\d{4}/i;
const whole = /^(?:mv)?(?:proceedings|collection|reference|book|periodical|journal)$/;
const part = /^(?:in(?:book|coll|proc|ref)|supp|bookinbook|conference)|section|chapter/;

/**
 * Follows `crossref` and `xdata`, also over several entries, by the data inheritance of biblatex: the
 * parent's title is the child's book title or journal, and other fields fill in missing ones, as in
 * BibTeX. Ids and addresses of a parent are not those of its children, but `xdata` gives all of its fields.
 * The order of entries and the case of keys do not matter.
 */
export function inherit(entries: readonly BibEntry[]): Inherited {
  const find = finder(entries);
  const lost: LostParent[] = [];
  const venues = new Map<BibEntry, number>();
  const done = new Map<BibEntry, Fields>();
  const open = new Set<BibEntry>();
  // A chain of parents may be too long for recursion.
  for (const entry of entries) {
    const stack = [entry];
    for (let current = stack.at(-1); current; current = stack.at(-1)) {
      const parents = done.has(current) ? [] : parentsOf(current, find);
      const waiting = open.has(current)
        ? undefined
        : parents.filter(({ parent }) => parent && !done.has(parent) && !open.has(parent));
      open.add(current);
      if (waiting && waiting.length > 0) {
        stack.push(...waiting.flatMap(({ parent }) => parent ?? []).reverse());
        continue;
      }
      stack.pop();
      open.delete(current);
      if (done.has(current)) continue;
      const fields = new Map(current.fields);
      for (const { field, key, parent } of parents) {
        const from = parent && done.get(parent);
        if (!parent || !from) {
          lost.push({ entry: current, field, parent: key, reason: parent ? "cycle" : "missing" });
        } else if (field === "xdata") {
          fillIn(
            fields,
            from,
            [...from.keys()].filter((name) => !ofEntry.has(name)),
          );
        } else {
          fromParent(fields, current.type, from, parent.type);
          if (isVenue(parent.type, from)) venues.set(parent, (venues.get(parent) ?? 0) + 1);
        }
      }
      done.set(current, fields);
    }
  }
  const whole = entries.map((entry) => ({
    ...entry,
    fields: withGranularData(new Map(done.get(entry)), find),
  }));
  return { entries: whole, lost, venues: byCopy(entries, whole, venues) };
}

const granular = /\bxdata=([^\s,{}]{1,200})-([a-z]+)(?:-(\d{1,3}))?(?=$|[\s,}])/gi;

/** Fields with the data that they name, as `publisher = {xdata=press-publisher}`, or one name of a list. */
function withGranularData(
  fields: Map<string, string>,
  find: (key: string) => BibEntry | undefined,
): Map<string, string> {
  for (const [name, value] of fields) {
    if (!value.includes("xdata=")) continue;
    const data = value.replace(granular, (all, key: string, field: string, number?: string) => {
      const found = find(key)?.fields.get(field.toLowerCase());
      const items = found?.split(/\s+and\s+/i) ?? [];
      return (number === undefined ? found : items[Number(number) - 1]) ?? all;
    });
    fields.set(name, data);
  }
  return fields;
}

function byCopy(
  entries: readonly BibEntry[],
  copies: readonly BibEntry[],
  counts: ReadonlyMap<BibEntry, number>,
): Map<BibEntry, number> {
  const found = new Map<BibEntry, number>();
  for (const [at, entry] of entries.entries()) {
    const [copy, count] = [copies[at], counts.get(entry)];
    if (copy && count) found.set(copy, count);
  }
  return found;
}

/** Finds an entry by its key or one of its `ids`, in the same case if there is one. */
function finder(entries: readonly BibEntry[]): (key: string) => BibEntry | undefined {
  const byKey = new Map<string, BibEntry>();
  const add = (key: string, entry: BibEntry) => {
    if (key !== "" && !byKey.has(key)) byKey.set(key, entry);
  };
  for (const entry of entries) add(entry.key, entry);
  for (const entry of entries) {
    add(`\n${entry.key.toLowerCase()}`, entry);
    for (const key of keysIn(entry.fields.get("ids"))) add(`\n${key.toLowerCase()}`, entry);
  }
  return (key) => byKey.get(key) ?? byKey.get(`\n${key.toLowerCase()}`);
}

function keysIn(value = ""): string[] {
  return value
    .split(",")
    .map((key) => key.trim())
    .filter((key) => key !== "");
}

interface ParentOf {
  field: LostParent["field"];
  key: string;
  parent: BibEntry | undefined;
}

function parentsOf({ fields }: BibEntry, find: (key: string) => BibEntry | undefined): ParentOf[] {
  const keys = (field: LostParent["field"]) =>
    keysIn(fields.get(field)).map((key) => ({ field, key, parent: find(key) }));
  return [...keys("xdata"), ...keys("crossref").slice(0, 1)];
}

/** Whether an entry with children is their venue, and not a work that has authors. */
function isVenue(type: string, fields: Fields): boolean {
  return /^(?:mv)?(?:proceedings|collection|reference|periodical|journal)$/.test(type)
    ? true
    : whole.test(type) && (fields.get("author") ?? "").trim() === "";
}

/** What a parent's title is for its children: biblatex's "Default Inheritance Setup". */
function titleOf(parent: string): string {
  if (parent.startsWith("mv")) return "maintitle";
  return /periodical|journal/.test(parent) ? "journaltitle" : "booktitle";
}

const titles = ["title", "booktitle", "maintitle", "journaltitle"];

function fromParent(fields: Map<string, string>, type: string, from: Fields, parent: string): void {
  const isPart = part.test(type) || (whole.test(parent) && !whole.test(type));
  const isVolume = parent.startsWith("mv") && !type.startsWith("mv");
  // The subtitle of another title does not fit.
  const ownParts = titles.filter((name) => !isMissing(fields, name)).flatMap(partsOfTitle);
  const names = inherited.filter(
    (name) => !ownParts.includes(name) && !(isRemark(name) && namesId.test(from.get(name) ?? "")),
  );
  const into = titleOf(parent);
  fillIn(fields, from, names);
  if (!isPart || type === "inbook") fillIn(fields, from, ["title"]);
  // `booktitle` of proceedings is what their papers have there in BibTeX.
  if (!(isPart || isVolume) || !isMissing(fields, into) || fields.has("journal")) return;
  for (const [index, own] of ["title", ...partsOfTitle("title")].entries()) {
    const name = [into, ...partsOfTitle(into)][index] ?? own;
    const value = from.get(own);
    if (value !== undefined) fields.set(name, value);
  }
}

/** The fields for the subtitle and the addon of a title. */
function partsOfTitle(name: string): string[] {
  return [name.replace("title", "subtitle"), `${name}addon`];
}

/** A remark with an id names the parent, and not its child. */
function isRemark(name: string): boolean {
  return name === "note" || name === "howpublished";
}

/** Takes these fields, and the date, where the child has none of its own. */
function fillIn(fields: Map<string, string>, from: Fields, names: readonly string[]): void {
  const year = fields.get("year") ?? "";
  const isDated = !isMissing(fields, "date") || year.trim() !== "";
  // A month without its year is no date.
  const sameYear = isMissing(fields, "date") && year === from.get("year");
  const dates = isDated && !sameYear ? [] : ["date", "year", "month", "day"];
  for (const name of [...names, ...dates]) {
    const value = from.get(name);
    if (value !== undefined && isMissing(fields, name)) fields.set(name, value);
  }
}

function isMissing(fields: Fields, name: string): boolean {
  return (fields.get(name) ?? "").trim() === "";
}
