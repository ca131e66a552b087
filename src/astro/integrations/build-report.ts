import type { Message } from "../../schemas/message.ts";

/** What a build has to tell: messages, and how many pages there are so far. */
interface BuildReport {
  /** By their text, since a page may be asked for twice. */
  messages: Map<string, Message>;
  pages: number;
  onPage: (pages: number) => void;
  onMessage: (message: Message) => void;
}

const key = Symbol.for("offprint.build-report");

// Pages are bundled apart from the integrations, so a module's own variable would not be shared.
function report(): BuildReport {
  const known: BuildReport | undefined = Reflect.get(globalThis, key);
  if (known) return known;
  const made: BuildReport = {
    messages: new Map(),
    pages: 0,
    onPage: () => {},
    onMessage: () => {},
  };
  Reflect.set(globalThis, key, made);
  return made;
}

/** Takes messages up for the end of the build. */
export function reportMessages(messages: readonly Message[]): void {
  for (const message of messages) {
    const { rule, reason, place } = message;
    const { messages: known, onMessage } = report();
    const key = JSON.stringify([rule, place, reason]);
    if (known.has(key)) continue;
    known.set(key, message);
    onMessage(message);
  }
}

/** Calls back with each message that is new. */
export function watchMessages(onMessage: (message: Message) => void): void {
  report().onMessage = onMessage;
}

/** Makes every message new again, after something has changed. */
export function forgetMessages(): void {
  report().messages.clear();
}

/** Says that a paper's page shows formulas as their source. */
export function reportRefusals(id: string, refused: { latex: string; reason: string }[]): void {
  reportMessages(
    refused.map(({ latex, reason }) => ({
      rule: "formula-refused",
      severity: "warning",
      reason: `KaTeX cannot set $${latex}$ on the page of this paper, so its source is shown (${reason}).`,
      place: { file: `papers/${id}` },
      hint: "Correct the formula in content/notes/, or leave it as its source.",
    })),
  );
}

/** Called by the layout for each page. */
export function countPage(): void {
  const current = report();
  current.pages += 1;
  current.onPage(current.pages);
}

/** Calls back with the number of pages after each one. */
export function watchPages(onPage: (pages: number) => void): void {
  report().onPage = onPage;
}

/** What there was to say during this build, each once, and how many pages were made. */
export function takeReport(): { messages: Message[]; pages: number } {
  const { messages, pages } = report();
  const sorted = [...messages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, message]) => message);
  Reflect.deleteProperty(globalThis, key);
  return { messages: sorted, pages };
}
