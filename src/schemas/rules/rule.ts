import { defined } from "../defined.ts";
import type { Message, Place, Severity } from "../message.ts";

/**
 * A kind of problem that Offprint reports. `P` holds the values that its texts mention. The doc
 * comment of a rule says what it means and when it happens; docs/rules.md is made from it.
 */
export interface Rule<P extends object = object> {
  /** Kebab-case, unique and permanent: people look it up and filter by it. */
  name: string;
  severity: Severity;
  /** What happened, naming the bad value, and what it leads to. */
  message(params: P): string;
  /** What to do. Absent where nothing needs to be done, or it is not known. */
  hint?(params: P): string | undefined;
  /** Typical values, for the example in docs/rules.md. Absent where the texts mention none. */
  example?: P;
}

/** Makes the message of a rule. This is the only way to make one. */
export function report<P extends object>(
  rule: Rule<P>,
  params: NoInfer<P>,
  place?: Place,
): Message {
  const { name, severity } = rule;
  return {
    rule: name,
    severity,
    reason: rule.message(params),
    ...defined({ place, hint: rule.hint?.(params) }),
  };
}

/** The beginning of a text that may be long, for a message: at most 120 characters. */
export function brief(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119).trimEnd()}…` : text;
}

/** How to repair an entry, which is derived from seeds. */
export const recreateEntry = "Delete the file and run `npm run ingest`, which writes it again.";

/** An error of KaTeX without its usual beginning, for messages that name KaTeX. */
export function katexError(reason: string): string {
  return reason.replace(/^KaTeX parse error: /, "");
}
