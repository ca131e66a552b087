import type { Message, Severity } from "../schemas/message.ts";

const order: Severity[] = ["error", "warning", "info"];

/** One message as lines of plain text. */
export function describeMessage({ rule, severity, reason, place, hint }: Message): string {
  const where = place ? `${place.file}${place.line === undefined ? "" : `:${place.line}`}` : "";
  return [
    `${where ? `${where}  ` : ""}${severity}  ${reason}  [${rule}]`,
    ...(hint ? [`    → ${hint}`] : []),
  ].join("\n");
}

/** All messages, the gravest first, with a count at the end. Empty where there is none. */
export function describeMessages(messages: Message[]): string {
  if (messages.length === 0) return "";
  const sorted = order.flatMap((severity) => messages.filter((one) => one.severity === severity));
  const counts = order
    .map(
      (severity) => [severity, messages.filter((one) => one.severity === severity).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(
      ([severity, count]) => `${count} ${severity}${severity === "info" || count === 1 ? "" : "s"}`,
    );
  return `${sorted.map(describeMessage).join("\n")}\n${counts.join(", ")}`;
}
