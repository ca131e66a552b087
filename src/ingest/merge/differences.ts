import type { Message } from "../../schemas/message.ts";
import { report, sourcesDiffer } from "../../schemas/rules.ts";
import type { CleanPaper } from "../clean-paper.ts";

/** A fact of a record that differs from that of the paper. */
export interface Difference {
  fact: string;
  record: CleanPaper;
  value: string;
  /** The value that the paper has, and the record that gave it, if one has exactly this value. */
  chosen: { value: string; record: CleanPaper | undefined };
  /** Whether a record before this one has the same value. */
  repeated: boolean;
}

/**
 * The records whose value of a fact is not the chosen one; empty if no value was chosen. Values
 * that are equal after `normalize` do not differ.
 */
export function differences<T extends string | number>(
  fact: string,
  chosen: T | undefined,
  records: readonly CleanPaper[],
  pick: (record: CleanPaper) => T | undefined,
  normalize: (value: T) => T = (value) => value,
): Difference[] {
  if (chosen === undefined || records.length < 2) return [];
  const source = records.find((record) => pick(record) === chosen);
  const named = new Set<T>([normalize(chosen)]);
  return records.flatMap((record): Difference[] => {
    const value = pick(record);
    if (value === undefined || normalize(value) === normalize(chosen)) return [];
    const repeated = named.has(normalize(value));
    named.add(normalize(value));
    const shown = { value: String(chosen), record: source };
    return [{ fact, record, value: String(value), chosen: shown, repeated }];
  });
}

/** A message for each different value, even if several records have it. */
export function reportDifferences(title: string, found: readonly Difference[]): Message[] {
  return found
    .filter(({ repeated }) => !repeated)
    .map(({ fact, record: { source }, value, chosen }) => {
      const usedFile = chosen.record?.source.file;
      const params = { fact, title, used: chosen.value, usedFile };
      return report(
        sourcesDiffer,
        { ...params, other: value, otherFile: source.file },
        { file: source.file, line: source.line },
      );
    });
}

/** The values of one record that differ, by the name of the fact. */
export function differingValues(
  record: CleanPaper,
  found: readonly Difference[],
): Record<string, string> | undefined {
  const own = found.filter((one) => one.record === record);
  return own.length === 0
    ? undefined
    : Object.fromEntries(own.map(({ fact, value }) => [fact, value]));
}
