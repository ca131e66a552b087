import { sourceName } from "../../archive/source-names.ts";
import {
  type ArchiveFile,
  dateOf,
  hasCode,
  hasNotes,
  statuses,
  statusOf,
} from "../index/columns.ts";
import type { QueryPart } from "../query/query.ts";
import { normalise } from "../text/normalise.ts";

/** A test of papers by their facts; what it cannot mean here is said. */
export interface FactFilter {
  test: (paper: number) => boolean;
  unknown?: string;
}

/** The test that a part of the query makes that is no word; none for other parts. */
export function filterOf(part: QueryPart, archive: ArchiveFile): FactFilter | undefined {
  const { columns } = archive;
  switch (part.kind) {
    case "time": {
      const { from = "", to = "9999" } = part;
      return {
        test: (paper) => {
          const date = dateOf(columns, paper);
          if (date === undefined) return false;
          // Of a paper of which the year is known, all of the year must lie within.
          const [first, last] = [date + "-01-01".slice(date.length - 4), lastDayOf(date)];
          return first >= from && last.slice(0, to.length) <= to;
        },
      };
    }
    case "has": {
      const flag = part.what === "code" ? hasCode : hasNotes;
      return { test: (paper) => ((columns.flags[paper] ?? 0) & flag) > 0 };
    }
    case "status": {
      const wanted = statuses.find((status) => status === part.text.toLowerCase());
      return {
        test: (paper) => statusOf(columns.flags[paper] ?? 0) === wanted && wanted !== undefined,
        ...(wanted === undefined
          ? {
              unknown: `“status:${part.text}” is not known. Write status:${statuses.join(" or status:")}.`,
            }
          : {}),
      };
    }
    case "field":
      if (part.field === "topic") {
        return named("topic", part.text, archive.topics, (places, paper) =>
          (columns.topics[paper] ?? []).some((place) => places.has(place)),
        );
      }
      if (part.field === "org") {
        const names = archive.organizations.map((name) => [name, name] as const);
        return named("organisation", part.text, names, (places, paper) =>
          places.has((columns.organization[paper] ?? 0) - 1),
        );
      }
      if (part.field === "source") {
        const names = archive.sources.map((format) => [format, sourceName(format)] as const);
        return named("source", part.text, names, (places, paper) =>
          (columns.sources[paper] ?? []).some((place) => places.has(place)),
        );
      }
      return undefined;
    default:
      return undefined;
  }
}

/** The last day of a day, month or year. */
function lastDayOf(date: string): string {
  if (date.length !== 7) return date + "-12-31".slice(date.length - 4);
  const day = new Date(`${date}-01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + 1, 0);
  return day.toISOString().slice(0, 10);
}

/** An id with the name that readers know. */
type Named = readonly [id: string, name: string];

function named(
  what: string,
  text: string,
  names: readonly Named[],
  has: (places: ReadonlySet<number>, paper: number) => boolean,
): FactFilter {
  const places = placesOf(text, names);
  return {
    test: (paper) => has(places, paper),
    ...(places.size === 0 ? { unknown: noneCalled(what, text, names) } : {}),
  };
}

const mostNamed = 4;

/** Says that nothing has a name, and what is there instead: the frequent ones are first. */
function noneCalled(what: string, text: string, names: readonly Named[]): string {
  if (names.length === 0) return `No ${what} is known of the papers here.`;
  const first = names.slice(0, mostNamed).map(([, name]) => `“${name}”`);
  const others = names.length - first.length;
  const rest = others > 0 ? ` and ${others} other${others === 1 ? "" : "s"}` : "";
  return `No ${what} here is called “${text}”. There ${names.length === 1 ? "is" : "are"} ${first.join(", ")}${rest}.`;
}

/** Names that hold all words of a text; the one that is the text itself stands alone. */
function placesOf(text: string, names: readonly Named[]): Set<number> {
  const wanted = keysOf(text);
  const found = new Set<number>();
  for (const [place, [id, name]] of names.entries()) {
    if (id.toLowerCase() === text.toLowerCase() || name.toLowerCase() === text.toLowerCase()) {
      return new Set([place]);
    }
    const keys = new Set([...keysOf(id), ...keysOf(name)]);
    const joined = [...keys].join(" ");
    if (wanted.length > 0 && wanted.every((key) => keys.has(key) || joined.includes(` ${key}`))) {
      found.add(place);
    }
  }
  return found;
}

function keysOf(text: string): string[] {
  return normalise(text).words.map(({ key }) => key);
}
