import type { Message } from "../../schemas/message.ts";
import type { JsonFault } from "./json/parse-json.ts";
import type { FieldFault } from "./read-fields.ts";

/** What readers of records have to say; each message names the line. */

const mostOfOneRule = 50;

/** Messages of one file, of each rule only so many as a person may read, and how many more. */
export function atMost(file: string, messages: Message[]): Message[] {
  return [...Map.groupBy(messages, ({ rule }) => rule)].flatMap(([rule, all]) => {
    if (all.length <= mostOfOneRule) return all;
    const [first] = all;
    const more: Message = {
      rule,
      severity: first?.severity ?? "error",
      reason: `${all.length - mostOfOneRule} more messages like the ${mostOfOneRule} before.`,
      place: { file },
      hint: "Mend the first ones; the others often have the same cause.",
    };
    return [...all.slice(0, mostOfOneRule), more];
  });
}

export function jsonFault(file: string, { line, reason, lost }: JsonFault): Message {
  return lost
    ? {
        rule: "broken-record",
        severity: "error",
        reason: `The record that begins here cannot be read and is left out: ${reason}.`,
        place: { file, line },
        hint: "Fetch the file again, or mend the record.",
      }
    : {
        rule: "double-name",
        severity: "warning",
        reason: `${reason}.`,
        place: { file, line },
        hint: "Keep the right one of the two.",
      };
}

export function unknownRecord(file: string, line: number, wanted: string): Message {
  return {
    rule: "unknown-record",
    severity: "error",
    reason: `This is no record of ${wanted}; it is left out.`,
    place: { file, line },
    hint: "Move it to a file of its own, or delete it.",
  };
}

export function recordWithoutTitle(file: string, line: number, what: string): Message {
  return {
    rule: "no-title",
    severity: "error",
    reason: `${what} has no title; it is left out.`,
    place: { file, line },
    hint: "Give it a title, or delete the record.",
  };
}

export function badFields(
  file: string,
  line: number,
  title: string,
  faults: FieldFault[],
): Message[] {
  if (faults.length === 0) return [];
  const fields = faults.map(({ path, reason }) => `${path} (${reason})`).join(", ");
  return [
    {
      rule: "bad-field",
      severity: "warning",
      reason: `The record of "${title}" is read without what is of a wrong kind in it: ${fields}.`,
      place: { file, line },
      hint: "Mend the field, or delete it.",
    },
  ];
}
