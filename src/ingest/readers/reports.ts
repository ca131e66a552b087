import type { Message, Place } from "../../schemas/message.ts";
import { brief } from "../../schemas/rules/rule.ts";
import {
  brokenRecord,
  duplicateField,
  invalidField,
  moreMessages,
  report,
  unreadDate,
} from "../../schemas/rules.ts";
import type { ReadPublication } from "../../text/publication-date.ts";
import type { JsonFault } from "./json/parse-json.ts";
import type { FieldFault } from "./read-fields.ts";

const mostOfOneRule = 50;

/** At most 50 messages of each rule, then one that counts the rest. */
export function atMost(file: string, messages: Message[]): Message[] {
  return [...Map.groupBy(messages, ({ rule }) => rule)].flatMap(([rule, all]) => {
    const count = all.length - mostOfOneRule;
    if (count <= 0) return all;
    return [...all.slice(0, mostOfOneRule), report(moreMessages, { rule, count }, { file })];
  });
}

/** Reports part of a JSON text that cannot be read, or can be read in two ways. */
export function jsonFault(file: string, { line, reason, lost }: JsonFault): Message {
  const place = { file, line };
  return lost
    ? report(brokenRecord, { reason }, place)
    : report(duplicateField, { fields: reason, used: "last" }, place);
}

/** Reports the fields of a record that were left out; no message if there are none. */
export function badFields(place: Place, title: string, faults: FieldFault[]): Message[] {
  if (faults.length === 0) return [];
  const fields = faults.map(({ path, reason }) => `${path} (${reason})`).join(", ");
  return [report(invalidField, { title, fields }, place)];
}

/** Reports a date that was not understood, or only in part; no message if it was. */
export function unreadDates(
  title: string,
  { date, unread }: ReadPublication,
  place: Place,
): Message[] {
  if (unread === undefined) return [];
  const used = date.published ?? date.publishedIn;
  return [report(unreadDate, { record: `"${brief(title)}"`, text: unread, used }, place)];
}
