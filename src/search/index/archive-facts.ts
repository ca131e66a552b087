import { placeInTime } from "../../archive/order.ts";
import {
  type Columns,
  type Counts,
  dateFlag,
  dayNumber,
  hasCode,
  hasNotes,
  statusFlag,
} from "./columns.ts";
import type { Facts } from "./facts.ts";
import type { FieldPositions } from "./paper-keys.ts";
import type { SearchSource } from "./record.ts";

/** The facts of papers as columns, and the values that the columns refer to. */
export interface ArchiveFacts {
  columns: Columns;
  facts: Facts;
  counts: Counts;
  topics: [id: string, name: string][];
}

/** The facts of papers, in the order of their numbers. */
export function archiveFacts(
  sources: readonly SearchSource[],
  fields: readonly FieldPositions[],
  topicName: (id: string) => string,
): ArchiveFacts {
  const topics = byFrequency(sources.flatMap(({ paper }) => paper.topics.map(({ id }) => `${id}`)));
  const organizations = byFrequency(sources.flatMap(({ paper }) => paper.organization?.name ?? []));
  const formats = byFrequency(
    sources.flatMap(({ paper }) => paper.sources.map(({ format }) => format)),
  );
  return {
    columns: {
      day: sources.map(({ paper }) => dayNumber(placeInTime(paper))),
      flags: sources.map(flagsOf),
      titleEnd: fields.map(({ titleEnd }) => titleEnd),
      bodyEnd: fields.map(({ bodyEnd }) => bodyEnd),
    },
    facts: {
      organization: sources.map(({ paper }) =>
        paper.organization ? organizations.indexOf(paper.organization.name) + 1 : 0,
      ),
      topics: sources.map(({ paper }) => paper.topics.map(({ id }) => topics.indexOf(id))),
      sources: sources.map(({ paper }) => [
        ...new Set(paper.sources.map(({ format }) => formats.indexOf(format))),
      ]),
      organizations: organizations.values,
      formats: formats.values,
    },
    counts: {
      comments: sources.map(({ paper }) => paper.comments ?? 0),
      upvotes: sources.map(({ paper }) => paper.upvotes ?? 0),
    },
    topics: topics.values.map((id) => [id, topicName(id)]),
  };
}

function flagsOf({ paper, notes, status }: SearchSource): number {
  return (
    (paper.links.some(({ kind }) => kind === "code") ? hasCode : 0) +
    (notes === "" ? 0 : hasNotes) +
    statusFlag(status) +
    dateFlag(placeInTime(paper))
  );
}

/** Distinct values, the most frequent first, so that frequent ones have short numbers. */
function byFrequency(all: readonly string[]): {
  values: string[];
  indexOf: (value: string) => number;
} {
  const counts = new Map<string, number>();
  for (const value of all) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([value]) => value);
  const indexes = new Map(values.map((value, index) => [value, index]));
  return { values, indexOf: (value) => indexes.get(value) ?? 0 };
}
