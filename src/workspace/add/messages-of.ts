import type { Message } from "../../schemas/message.ts";

/** The errors among messages, one line each. */
export function messagesOf(messages: readonly Message[]): string[] {
  return messages
    .filter(({ severity }) => severity === "error")
    .map(({ reason, place }) =>
      place?.line === undefined ? reason : `line ${place.line}: ${reason}`,
    );
}
