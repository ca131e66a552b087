import type { z } from "zod";
import { flatMapStaged, type Staged } from "../../schemas/message.ts";
import { noTitle, report, unknownRecord } from "../../schemas/rules.ts";
import type { ReadPublication } from "../../text/publication-date.ts";
import type { RawPaper } from "../raw-paper.ts";
import type { Json, Placed } from "./json/parse-json.ts";
import { isObject, records, seedJson } from "./json/seed-json.ts";
import { readFields } from "./read-fields.ts";
import type { Reader, SeedText } from "./reader.ts";
import { type Reference, referencePaper } from "./reference.ts";
import { idMessages } from "./reference-ids.ts";
import { atMost, badFields, jsonFault, unreadDates } from "./reports.ts";

/** A JSON format with one object per reference. */
export interface JsonReferences<S extends z.ZodType> {
  format: string;
  /** The name of the format in messages. */
  what: string;
  /** Names of the fields that may contain the list of references. */
  lists: readonly string[];
  /** Names of the fields in which an answer of the format's API has a record, or such a list. */
  wrappers?: readonly string[];
  isRecord: (value: Record<string, unknown>) => boolean;
  /** Whether an object of the format is something other than a paper, such as an attachment. */
  isOther?: (value: Record<string, unknown>) => boolean;
  schema: S;
  reference: (read: z.infer<S>) => Omit<Reference, "date">;
  /** The collections of a record, by what the file says of them beside its records. */
  collections?: (files: readonly unknown[]) => (record: Record<string, unknown>) => string[];
  /** When the paper was published. */
  dates: (read: z.infer<S>) => ReadPublication;
}

/** The records that an answer of an API holds, or an object with records by their keys. */
function unwrapped<S extends z.ZodType>(
  json: Json,
  placed: Placed,
  { isRecord, lists, wrappers = [] }: JsonReferences<S>,
): Placed[] {
  const { value, line } = placed;
  if (!isObject(value) || isRecord(value)) return [placed];
  const [inner] = wrappers.map((name) => value[name]).filter(isObject);
  const held = inner ?? value;
  if (isRecord(held)) return [{ value: held, line }];
  const list = lists.map((name) => held[name]).find(Array.isArray);
  if (inner && list) return json.elements(list);
  const values = Object.values(value);
  const areRecords = values.length > 0 && values.every((one) => isObject(one) && isRecord(one));
  return areRecords ? values.map((one) => ({ value: one, line })) : [placed];
}

/** Makes a reader for a format of JSON with one object for each reference. */
export function referenceReader<S extends z.ZodType>(kind: JsonReferences<S>): Reader {
  const { format, what, lists, isRecord, isOther = () => false, schema, reference, dates } = kind;
  const { collections = () => () => [] } = kind;
  const recordsIn = (seed: SeedText) => {
    const json = seedJson(seed);
    return json ? [...records(json, lists)].flatMap((placed) => unwrapped(json, placed, kind)) : [];
  };
  const readOne = (
    value: unknown,
    place: { file: string; line: number },
    collectionsOf: ReturnType<typeof collections>,
  ): Staged<RawPaper[]> => {
    if (isObject(value) && isOther(value)) return { value: [], messages: [] };
    if (!isObject(value) || !isRecord(value)) {
      return { value: [], messages: [report(unknownRecord, { format: what }, place)] };
    }
    const { value: read, faults } = readFields(schema, value);
    const found = read === undefined ? undefined : reference(read);
    if (read === undefined || !found || found.title.trim() === "") {
      return { value: [], messages: [report(noTitle, { record: "This reference" }, place)] };
    }
    const dated = dates(read);
    return {
      value: [
        referencePaper(
          {
            ...found,
            date: dated.date,
            status: found.status ?? dated.status,
            collections: collectionsOf(value),
          },
          { format, ...place },
        ),
      ],
      messages: [
        ...badFields(place, found.title, faults),
        ...idMessages(found, place),
        ...unreadDates(found.title, dated, place),
      ],
    };
  };
  return {
    format,
    recognises: (seed) =>
      recordsIn(seed)
        .slice(0, 20)
        .some(({ value }) => isObject(value) && isRecord(value)),
    read: (seed) => {
      const file = seed.path;
      const json = seedJson(seed);
      const damage = json?.faults.map((fault) => jsonFault(file, fault)) ?? [];
      const collectionsOf = collections(json?.values.map(({ value }) => value) ?? []);
      const { value, messages } = flatMapStaged(recordsIn(seed), ({ value: record, line }) =>
        readOne(record, { file, line }, collectionsOf),
      );
      return { value, messages: atMost(file, [...damage, ...messages]) };
    },
  };
}
