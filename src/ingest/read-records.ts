import type { Message } from "../schemas/message.ts";
import { clean } from "./clean.ts";
import type { CleanPaper } from "./clean-paper.ts";
import { mapContained } from "./contained.ts";
import { textKeysOf } from "./identity/text-keys.ts";
import { digestOf, digestOfBytes, type Memory, type SeedRecords } from "./memory.ts";
import type { RawPaper, SeedContext, SeedFile } from "./raw-paper.ts";
import { readSeed } from "./read-seed.ts";
import { type MathContext, restoreMath } from "./restore-math.ts";

/** The records of all seeds, and how many each seed has, by its path. */
export interface ReadRecords {
  value: CleanPaper[];
  counts: Map<string, number>;
  /** What was found while seeds were read. */
  ofSeeds: Message[];
  /** What was found in their records. */
  ofRecords: Message[];
  /** A digest of all that the records were read from; undefined if one of them could not be processed. */
  of: string | undefined;
}

type Context = SeedContext & MathContext;

/**
 * Reads one seed after the other, restores formulas and cleans texts, so that only one file is in memory.
 * What is remembered of a seed is not made again. `onRecord` is called before each record that is made.
 */
export function readRecords(
  seeds: Iterable<SeedFile>,
  context: Context,
  memory: Pick<Memory, "seeds">,
  onRecord: () => void = () => {},
): ReadRecords {
  const all: Omit<ReadRecords, "of"> = {
    value: [],
    counts: new Map(),
    ofSeeds: [],
    ofRecords: [],
  };
  const digests: string[] = [];
  for (const seed of seeds) {
    const { of, records, count, messages, failed } = recordsOf(seed, context, memory, onRecord);
    digests.push(of);
    // One by one: a file can have more of them than a call may have arguments.
    for (const record of records) all.value.push(record);
    for (const message of messages) all.ofSeeds.push(message);
    for (const message of failed) all.ofRecords.push(message);
    all.counts.set(seed.path, count);
  }
  return { ...all, of: all.ofRecords.length === 0 ? digestOf(digests) : undefined };
}

/** Settings that make records of a seed. */
function settingsOf({ formulaConfidence, macros = {} }: Context): unknown {
  return [formulaConfidence, macros];
}

function recordsOf(
  seed: SeedFile,
  context: Context,
  memory: Pick<Memory, "seeds">,
  onRecord: () => void,
) {
  const { path, bytes, messages: unpacking = [] } = seed;
  const settings = settingsOf(context);
  const of = digestOf(path, digestOfBytes(bytes), unpacking, context.seedYears, settings);
  const last = memory.seeds.get(path);
  if (last?.of === of) {
    const { records, messages } = last;
    return { of, records, count: records.length, messages, failed: [] };
  }
  const read = readSeed(seed, context);
  const made = read.value.map((raw) => digestOfRecord(raw, settings));
  const known = knownRecords(last);
  const stage = (raw: RawPaper, digest: string | undefined): CleanPaper => {
    const record = digest === undefined ? undefined : known.get(digest);
    if (record) return { ...record, source: raw.source };
    onRecord();
    const made = clean(restoreMath(raw, context));
    return { ...made, textKeys: textKeysOf(made) };
  };
  const indexed = read.value.map((raw, index) => ({ raw, digest: made[index] }));
  const cleaned = mapContained(
    indexed,
    ({ raw, digest }) => ({ value: stage(raw, digest), messages: [] }),
    ({ raw: { title, source } }) => ({ title, file: source.file, line: source.line }),
  );
  const { value: records, messages: failed } = cleaned;
  const { messages } = read;
  if (failed.length === 0) memory.seeds.set(path, { of, records, made, messages });
  return { of, records, count: read.value.length, messages, failed };
}

/** The records of a seed's last version, by what they were made from. */
function knownRecords(last: SeedRecords | undefined): ReadonlyMap<string, CleanPaper> {
  return new Map(
    last?.made.flatMap((digest, index) => {
      const record = last.records[index];
      return record ? [[digest, record] as const] : [];
    }),
  );
}

/**
 * A digest of what a record is made from. A line that moved in its file changes only where the record is from,
 * unless an exported archive says more about that.
 */
function digestOfRecord(raw: RawPaper, settings: unknown): string {
  const { source, ...facts } = raw;
  const { line: _, record: __, ...place } = source;
  return digestOf(facts, raw.archived || raw.exportedAs ? source : place, settings);
}
