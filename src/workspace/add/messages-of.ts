import type { Message, Severity } from "../../schemas/message.ts";

/** The errors among messages, one line each. */
export function messagesOf(messages: readonly Message[]): string[] {
  return linesOf(messages, "error");
}

/** What is worth knowing among messages though nothing is wrong, one line each. */
export function notesOf(messages: readonly Message[]): string[] {
  return linesOf(messages, "info");
}

function linesOf(messages: readonly Message[], wanted: Severity): string[] {
  return messages
    .filter(({ severity }) => severity === wanted)
    .map(({ reason, place }) =>
      place?.line === undefined ? reason : `line ${place.line}: ${reason}`,
    );
}
