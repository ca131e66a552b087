import type { z } from "zod";
import type { Message } from "../../schemas/message.ts";
import type { RawPaper } from "../raw-paper.ts";
import { isObject, records, seedJson } from "./json/seed-json.ts";
import { readFields } from "./read-fields.ts";
import type { Reader, SeedText } from "./reader.ts";
import { type Reference, referencePaper } from "./reference.ts";
import { atMost, badFields, jsonFault, recordWithoutTitle, unknownRecord } from "./reports.ts";

/** A format that is JSON with one object a reference. */
export interface JsonReferences<S extends z.ZodType> {
  format: string;
  /** The format as messages name it. */
  what: string;
  /** Under which names a list of references may stand in an object. */
  lists: readonly string[];
  isRecord: (value: Record<string, unknown>) => boolean;
  /** Objects that belong to the format and are no papers, such as attachments. */
  isOther?: (value: Record<string, unknown>) => boolean;
  schema: S;
  reference: (read: z.infer<S>) => Reference;
}

export function referenceReader<S extends z.ZodType>(kind: JsonReferences<S>): Reader {
  const { format, what, lists, isRecord, isOther = () => false, schema, reference } = kind;
  const found = (seed: SeedText) => {
    const json = seedJson(seed);
    return json ? [...records(json, lists)] : [];
  };
  return {
    format,
    recognises: (seed) =>
      found(seed)
        .slice(0, 20)
        .some(({ value }) => isObject(value) && isRecord(value)),
    read: (seed) => {
      const file = seed.path;
      const messages: Message[] =
        seedJson(seed)?.faults.map((fault) => jsonFault(file, fault)) ?? [];
      const value = found(seed).flatMap(({ value: record, line }): RawPaper[] => {
        if (isObject(record) && isOther(record)) return [];
        if (!isObject(record) || !isRecord(record)) {
          messages.push(unknownRecord(file, line, what));
          return [];
        }
        const { value: read, faults } = readFields(schema, record);
        const told = read === undefined ? undefined : reference(read);
        if (!told || told.title.trim() === "") {
          messages.push(recordWithoutTitle(file, line, "The reference"));
          return [];
        }
        messages.push(...badFields(file, line, told.title, faults));
        return [referencePaper(told, { format, file, line })];
      });
      return { value, messages: atMost(file, messages) };
    },
  };
}
