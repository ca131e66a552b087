/**
 * The severity of a message. Errors always make a command fail; warnings do so only with
 * `--strict`.
 */
export type Severity = "error" | "warning" | "info";

/** Where a message points: a file relative to the workspace, and a 1-based line if one is known. */
export interface Place {
  file: string;
  line?: number;
}

/**
 * A problem that a stage found in its input. Rules and their texts are in rules.ts, whose `report`
 * makes messages.
 */
export interface Message {
  /** The name of the rule. It is permanent, so that people can look it up. */
  rule: string;
  severity: Severity;
  /** What happened, and what it leads to. */
  reason: string;
  place?: Place;
  /** What to do. */
  hint?: string;
}

/** What every stage returns: its value, and the problems it found. */
export interface Staged<T> {
  value: T;
  messages: Message[];
}

/** Runs a stage on each input. The values and the messages are in the order of the inputs. */
export function mapStaged<T, R>(inputs: readonly T[], stage: (input: T) => Staged<R>): Staged<R[]> {
  const staged = inputs.map(stage);
  return {
    value: staged.map(({ value }) => value),
    messages: staged.flatMap(({ messages }) => messages),
  };
}

/** Runs a stage that makes any number of values on each input, like `flatMap`. */
export function flatMapStaged<T, R>(
  inputs: readonly T[],
  stage: (input: T, index: number) => Staged<R[]>,
): Staged<R[]> {
  const staged = inputs.map(stage);
  return {
    value: staged.flatMap(({ value }) => value),
    messages: staged.flatMap(({ messages }) => messages),
  };
}
