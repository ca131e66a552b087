import { paperVersion } from "../schemas/paper.ts";
import { doiField } from "../text/doi.ts";
import { isObject } from "./readers/json/seed-json.ts";

/** The fields of a paper as JSON or YAML has them, before they are checked. */
type Fields = Readonly<Record<string, unknown>>;

/** A paper of some version in the form of this one, or the version that this program cannot read. */
export type Upgraded = { fields: unknown } | { later: number };

/**
 * What changes from each version of the format to the next. Exports of every version stay readable,
 * so an item is never changed or removed once it is released.
 *
 * - 1: the first format. `originalTitle` and `venue` were added while it was current.
 * - 2: `ids.doi` is a checked DOI. `reference`, `citationKey`, `added`, `annotation` and
 *   `collections` are new. `aiSummary` was added while it was current.
 */
const migrations: readonly ((paper: Fields) => Fields)[] = [withCheckedDoi];

/**
 * Brings a paper of an earlier version into the form of this one. Fields that a version does not
 * have are absent. A value without a valid version stays as it is, for the schema to report.
 */
export function upgradePaper(paper: unknown): Upgraded {
  if (!isObject(paper)) return { fields: paper };
  const { schemaVersion: version } = paper;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    return { fields: paper };
  }
  if (version > paperVersion) return { later: version };
  const fields = migrations
    .slice(version - 1)
    .reduce<Fields>((older, migrate) => migrate(older), paper);
  return { fields: { ...fields, schemaVersion: paperVersion } };
}

/** Version 1 took any text as a DOI. A text that cannot be read as one stays, and is reported. */
function withCheckedDoi(paper: Fields): Fields {
  const { ids } = paper;
  if (typeof ids !== "object" || ids === null || !("doi" in ids)) return paper;
  const read = typeof ids.doi === "string" ? doiField(ids.doi) : undefined;
  return read && "doi" in read ? { ...paper, ids: { ...ids, doi: read.doi } } : paper;
}
