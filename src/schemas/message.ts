export type Severity = "error" | "warning" | "info";

/** Where a message points: a file as the project names it, and a 1-based line where there is one. */
export interface Place {
  file: string;
  line?: number;
}

/**
 * What a stage has to say about its input. `rule` is permanent, so that people can look it up;
 * `reason` says what was found and why it matters; `hint` says what to do.
 */
export interface Message {
  rule: string;
  severity: Severity;
  reason: string;
  place?: Place;
  hint?: string;
}

/** What every stage returns: its value, and what it has to say. */
export interface Staged<T> {
  value: T;
  messages: Message[];
}

/** Runs a stage on each of its inputs; the values and the messages come in their order. */
export function mapStaged<T, R>(inputs: readonly T[], stage: (input: T) => Staged<R>): Staged<R[]> {
  const staged = inputs.map(stage);
  return {
    value: staged.map(({ value }) => value),
    messages: staged.flatMap(({ messages }) => messages),
  };
}
