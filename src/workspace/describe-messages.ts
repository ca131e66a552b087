import type { Message, Severity } from "../schemas/message.ts";
import { printable } from "../schemas/printable.ts";

/** Errors come last, so that they are visible at the end of a long run. */
const order: Severity[] = ["info", "warning", "error"];
/** How many messages of one rule are shown unless `verbose` is set. */
const examples: Record<Severity, number> = { info: 3, warning: 3, error: 10 };

/** Gives a word the color of its severity, where a terminal has colors. */
type Paint = (severity: Severity, word: string) => string;

/** One message as lines of plain text, the hint after an arrow. */
export function describeMessage(message: Message): string {
  return [lineOf(message), ...hintOf(message)].join("\n");
}

/**
 * All messages grouped by rule, errors last, and a count. If a rule has many messages, only some are
 * shown, unless `verbose` is set. Empty if there are no messages.
 */
export function describeMessages(
  messages: readonly Message[],
  { verbose = false, paint = plain }: { verbose?: boolean; paint?: Paint } = {},
): string {
  if (messages.length === 0) return "";
  const sorted = order.flatMap((severity) => messages.filter((one) => one.severity === severity));
  const groups = [...Map.groupBy(sorted, ({ rule, severity }) => `${severity} ${rule}`).values()];
  const shown = groups.map((group) => {
    const most = examples[group[0]?.severity ?? "error"];
    // A single message takes no more space than a line that says it was left out.
    return describeGroup(group, verbose || group.length === most + 1 ? group.length : most, paint);
  });
  return `${shown.join("\n")}\n${countOf(messages)}`;
}

function describeGroup(group: Message[], most: number, paint: Paint): string {
  const first = group.slice(0, most);
  const lines = first.flatMap((message, index) => [
    lineOf(message, paint),
    // Adjacent messages with the same hint share it.
    ...(message.hint === first[index + 1]?.hint ? [] : hintOf(message)),
  ]);
  const more = group.length - first.length;
  const rest =
    more > 0 ? [`    … and ${more} more ${group[0]?.rule} messages; --verbose prints all`] : [];
  return [...lines, ...rest].join("\n");
}

function plain(_: Severity, word: string): string {
  return word;
}

function lineOf({ rule, severity, reason, place }: Message, paint: Paint = plain): string {
  const where = place ? `${place.file}${place.line === undefined ? "" : `:${place.line}`}  ` : "";
  return `${oneLine(where)}${paint(severity, severity)}  ${oneLine(`${reason}  [${rule}]`)}`;
}

function hintOf({ hint }: Message): string[] {
  return hint ? [`    → ${oneLine(hint)}`] : [];
}

/** Text of a source may have characters that a terminal obeys, or lines that a workflow takes for orders. */
function oneLine(text: string): string {
  return printable(text).replace(/(?<!\s)\s*[\r\n\u2028\u2029]\s*/g, " ");
}

function countOf(messages: readonly Message[]): string {
  return order
    .toReversed()
    .map(
      (severity) => [severity, messages.filter((one) => one.severity === severity).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(
      ([severity, count]) => `${count} ${severity}${severity === "info" || count === 1 ? "" : "s"}`,
    )
    .join(", ");
}
