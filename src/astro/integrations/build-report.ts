import type { Message } from "../../schemas/message.ts";
import { invalidFormula, report as reportRule } from "../../schemas/rules.ts";
import { pageTrace } from "./page-trace.ts";

/** Messages of a build, and how many pages it has made so far. */
interface BuildReport {
  /** Keyed by text, because a page may be rendered twice. */
  messages: Map<string, Message>;
  pages: number;
  /** How many of them are those of the last site. */
  kept: number;
  onPage: (pages: number) => void;
  onMessage: (message: Message) => void;
}

const key = Symbol.for("offprint.build-report");

// Pages and integrations are in different bundles, so they would not share a module's variable.
function report(): BuildReport {
  const known: BuildReport | undefined = Reflect.get(globalThis, key);
  if (known) return known;
  const made: BuildReport = {
    messages: new Map(),
    pages: 0,
    kept: 0,
    onPage: () => {},
    onMessage: () => {},
  };
  Reflect.set(globalThis, key, made);
  return made;
}

/** Keeps messages for the end of the build, and for builds that use the page again that says so. */
export function reportMessages(messages: readonly Message[]): void {
  pageTrace()?.messages.push(...messages);
  for (const message of messages) {
    const { rule, reason, place } = message;
    const { messages: known, onMessage } = report();
    const key = JSON.stringify([rule, place, reason]);
    if (known.has(key)) continue;
    known.set(key, message);
    onMessage(message);
  }
}

/** The messages of this build until now. */
export function messagesSoFar(): Message[] {
  return [...report().messages.values()];
}

/** Calls back with each message that is new. */
export function watchMessages(onMessage: (message: Message) => void): void {
  report().onMessage = onMessage;
}

/** Treats the messages about a file as new again, after it has changed. */
export function forgetMessages(file: string): void {
  const { messages } = report();
  for (const [key, { place }] of messages) if (place?.file === file) messages.delete(key);
}

/** Reports formulas that the page of a paper shows as their source. */
export function reportRefusals(id: string, refused: { latex: string; reason: string }[]): void {
  reportMessages(
    refused.map((formula) =>
      reportRule(
        invalidFormula,
        { ...formula, where: "the page of this paper" },
        { file: `papers/${id}` },
      ),
    ),
  );
}

/** Called by the layout for each page. */
export function countPage(): void {
  const current = report();
  const trace = pageTrace();
  if (trace) trace.pages += 1;
  current.pages += 1;
  current.onPage(current.pages);
}

/** Counts pages that are those of the last site. */
export function countKeptPages(pages: number): void {
  report().pages += pages;
  report().kept += pages;
}

/** Calls back with the number of pages after each one. */
export function watchPages(onPage: (pages: number) => void): void {
  report().onPage = onPage;
}

/**
 * The messages of this build, each once, how many pages the site has, and how many of them were made. Starts a new
 * report.
 */
export function takeReport(): { messages: Message[]; pages: number; made: number } {
  const { messages, pages, kept } = report();
  const sorted = [...messages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, message]) => message);
  Reflect.deleteProperty(globalThis, key);
  return { messages: sorted, pages, made: pages - kept };
}
