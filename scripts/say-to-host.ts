import { appendFileSync } from "node:fs";
import { escapeText } from "entities";
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

/** The most messages that the page of a run lists; the log has all of them. */
const mostListed = 200;

/**
 * Lists errors on the page of a run in GitHub Actions, and says in a warning that they are there. Does nothing
 * elsewhere, or if there are none.
 */
export function listForHost(
  heading: string,
  messages: readonly Message[],
  environment: Environment = process.env,
): void {
  const errors = messages.filter(({ severity }) => severity === "error");
  const { GITHUB_STEP_SUMMARY: summary, GITHUB_ACTIONS: actions } = environment;
  if (actions !== "true" || errors.length === 0) return;
  const count = `${errors.length} ${errors.length === 1 ? "error" : "errors"}`;
  console.log(
    `::warning title=${escaped(heading)}::${count}; the summary of this run lists ${errors.length === 1 ? "it" : "them"}`,
  );
  if (summary !== undefined) appendFileSync(summary, summaryOf(heading, errors));
}

/** A list of messages in HTML, which a summary of GitHub Actions may contain. */
export function summaryOf(heading: string, messages: readonly Message[]): string {
  const items = messages.slice(0, mostListed).map(({ rule, reason, hint, place }) => {
    const line = place?.line === undefined ? "" : `:${place.line}`;
    const where = place ? `<code>${asHtml(`${place.file}${line}`)}</code> ` : "";
    const what = hint === undefined ? asHtml(reason) : `${asHtml(reason)}<br>${asHtml(hint)}`;
    return `<li>${where}${what} <code>${asHtml(rule)}</code></li>`;
  });
  const more = messages.length - items.length;
  const last = more > 0 ? [`<li>… and ${more} more, in the log</li>`] : [];
  return `<h3>${asHtml(heading)}</h3>\n<ul>\n${[...items, ...last].join("\n")}\n</ul>\n`;
}

function asHtml(text: string): string {
  return escapeText(printable(text).replace(/\s+/g, " "));
}

function escaped(text: string): string {
  return printable(text).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
