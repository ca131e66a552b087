import type { Message } from "../src/schemas/message.ts";
import { printable } from "../src/schemas/printable.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the command runs on a host or in a workflow, whose files are lost when it ends. */
export function isOnHost({ CI = "" }: Environment): boolean {
  return CI !== "" && CI !== "false";
}

/**
 * The line by which a message appears on the page of a run in GitHub Actions, since nobody reads the log of
 * a run that succeeds. Undefined elsewhere.
 */
export function annotationOf(
  { rule, severity, reason, place, hint = "" }: Message,
  { GITHUB_ACTIONS }: Environment,
): string | undefined {
  if (GITHUB_ACTIONS !== "true") return undefined;
  const properties = { title: rule, ...(place ? { file: place.file } : {}) };
  const named = Object.entries(properties).map(
    ([name, value]) => `${name}=${escaped(value).replace(/:/g, "%3A").replace(/,/g, "%2C")}`,
  );
  const command = severity === "info" ? "notice" : severity;
  return `::${command} ${named.join()}::${escaped(`${reason} ${hint}`.trim())}`;
}

function escaped(text: string): string {
  return printable(text).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
