import { sourceName } from "../../archive/source-names.ts";
import { searchQuery } from "../../i18n/strings.ts";
import { type Columns, dateOf, hasCode, hasNotes, statuses, statusOf } from "../index/columns.ts";
import type { FieldName, QueryPart } from "../query/query.ts";
import { normalise } from "../text/normalise.ts";
import type { Condition } from "./condition.ts";
import type { SearchContext } from "./search-context.ts";
import { isWithin } from "./within-time.ts";

type PartOf<Kind extends QueryPart["kind"]> = Extract<QueryPart, { kind: Kind }>;

/** The condition that a part of a query makes about the facts of a paper. */
export async function fieldFilter(
  part: PartOf<"time" | "has" | "status" | "field">,
  { archive, facts }: Pick<SearchContext, "archive" | "facts">,
): Promise<Condition> {
  const { columns } = archive;
  switch (part.kind) {
    case "time":
      return { test: (paper) => isWithin(dateOf(columns, paper), part), faults: [] };
    case "has": {
      const flag = part.what === "code" ? hasCode : hasNotes;
      return { test: (paper) => ((columns.flags[paper] ?? 0) & flag) > 0, faults: [] };
    }
    case "status":
      return statusFilter(part.text, columns);
    case "field":
      return nameFilter(part.field, part.text, archive.topics, facts);
  }
}

function statusFilter(text: string, { flags }: Columns): Condition {
  const wanted = statuses.find((status) => status === text.toLowerCase());
  return {
    test: (paper) => wanted !== undefined && statusOf(flags[paper] ?? 0) === wanted,
    faults: wanted === undefined ? [searchQuery.unknownValue("status", text, statuses)] : [],
  };
}

/** An id and the name that readers know. */
type Named = readonly [id: string, name: string];
type NamedField = "topic" | "org" | "source";

async function nameFilter(
  field: FieldName,
  text: string,
  topics: readonly Named[],
  facts: SearchContext["facts"],
): Promise<Condition> {
  if (field === "title" || field === "author") return { faults: [] };
  const found = await facts();
  switch (field) {
    case "topic":
      return anyOf(field, text, topics, (paper) => found.topics[paper] ?? []);
    case "org":
      return anyOf(
        field,
        text,
        found.organizations.map((name) => [name, name]),
        (paper) => [(found.organization[paper] ?? 0) - 1],
      );
    case "source":
      return anyOf(
        field,
        text,
        found.formats.map((format) => [format, sourceName(format)]),
        (paper) => found.sources[paper] ?? [],
      );
  }
}

/** Requires a value whose name has the words of a text. */
function anyOf(
  field: NamedField,
  text: string,
  names: readonly Named[],
  valuesOf: (paper: number) => readonly number[],
): Condition {
  const wanted = indexesOf(text, names);
  return {
    test: (paper) => valuesOf(paper).some((value) => wanted.has(value)),
    faults: wanted.size === 0 ? [noneCalled(field, text, names)] : [],
  };
}

const maxNamed = 4;

/** Reports that nothing has this name, and names existing values, the most frequent first. */
function noneCalled(field: NamedField, text: string, names: readonly Named[]): string {
  if (names.length === 0) return searchQuery.noNames[field];
  const first = names.slice(0, maxNamed).map(([, name]) => name);
  return searchQuery.noneCalled(field, text, first, names.length - first.length);
}

/** The indexes of the names that have all words of a text, or of the one name that is the text. */
function indexesOf(text: string, names: readonly Named[]): Set<number> {
  const wanted = keysOf(text);
  const found = new Set<number>();
  for (const [index, [id, name]] of names.entries()) {
    if (id.toLowerCase() === text.toLowerCase() || name.toLowerCase() === text.toLowerCase()) {
      return new Set([index]);
    }
    const keys = new Set([...keysOf(id), ...keysOf(name)]);
    const joined = [...keys].join(" ");
    if (wanted.length > 0 && wanted.every((key) => keys.has(key) || joined.includes(` ${key}`))) {
      found.add(index);
    }
  }
  return found;
}

function keysOf(text: string): string[] {
  return normalise(text).words.map(({ key }) => key);
}
